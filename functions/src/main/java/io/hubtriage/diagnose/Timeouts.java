package io.hubtriage.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When the hub closes a silent MQTT connection: 1.5 times the client's keep-alive, at most 1767 s
 * (the load balancer's idle limit);
 * learn.microsoft.com/azure/iot/iot-mqtt-connect-to-iot-hub#default-keep-alive-timeout.
 *
 * @param likely milliseconds, and how likely each is; the rest of 1 is "some other value"
 */
record Timeouts(List<Likely> likely) {
  /** How exactly a timeout is met, in milliseconds: one standard deviation. */
  static final double SPREAD_MILLIS = 2_500;

  /** So many standard deviations off, a density is nothing. */
  private static final double FAR = 7;

  /** Other values: evenly between these. */
  private static final long SHORTEST = 15_000;

  /** The load balancer's idle limit, in milliseconds. */
  static final long LONGEST = 1_767_000;

  /** 1.5 times the keep-alives that people configure: 30 s to 20 min. */
  private static final List<Long> COMMON =
      List.of(
          45_000L, 90_000L, 180_000L, 270_000L, 345_000L, 360_000L, 450_000L, 900_000L, 1_767_000L);

  Timeouts {
    likely = List.copyOf(likely);
  }

  record Likely(long millis, double weight) {}

  /** What the SDK's default and custom suggest. */
  static Timeouts of(String sdk) {
    long standard = standard(sdk);
    List<Likely> likely = new ArrayList<>();
    double rest = standard > 0 ? 0.3 : 0.7;
    if (standard > 0) {
      likely.add(new Likely(standard, 0.5));
    }
    COMMON.forEach(t -> likely.add(new Likely(t, rest / COMMON.size())));
    return new Timeouts(likely);
  }

  /** These, but mostly {@code millis}, which was measured. */
  Timeouts measured(long millis) {
    List<Likely> more = new ArrayList<>();
    more.add(new Likely(millis, 0.8));
    likely.forEach(l -> more.add(new Likely(l.millis(), l.weight() * 0.2)));
    return new Timeouts(more);
  }

  /** The hub's timeout for the SDK's default keep-alive in milliseconds; 0 if unknown. */
  static long standard(String sdk) {
    String name = sdk.toLowerCase(Locale.ROOT);
    if (name.equals(".net") || name.startsWith("microsoft.azure.devices")) {
      return 450_000;
    }
    if (name.startsWith("com.microsoft.azure")) {
      return 345_000;
    }
    if (name.equals("azure-iot-device-iothub-py")) {
      return 90_000;
    }
    if (name.equals("azure-iot-device")) {
      return 270_000;
    }
    return name.equals("iothubclient") || name.equals("c") ? 360_000 : 0;
  }

  /** The rate, per hour, at which a loop ends a session after this long. */
  double rate(long session) {
    double known = 0;
    double sum = 0;
    for (int i = 0; i < likely.size(); i++) {
      Likely one = likely.get(i);
      double z = (session - one.millis()) / SPREAD_MILLIS;
      known += Math.abs(z) < FAR ? one.weight() * Math.exp(-z * z / 2) : 0;
      sum += one.weight();
    }
    double perHour = 3_600_000.0;
    double peak = perHour / (SPREAD_MILLIS * Math.sqrt(2 * Math.PI));
    double other = session >= SHORTEST && session <= LONGEST ? perHour / (LONGEST - SHORTEST) : 0;
    return known * peak + Math.max(0, 1 - sum) * other;
  }

  /** The timeout a session of this length meets, in milliseconds, or 0. */
  long met(long session) {
    return likely.stream()
        .filter(l -> Math.abs(session - l.millis()) <= 4 * SPREAD_MILLIS)
        .mapToLong(Likely::millis)
        .findFirst()
        .orElse(0);
  }
}
