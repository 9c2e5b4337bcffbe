package io.hubtriage.azure.storage;

import com.azure.core.exception.HttpResponseException;

/** Why a call failed, in words fit for a log: a service's answer may hold the whole request. */
final class Reason {
  private Reason() {}

  static String of(Throwable failure) {
    if (failure instanceof StoredFormatException format) {
      return String.valueOf(format.getMessage());
    }
    if (failure instanceof HttpResponseException http && http.getResponse() != null) {
      return "the service answered " + http.getResponse().getStatusCode();
    }
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
