package io.hubtriage.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a row of the connection log says went wrong: the codes and code-less names of
 * learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes that bear on connectivity. The
 * platform's set is open; whatever is not listed is {@link #OTHER}. The numbers are part of the
 * packed row format ({@link Timeline}) and of the shipped queries: never renumber.
 */
public enum Signal {
  /** No error: an informational connect or disconnect. */
  NONE(0, "", ""),
  CLOSED_REMOTELY(1, "404104", "DeviceConnectionClosedRemotely"),
  UNAUTHORIZED(2, "401003", "IoTHubUnauthorized"),
  SERVER_ERROR(3, "500001", "ServerError"),
  GENERIC_TIMEOUT(4, "500008", "GenericTimeout"),
  NEW_CONNECTION(5, "400027", "ConnectionForcefullyClosedOnNewConnection"),
  LINK_CONFLICT(6, "409002", "LinkCreationConflict"),
  UPGRADE_CLOSED(7, "400029", "ConnectionForcefullyClosedOnFaultInjection"),
  UPGRADE_REJECTED(8, "400030", "ConnectionRejectedOnFaultInjection"),
  THROTTLED(9, "429001", "ThrottlingException"),
  QUOTA_EXCEEDED(10, "403002", "IotHubQuotaExceeded"),
  SERVICE_UNAVAILABLE(11, "", "ServiceUnavailable"),
  INTERNAL_SERVER_ERROR(12, "", "InternalServerError"),
  /** Any of 429000 and 429002 to 429005. */
  THROTTLED_OTHER(13, "429xxx", ""),
  /** Any error the list does not name. */
  OTHER(31, "", "");

  private static final Map<String, Signal> BY_CODE = index(Signal::code);
  private static final Map<String, Signal> BY_NAME = index(Signal::symbol);
  private static final Signal[] BY_NUMBER = byNumber();

  private final int number;
  private final String code;
  private final String symbol;

  Signal(int number, String code, String symbol) {
    this.number = number;
    this.code = code;
    this.symbol = symbol;
  }

  /** The signal's number in packed rows: 0 to 31. */
  public int number() {
    return number;
  }

  /** The numeric code as the log writes it in {@code ResultType}, or {@code ""}. */
  public String code() {
    return code;
  }

  /** The error's name as the log writes it in {@code ResultDescription}, or {@code ""}. */
  public String symbol() {
    return symbol;
  }

  /** What to show a person: the code, else the name. */
  public String label() {
    return !code.isEmpty() ? code : !symbol.isEmpty() ? symbol : name();
  }

  /** Whether the row reports an error at all. */
  public boolean isError() {
    return this != NONE;
  }

  /**
   * Whether the hub itself failed. Not a prefix test: 5003xx, 5004xx and 5005xx have nothing to do
   * with connections (iot-hub/troubleshoot-error-codes).
   */
  public boolean isServerError() {
    return switch (this) {
      case SERVER_ERROR, GENERIC_TIMEOUT, SERVICE_UNAVAILABLE, INTERNAL_SERVER_ERROR -> true;
      default -> false;
    };
  }

  /** Whether the hub refused or shaped traffic: 429xxx, 403002. */
  public boolean isThrottling() {
    return this == THROTTLED || this == THROTTLED_OTHER || this == QUOTA_EXCEEDED;
  }

  /**
   * Reads a row's result columns.
   *
   * @param code {@code ResultType}, {@code ""} if none
   * @param description {@code ResultDescription}, {@code ""} if none; used only without a code, and
   *     only its leading name
   */
  public static Signal of(String code, String description) {
    if (code.isEmpty() && description.isEmpty()) {
      return NONE;
    }
    if (!code.isEmpty()) {
      Signal known = BY_CODE.get(code);
      return known != null
          ? known
          : code.length() == 6 && code.startsWith("429") ? THROTTLED_OTHER : OTHER;
    }
    return Optional.ofNullable(BY_NAME.get(description)).orElse(OTHER);
  }

  /**
   * The signal of a packed row.
   *
   * @throws IllegalArgumentException if no signal has the number
   */
  public static Signal numbered(int number) {
    Signal signal = number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    if (signal == null) {
      throw new IllegalArgumentException("no signal has the number " + number);
    }
    return signal;
  }

  private static Map<String, Signal> index(Function<Signal, String> key) {
    return Arrays.stream(values())
        .filter(s -> !key.apply(s).isEmpty())
        .collect(Collectors.toUnmodifiableMap(key, s -> s));
  }

  private static Signal[] byNumber() {
    Signal[] table = new Signal[32];
    for (Signal signal : values()) {
      table[signal.number] = signal;
    }
    return table;
  }
}
