package io.hubtriage.azure.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents as text. Every one carries its version, {@code "v":1}. A field may be added without a
 * new version if readers may miss it: unknown fields are ignored, missing ones have a default. The
 * text is ASCII, so that a character is a byte wherever a size is limited.
 */
final class StoredJson {
  /** The version written, and the newest one read. */
  static final int VERSION = 1;

  private static final int LONGEST_MESSAGE = 300;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private StoredJson() {}

  static String write(Body document) {
    try {
      return MAPPER.writeValueAsString(new Body().number("v", VERSION).all(document).node());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws StoredFormatException if it is not JSON, of a newer version, or the reader does not
   *     find what it needs
   */
  static <T> T read(String json, Function<Fields, T> reader) {
    Fields fields = new Fields(tree(json), "");
    long version = fields.number("v");
    if (version > VERSION) {
      throw new StoredFormatException(
          "the document has version %d, this release reads up to %d: deploy the newer release again"
              .formatted(version, VERSION));
    }
    try {
      return reader.apply(fields);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new StoredFormatException("the document is not sound: " + brief(e.getMessage()));
    }
  }

  /** A message may quote what it found, which in a damaged document is of any length. */
  private static String brief(@Nullable String message) {
    String text = message == null ? "" : message;
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new StoredFormatException("the document is not JSON: " + brief(e.getOriginalMessage()));
    }
  }
}
