package io.hubtriage.azure.loganalytics;

import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.RequestRetryCondition;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Which failed requests are worth another try at once. */
final class Retries {
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503);

  private Retries() {}

  static boolean worthIt(RequestRetryCondition request) {
    HttpResponse response = request.getResponse();
    if (response != null) {
      return PASSING.contains(response.getStatusCode());
    }
    Throwable failure = request.getThrowable();
    for (int depth = 0; failure != null && depth < 20; depth++) {
      if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
        return false;
      }
      if (failure instanceof IOException) {
        return true;
      }
      failure = failure.getCause();
    }
    return false;
  }
}
