package io.hubtriage.azure.loganalytics;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a failure of the Azure client means to an operator: one line that says what to do. Nothing
 * of the request is in it, so neither is its token; of the response only the service's own error.
 */
final class Failures {
  private static final int LONGEST = 300;
  private static final String ASKS_AGAIN = "; the next sweep asks again";

  private static final String NO_RESULT = "the answer is no query result, perhaps a proxy's page (";

  private Failures() {}

  static String describe(RuntimeException failure) {
    Optional<HttpResponseException> http = causes(failure, HttpResponseException.class).findFirst();
    if (http.isPresent()) {
      return describe(http.get());
    }
    if (causes(failure, TimeoutException.class).findAny().isPresent()
        || causes(failure, java.net.http.HttpTimeoutException.class).findAny().isPresent()) {
      return "no answer in time" + ASKS_AGAIN;
    }
    if (causes(failure, IOException.class).findAny().isPresent()
        || causes(failure, UncheckedIOException.class).findAny().isPresent()) {
      return "the connection failed; check that the app reaches api.loganalytics.azure.com"
          + ASKS_AGAIN;
    }
    return NO_RESULT + failure.getClass().getSimpleName() + ")";
  }

  private static String describe(HttpResponseException failure) {
    HttpResponse response = failure.getResponse();
    if (response == null) {
      return failure instanceof ClientAuthenticationException
          ? "no token for it; give the app a managed identity, or check the one it has"
          : "no response" + ASKS_AGAIN;
    }
    int status = response.getStatusCode();
    if (status < 300) {
      return NO_RESULT + "HTTP " + status + ")";
    }
    return switch (status) {
      case 400 -> refused(String.valueOf(failure.getMessage()));
      case 401, 403 ->
          "not allowed (HTTP "
              + status
              + "); give the app's identity the role Log Analytics Reader on the workspace";
      case 404 -> "there is no such workspace; check workspaceId in the settings";
      case 429 -> "too many queries (HTTP 429)" + ASKS_AGAIN;
      case 504 ->
          "the query took too long (HTTP 504)"
              + ASKS_AGAIN
              + "; if it stays so, put fewer hubs into one workspace or shorten the look-back";
      default -> "HTTP " + status + (status >= 500 ? ASKS_AGAIN : "");
    };
  }

  /** A fresh workspace has no AzureDiagnostics: the first row that arrives makes it. */
  private static String refused(String message) {
    if (message.contains("SEM0100") && message.contains("AzureDiagnostics")) {
      return "no IoT Hub logs have arrived in this workspace yet; add a diagnostic setting to the"
          + " hub that sends its Connections category here, and wait for a device to connect";
    }
    String line = message.replaceAll("\\s+", " ").strip();
    return "the query was refused: "
        + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }

  /** The failure and its causes that are of a type, outermost first. */
  private static <T> Stream<T> causes(Throwable failure, Class<T> type) {
    return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
        .limit(20) // a chain may lead back into itself
        .filter(type::isInstance)
        .map(type::cast);
  }
}
