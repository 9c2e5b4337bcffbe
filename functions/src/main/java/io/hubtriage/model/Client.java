package io.hubtriage.model;

/**
 * What the hub's log tells of the software at the other end of a connection. Every part may be
 * {@code ""}: {@code sdkVersion} is documented for connect rows only.
 *
 * @param sdk the product token of {@code sdkVersion}, before the first {@code /}: {@code .NET},
 *     {@code azure-iot-device-iothub-py}
 * @param sdkVersion what follows it up to the first blank: {@code 1.42.0}
 * @param protocol {@code Mqtt}, {@code MqttWs}, {@code Amqp}...
 * @param authType {@code sas}, {@code x509Certificate}...
 */
public record Client(String sdk, String sdkVersion, String protocol, String authType) {
  /** Nothing is known. */
  public static final Client UNKNOWN = new Client("", "", "", "");

  /**
   * Splits the log's {@code sdkVersion} text.
   *
   * @param text as logged, for example {@code azure-iot-device/1.17.1 (node v10.16.0; ...)}; may be
   *     {@code ""}
   */
  public static Client of(String text, String protocol, String authType) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new Client(text.strip(), "", protocol, authType);
    }
    int blank = text.indexOf(' ', slash);
    String version = text.substring(slash + 1, blank < 0 ? text.length() : blank);
    return new Client(text.substring(0, slash).strip(), version, protocol, authType);
  }

  /** The group of clients that behave alike. */
  public Cohort cohort() {
    return new Cohort(sdk, authType, protocol);
  }
}
