package io.hubtriage.model;

import java.util.Locale;

/** Which way a row of the connection log points. A failed connect is a connect with an error. */
public enum Operation {
  CONNECT,
  DISCONNECT;

  /**
   * Reads the log's {@code OperationName}. Names are an open set ({@code deviceConnect}, {@code
   * deviceDisconnect}, and for modules unconfirmed ones), so whatever holds "disconnect" is one, in
   * any case.
   */
  public static Operation of(String operationName) {
    return operationName.toLowerCase(Locale.ROOT).contains("disconnect") ? DISCONNECT : CONNECT;
  }
}
