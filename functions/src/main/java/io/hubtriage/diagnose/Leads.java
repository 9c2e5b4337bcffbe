package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import java.util.BitSet;
import java.util.List;

/**
 * What is kept of a {@link Posterior}: per drop the explanation that leads and its share, in a
 * tenth of the memory. A large hub's posteriors would take more than all else together; they are
 * worked out once more for the few devices that are told of.
 */
final class Leads {
  /** No explanation has a greater share than one that leads with this much. */
  private static final double MAJORITY = 0.5;

  /** So sure that somebody has to act. */
  private static final double CERTAIN = 0.9;

  private final Cause[] causes;
  private final double[] shares;
  private final BitSet startling;
  private final BitSet actionable;

  private Leads(int drops) {
    this.causes = new Cause[drops];
    this.shares = new double[drops];
    this.startling = new BitSet(drops);
    this.actionable = new BitSet(drops);
  }

  static Leads of(List<Drop> drops, Posterior posterior) {
    Leads leads = new Leads(drops.size());
    for (int i = 0; i < drops.size(); i++) {
      Cause best = posterior.best(i);
      leads.causes[i] = best;
      leads.shares[i] = posterior.of(i, best);
      leads.actionable.set(i, posterior.actionable(i) >= CERTAIN);
      leads.startling.set(i, Startle.unexplained(posterior, drops.get(i), i));
    }
    return leads;
  }

  /** The explanation that leads at drop {@code i}. */
  Cause best(int i) {
    return causes[i];
  }

  /** Its share, 0 to 1. */
  double share(int i) {
    return shares[i];
  }

  /** Whether drop {@code i} asks somebody to act for certain, whichever cause leads. */
  boolean actionable(int i) {
    return actionable.get(i);
  }

  /** Whether nothing the device does by itself explains drop {@code i}. */
  boolean startling(int i) {
    return startling.get(i);
  }

  /**
   * The greatest share of a cause among these drops, if that can be told: 0 where it leads nowhere
   * by a majority.
   */
  double greatest(Cause cause, int first, int last) {
    double greatest = 0;
    for (int i = first; i <= last; i++) {
      greatest = best(i) == cause ? Math.max(greatest, shares[i]) : greatest;
    }
    return greatest >= MAJORITY ? greatest : 0;
  }
}
