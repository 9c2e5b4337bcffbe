package io.hubtriage.notify;

import java.util.Arrays;

/**
 * What goes over the wire.
 *
 * @param bytes exactly what is sent; copied in and out
 * @param extension of a file that holds the bytes, without the dot: {@code json} or {@code eml}
 * @param contentType the media type of the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Copied on both ways and compared by content, below.
public record Rendering(byte[] bytes, String extension, String contentType) {
  /** Copies the bytes. */
  public Rendering {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rendering that
        && Arrays.equals(bytes, that.bytes)
        && extension.equals(that.extension)
        && contentType.equals(that.contentType);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + extension.hashCode();
  }

  @Override
  public String toString() {
    return bytes.length + " bytes of " + contentType;
  }
}
