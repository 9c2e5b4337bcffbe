package io.hubtriage.diagnose;

import java.util.List;
import java.util.Locale;

/**
 * When the hub closes a silent MQTT connection: 1.5 times the client's keep-alive, at most 1767 s
 * (the load balancer's idle limit);
 * learn.microsoft.com/azure/iot/iot-mqtt-connect-to-iot-hub#default-keep-alive-timeout.
 */
final class Timeouts {
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

  /** In milliseconds. Arrays, since every drop is weighed against each of them. */
  private final long[] likely;

  /** How likely each of them is; in sum at most 1. */
  private final double[] weights;

  /** How likely it is any other value. */
  private final double rest;

  private Timeouts(long[] likely, double[] weights) {
    this.likely = likely;
    this.weights = weights;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    this.rest = Math.max(0, 1 - sum);
  }

  /** What the SDK's default and custom suggest. */
  static Timeouts of(String sdk) {
    long standard = standard(sdk);
    Timeouts common = common(standard > 0 ? 0.3 : 0.7);
    return standard > 0 ? common.led(standard, 0.5) : common;
  }

  private static Timeouts common(double weight) {
    long[] likely = new long[COMMON.size()];
    double[] weights = new double[likely.length];
    for (int i = 0; i < likely.length; i++) {
      likely[i] = COMMON.get(i);
      weights[i] = weight / likely.length;
    }
    return new Timeouts(likely, weights);
  }

  /** These, but mostly {@code millis}, which was measured. */
  Timeouts measured(long millis) {
    double[] less = weights.clone();
    for (int i = 0; i < less.length; i++) {
      less[i] *= 0.2;
    }
    return new Timeouts(likely, less).led(millis, 0.8);
  }

  /** These, and one more before them. */
  private Timeouts led(long millis, double weight) {
    long[] more = new long[likely.length + 1];
    double[] moreWeights = new double[more.length];
    more[0] = millis;
    moreWeights[0] = weight;
    System.arraycopy(likely, 0, more, 1, likely.length);
    System.arraycopy(weights, 0, moreWeights, 1, weights.length);
    return new Timeouts(more, moreWeights);
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
    for (int i = 0; i < likely.length; i++) {
      double z = (session - likely[i]) / SPREAD_MILLIS;
      known += Math.abs(z) < FAR ? weights[i] * Math.exp(-z * z / 2) : 0;
    }
    double perHour = 3_600_000.0;
    double peak = perHour / (SPREAD_MILLIS * Math.sqrt(2 * Math.PI));
    double other = session >= SHORTEST && session <= LONGEST ? perHour / (LONGEST - SHORTEST) : 0;
    return known * peak + rest * other;
  }

  /** The timeout a session of this length meets, in milliseconds, or 0. */
  long met(long session) {
    for (long timeout : likely) {
      if (Math.abs(session - timeout) <= 4 * SPREAD_MILLIS) {
        return timeout;
      }
    }
    return 0;
  }
}
