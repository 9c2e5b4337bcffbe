package io.hubtriage.diagnose;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long sessions last with an SDK's default token of 60 minutes: .NET and Java wait for the hub,
 * which closes 5 to 10 minutes after expiry; Node renews 15 minutes early, C at 80 %, Python 2
 * minutes early (learn.microsoft.com/azure/iot-hub/iot-hub-troubleshoot-connectivity, section "MQTT
 * device disconnect behavior", and the SDKs' sources).
 */
public final class DocumentedLives {
  /** What an SDK asks for unless it is told otherwise. */
  static final Duration TOKEN = Duration.ofHours(1);

  private DocumentedLives() {}

  /**
   * The band of a cohort's default sessions; empty if the SDK is not known, or renewals do not drop
   * the cohort's connections.
   */
  public static Optional<Band> of(Cohort cohort) {
    if (!cohort.dropsAtRenewal()) {
      return Optional.empty();
    }
    String sdk = cohort.sdk().toLowerCase(Locale.ROOT);
    if (sdk.equals(".net")
        || sdk.startsWith("microsoft.azure.devices")
        || sdk.startsWith("com.microsoft.azure")) {
      return Optional.of(minutes(64.5, 71));
    }
    if (sdk.equals("azure-iot-device-iothub-py")) {
      return Optional.of(minutes(57.5, 59));
    }
    if (sdk.equals("azure-iot-device")) {
      return Optional.of(minutes(44.5, 46));
    }
    return sdk.equals("iothubclient") || sdk.equals("c")
        ? Optional.of(minutes(47.5, 49))
        : Optional.empty();
  }

  /** The default as lives with weights: most devices run with it, some do not. */
  static List<TokenLives.Life> prior(Cohort cohort) {
    return of(cohort).map(band -> List.of(new TokenLives.Life(band, 0.85))).orElse(List.of());
  }

  private static Band minutes(double from, double to) {
    return new Band(
        Duration.ofSeconds(Math.round(from * 60)), Duration.ofSeconds(Math.round(to * 60)));
  }
}
