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
 * Refuses a JSON answer that breaks off, as one that a proxy cut short and ended properly does.
 * Refused here, it is asked for again; the client would take it for an answer of another shape.
 * What is no JSON object is left to the client, which says so.
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

  /** Reads it to its end, and fails if it has none. */
  private static void check(byte[] body) throws IOException {
    if (body.length == 0 || body[0] != '{') {
      return;
    }
    try (JsonParser json = JSON.createParser(body)) {
      JsonToken token;
      do {
        token = json.nextToken();
      } while (token != null);
    }
  }
}
