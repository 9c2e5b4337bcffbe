package io.hubtriage.azure.loganalytics;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.util.BinaryData;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Refuses a JSON answer that breaks off, as one that a proxy cut short and ended properly does, or
 * whose columns are not described by texts. The clients' own parser (azure-json 1.5.1) waits for
 * the end of an object in an endless loop, also after the end of the text: the sweep would never
 * come back. What is no JSON object is left to the client, which says so.
 */
public final class WholeAnswers extends HttpPipelineSyncPolicy {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext context, HttpResponse response) {
    HttpResponse buffered = response.buffer();
    BinaryData body = buffered.getBodyAsBinaryData();
    try {
      if (body != null) {
        check(body.toBytes());
      }
    } catch (IOException e) {
      buffered.close();
      throw new UncheckedIOException(
          "the answer breaks off or is broken, HTTP " + response.getStatusCode(), e);
    }
    return buffered;
  }

  /**
   * Reads it to its end.
   *
   * @throws IOException if it has none
   */
  static void check(byte[] body) throws IOException {
    try (JsonParser json = JSON.createParser(body)) {
      if (body.length == 0 || body[0] != '{') {
        return;
      }
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_ARRAY && "columns".equals(json.currentName())) {
          columns(json);
        }
      }
    }
  }

  private static void columns(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw new IOException("a column is no object");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        if (json.nextToken() == null || json.currentToken().isStructStart()) {
          throw new IOException("a column is not described by texts");
        }
      }
    }
  }
}
