package io.hubtriage.diagnose;

import io.hubtriage.model.Signal;

/** How likely a cause is to leave each signal behind: a row of the tables in the explanations. */
final class Signals {
  /** A signal nobody expects of a cause: a stray row. */
  private static final double STRAY = 1e-6;

  private final double[] shares = new double[32];

  private Signals() {
    java.util.Arrays.fill(shares, STRAY);
  }

  /** Only strays so far. */
  static Signals none() {
    return new Signals();
  }

  /** This, with a share for one signal. */
  Signals with(Signal signal, double share) {
    Signals copy = new Signals();
    System.arraycopy(shares, 0, copy.shares, 0, shares.length);
    copy.shares[signal.number()] = share;
    return copy;
  }

  /** The share of a signal, above 0. */
  double of(Signal signal) {
    return shares[signal.number()];
  }
}
