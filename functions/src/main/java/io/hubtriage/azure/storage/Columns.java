package io.hubtriage.azure.storage;

import com.azure.data.tables.models.TableEntity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A document in the columns of one row. A short one is a text anybody can read in a storage
 * browser. A long one is compressed, to about a tenth, and cut into pieces: a column takes 64 KiB
 * and a row 1 MiB (learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-
 * data-model; the emulator counts it in Base64). One row is written whole or not at all, so nobody
 * ever reads half a document, and no rows of an older, longer document are left behind.
 */
final class Columns {
  /** Longest document kept as plain text, in characters. */
  static final int PLAIN = 30_000;

  private static final int PIECE = 64_000;
  private static final int PIECES = 12;
  private static final String TEXT = "doc";

  private Columns() {}

  /** Whether a row takes the document. */
  static boolean fits(String json) {
    return json.length() <= PLAIN || compress(json).length <= PIECE * PIECES;
  }

  /**
   * Adds the document's columns to the row.
   *
   * @param json ASCII
   * @throws IllegalArgumentException if it does not fit in a row even compressed
   */
  static void put(TableEntity row, String json) {
    if (json.length() <= PLAIN) {
      row.addProperty(TEXT, json);
      return;
    }
    byte[] packed = compress(json);
    if (packed.length > PIECE * PIECES) {
      throw new IllegalArgumentException(
          "a row takes %d bytes, the document of row %s has %d compressed"
              .formatted(PIECE * PIECES, row.getRowKey(), packed.length));
    }
    for (int i = 0; i * PIECE < packed.length; i++) {
      int end = Math.min(packed.length, (i + 1) * PIECE);
      row.addProperty(column(i), Arrays.copyOfRange(packed, i * PIECE, end));
    }
  }

  /**
   * The document in the row.
   *
   * @throws StoredFormatException if there is none or it is damaged
   */
  static String get(TableEntity row) {
    if (row.getProperty(TEXT) instanceof String json) {
      return json;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int i = 0; row.getProperty(column(i)) instanceof byte[] piece; i++) {
      packed.writeBytes(piece);
    }
    if (packed.size() == 0) {
      throw new StoredFormatException("the row holds no document");
    }
    return expand(packed.toByteArray());
  }

  private static String column(int piece) {
    return (piece < 10 ? "gz0" : "gz") + piece;
  }

  private static byte[] compress(String json) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return packed.toByteArray();
  }

  private static String expand(byte[] packed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(gzip.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new StoredFormatException("the document's columns are damaged: " + e.getMessage());
    }
  }
}
