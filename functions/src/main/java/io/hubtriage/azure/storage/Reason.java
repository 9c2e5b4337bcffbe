package io.hubtriage.azure.storage;

import com.azure.core.exception.HttpResponseException;
import com.azure.data.tables.models.TableErrorCode;
import com.azure.data.tables.models.TableServiceException;

/** Why a call failed, in words fit for a log: a service's answer may hold the whole request. */
final class Reason {
  private Reason() {}

  static String of(Throwable failure) {
    if (failure instanceof StoredFormatException format) {
      return String.valueOf(format.getMessage());
    }
    if (failure instanceof HttpResponseException http) {
      String answer = (status(http) + " " + code(http)).strip();
      return answer.isEmpty() ? http.getClass().getSimpleName() : "the service answered " + answer;
    }
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }

  private static String status(HttpResponseException e) {
    return e.getResponse() == null ? "" : Integer.toString(e.getResponse().getStatusCode());
  }

  private static String code(HttpResponseException e) {
    TableErrorCode code =
        e instanceof TableServiceException table && table.getValue() != null
            ? table.getValue().getErrorCode()
            : null;
    return code == null ? "" : code.toString();
  }
}
