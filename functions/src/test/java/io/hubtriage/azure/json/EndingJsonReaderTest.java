package io.hubtriage.azure.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Through the door that the Azure clients use. */
final class EndingJsonReaderTest {
  @Test
  void thereIsNothingBehindTheEnd() throws IOException {
    for (JsonReader reader : everyKind("{}")) {
      assertThat(reader.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      assertThat(reader.nextToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(reader.nextToken()).isEqualTo(JsonToken.END_DOCUMENT);
      assertThatThrownBy(reader::nextToken)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the JSON ended");
    }
  }

  @Test
  void whatEndsIsReadAsBefore() throws IOException {
    String json = "{\"text\":\"a\",\"list\":[1,2.5,true,null],\"object\":{\"x\":1}}";
    for (JsonReader reader : everyKind(json)) {
      Map<String, Object> read = reader.readMap(JsonReader::readUntyped);
      assertThat(read).containsEntry("text", "a").containsEntry("object", Map.of("x", 1));
    }
  }

  /** Models that look ahead for a discriminator read a buffered copy first. */
  @Test
  void bufferedCopiesEndToo() throws IOException {
    try (JsonReader reader = JsonProviders.createReader("{\"a\":{\"b\":1},\"c\":2}")) {
      reader.nextToken();
      reader.nextToken();
      reader.nextToken();
      JsonReader copy = reader.bufferObject();
      assertThat(copy.isResetSupported()).isTrue();
      assertThat(copy.readMap(JsonReader::getInt)).containsExactly(Map.entry("b", 1));
      assertThat(copy.reset().readMap(JsonReader::getInt)).containsExactly(Map.entry("b", 1));
      assertThat(copy).isInstanceOf(EndingJsonReader.class);
    }
  }

  private static List<JsonReader> everyKind(String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return List.of(
        JsonProviders.createReader(json),
        JsonProviders.createReader(bytes),
        JsonProviders.createReader(new StringReader(json)),
        JsonProviders.createReader(new ByteArrayInputStream(bytes)));
  }
}
