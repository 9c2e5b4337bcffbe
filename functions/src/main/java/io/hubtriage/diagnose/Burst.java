package io.hubtriage.diagnose;

import io.hubtriage.model.Window;

/**
 * A time in which far more devices of a hub, or of one network of it, dropped than usual.
 *
 * @param network the masked address they share; {@code ""} for the whole hub
 * @param span first minute to the end of the last one
 * @param excess how many times as many devices dropped as usual; above 1
 */
public record Burst(String network, Window span, double excess) {
  /** A device's usual rate of irregular losses per hour: the scale that an excess multiplies. */
  static final double USUAL = 0.02;

  /** The rate, per hour, at which the burst ends a connection at this time; 0 outside it. */
  double rate(long at) {
    return at >= span.start().toEpochMilli() && at < span.end().toEpochMilli() ? USUAL * excess : 0;
  }
}
