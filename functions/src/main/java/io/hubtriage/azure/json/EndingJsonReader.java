package io.hubtriage.azure.json;

import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Fails where there is nothing more to read. The clients' models (azure-monitor-query 1.5.2,
 * azure-json 1.5.1) read until the end of an object comes, and lose their place when a list or an
 * object stands where they expect a text: behind the end of the document they would ask for the
 * next token for ever, and no timeout ends that.
 */
final class EndingJsonReader extends JsonReader {
  private final JsonReader reader;
  private boolean ended;

  EndingJsonReader(JsonReader reader) {
    this.reader = reader;
  }

  @Override
  public JsonToken nextToken() throws IOException {
    if (ended) {
      throw new IOException("the JSON ended, or was of another shape, before all was read of it");
    }
    @Nullable JsonToken token = reader.nextToken();
    ended = token == null || token == JsonToken.END_DOCUMENT;
    return token;
  }

  @Override
  public JsonReader bufferObject() throws IOException {
    return new EndingJsonReader(reader.bufferObject());
  }

  @Override
  public JsonReader reset() throws IOException {
    return new EndingJsonReader(reader.reset());
  }

  @Override
  public boolean isResetSupported() {
    return reader.isResetSupported();
  }

  @Override
  public JsonToken currentToken() {
    return reader.currentToken();
  }

  @Override
  public byte[] getBinary() throws IOException {
    return reader.getBinary();
  }

  @Override
  public boolean getBoolean() throws IOException {
    return reader.getBoolean();
  }

  @Override
  public float getFloat() throws IOException {
    return reader.getFloat();
  }

  @Override
  public double getDouble() throws IOException {
    return reader.getDouble();
  }

  @Override
  public int getInt() throws IOException {
    return reader.getInt();
  }

  @Override
  public long getLong() throws IOException {
    return reader.getLong();
  }

  @Override
  public String getString() throws IOException {
    return reader.getString();
  }

  @Override
  public String getFieldName() throws IOException {
    return reader.getFieldName();
  }

  @Override
  public void skipChildren() throws IOException {
    reader.skipChildren();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
