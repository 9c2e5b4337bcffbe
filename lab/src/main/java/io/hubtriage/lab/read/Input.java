package io.hubtriage.lab.read;

import io.hubtriage.lab.cli.InputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One open file: plain or gzip by its first bytes, UTF-8 with or without a byte order mark. */
final class Input implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xfeff;

  private final Path file;
  private final UntilBroken bytes;
  private final ShortLines lines;
  private final LineNumberReader text;

  private Input(Path file, UntilBroken bytes) throws IOException {
    this.file = file;
    this.bytes = bytes;
    this.lines = new ShortLines(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    this.text = new LineNumberReader(lines, 2 * BUFFER);
    skipByteOrderMark();
  }

  /**
   * Opens a file.
   *
   * @throws InputException if it is missing, a folder or unreadable
   */
  static Input open(Path file) {
    if (!Files.exists(file)) {
      throw new InputException(file + " does not exist: check the path");
    }
    if (Files.isDirectory(file)) {
      throw new InputException(file + " is a folder: give the file itself");
    }
    try {
      return new Input(file, unpacked(Files.newInputStream(file)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static InputException unreadable(Path file, Exception e) {
    return new InputException(
        file + " cannot be read (" + e + "): check its permissions and the disk", e);
  }

  private static UntilBroken unpacked(InputStream raw) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(raw, BUFFER);
    bytes.mark(2);
    boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    try {
      return new UntilBroken(gzip ? new GZIPInputStream(bytes, BUFFER) : bytes);
    } catch (EOFException | ZipException e) {
      UntilBroken nothing = new UntilBroken(bytes);
      nothing.broken = true;
      return nothing;
    }
  }

  private void skipByteOrderMark() throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
  }

  Path file() {
    return file;
  }

  LineNumberReader text() {
    return text;
  }

  /**
   * From here on the text is read by lines, each of which must fit in memory: a longer one than
   * {@link ShortLines#LONGEST} ends the reading with a {@link ShortLines.LongLineException}.
   */
  LineNumberReader lines() {
    lines.begin();
    return text;
  }

  /** The file's first characters, at most 65,536, without moving on. */
  String prefix() throws IOException {
    text.mark(BUFFER);
    char[] start = new char[BUFFER];
    int length = readFully(text, start);
    text.reset();
    return new String(start, 0, length);
  }

  private static int readFully(Reader reader, char[] into) throws IOException {
    int length = 0;
    for (int n = 0; n >= 0 && length < into.length; length += Math.max(n, 0)) {
      n = reader.read(into, length, into.length - length);
    }
    return length;
  }

  /** Counts it as a fault if the compressed file broke off; known only once all was read. */
  void reportCut(Tally tally) {
    if (bytes.broken) {
      long line = Math.max(text.getLineNumber(), 1);
      tally.fault(file, line, "the gzip file breaks off here: only what comes before was read");
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Ends where a gzip file breaks, instead of failing. */
  private static final class UntilBroken extends FilterInputStream {
    private boolean broken;

    UntilBroken(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (broken) {
        return -1;
      }
      try {
        return super.read(into, offset, length);
      } catch (EOFException | ZipException e) {
        broken = true;
        return -1;
      }
    }
  }
}
