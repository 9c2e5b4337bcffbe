package io.hubtriage.lab.simulate;

import java.time.Duration;
import java.util.List;

/**
 * A device SDK as the hub sees it. Keep-alive times are those of
 * learn.microsoft.com/azure/iot/iot-mqtt-connect-to-iot-hub, renewals those of
 * learn.microsoft.com/azure/iot-hub/iot-hub-troubleshoot-connectivity (section "MQTT device
 * disconnect behavior with Azure IoT SDKs") and of the SDKs' sources.
 */
public enum Sdk {
  DOTNET(
      300,
      List.of(
          ".NET/1.42.3 (.NET 8.0.8; Ubuntu 22.04.4 LTS; X64)",
          ".NET/1.41.0 (.NET Framework 4.8.4200.0; Microsoft Windows 10.0.19045; X64)",
          "microsoft.azure.devices.client/1.36.6 (.NET Core 3.1.32; Linux; Arm64)")),
  JAVA(
      230,
      List.of(
          "com.microsoft.azure.sdk.iot.iot-device-client/2.5.0 (Linux; aarch64; 11.0.24)",
          "com.microsoft.azure.iothub-java-client/1.34.4 (Linux; amd64; 1.8.0_402)")),
  NODE(
      180,
      List.of(
          "azure-iot-device/1.18.4 (node v18.20.4; Linux 5.15.0; arm64)",
          "azure-iot-device/1.17.1 (node v10.16.0; Windows_NT 10.0.18363; x64)")),
  C(240, List.of("iothubclient/1.13.0 (native; Linux; armv7l)", "C/1.5.0")),
  PYTHON(
      60,
      List.of(
          "azure-iot-device-iothub-py/2.13.0 (Python 3.10.12; Linux; aarch64)",
          "azure-iot-device-iothub-py/2.12.0 (Python 3.9.2; Linux; armv7l)")),
  /** A plain MQTT client, which sends no sdkVersion. */
  UNNAMED(60, List.of(""));

  private final int keepAliveSeconds;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> versions;

  Sdk(int keepAliveSeconds, List<String> versions) {
    this.keepAliveSeconds = keepAliveSeconds;
    this.versions = versions;
  }

  /** The MQTT keep-alive a client has unless it is configured otherwise. */
  public Duration keepAlive() {
    return Duration.ofSeconds(keepAliveSeconds);
  }

  /** The {@code sdkVersion} texts seen of this SDK. */
  List<String> versions() {
    return versions;
  }

  /**
   * When the client closes its own MQTT connection to renew its token; the token's whole life if it
   * waits for the hub to close it.
   *
   * @param life the token's life; positive
   */
  public Duration renewsAfter(Duration life) {
    return switch (this) {
      case DOTNET, JAVA, UNNAMED -> life;
      // The margin of 15 minutes must be lowered for short lives; the documented example renews a
      // 5-minute token at 3 minutes.
      case NODE ->
          life.compareTo(Duration.ofMinutes(20)) <= 0
              ? life.multipliedBy(3).dividedBy(5)
              : life.minusMinutes(15);
      case C -> life.multipliedBy(4).dividedBy(5);
      case PYTHON -> life.minusSeconds(120);
    };
  }
}
