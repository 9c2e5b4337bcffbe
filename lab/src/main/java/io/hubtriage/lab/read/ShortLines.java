package io.hubtriage.lab.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Breaks off at a line without end. A kilobyte of gzip unpacks to a megabyte of it, and whoever
 * reads by lines would gather it all.
 */
final class ShortLines extends FilterReader {
  /** Characters; the services' own records end at a megabyte. */
  static final int LONGEST = 16 * 1024 * 1024;

  private boolean counting;
  private long length;

  ShortLines(Reader in) {
    super(in);
  }

  /** Counts from here on; before, lines may be of any length. */
  void begin() {
    counting = true;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int offset, int most) throws IOException {
    int read = super.read(into, offset, most);
    for (int i = offset; counting && i < offset + read; i++) {
      length = into[i] == '\n' || into[i] == '\r' ? 0 : length + 1;
      if (length > LONGEST) {
        throw new LongLineException();
      }
    }
    return read;
  }

  /** A line is longer than {@link #LONGEST}. */
  static final class LongLineException extends IOException {
    private static final long serialVersionUID = 1L;

    LongLineException() {
      super("a line of more than " + LONGEST + " characters");
    }
  }
}
