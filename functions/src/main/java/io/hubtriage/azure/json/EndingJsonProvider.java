package io.hubtriage.azure.json;

import com.azure.json.JsonOptions;
import com.azure.json.JsonProvider;
import com.azure.json.JsonReader;
import com.azure.json.JsonWriter;
import com.azure.json.implementation.DefaultJsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;

/**
 * The Azure clients' own JSON, whose readers are {@link EndingJsonReader}s. Found by {@link
 * java.util.ServiceLoader}, so it serves every client of the process.
 */
public final class EndingJsonProvider implements JsonProvider {
  private final JsonProvider standard = new DefaultJsonProvider();

  @Override
  public JsonReader createReader(byte[] json, JsonOptions options) throws IOException {
    return new EndingJsonReader(standard.createReader(json, options));
  }

  @Override
  public JsonReader createReader(String json, JsonOptions options) throws IOException {
    return new EndingJsonReader(standard.createReader(json, options));
  }

  @Override
  public JsonReader createReader(InputStream json, JsonOptions options) throws IOException {
    return new EndingJsonReader(standard.createReader(json, options));
  }

  @Override
  public JsonReader createReader(Reader json, JsonOptions options) throws IOException {
    return new EndingJsonReader(standard.createReader(json, options));
  }

  @Override
  public JsonWriter createWriter(OutputStream json, JsonOptions options) throws IOException {
    return standard.createWriter(json, options);
  }

  @Override
  public JsonWriter createWriter(Writer json, JsonOptions options) throws IOException {
    return standard.createWriter(json, options);
  }
}
