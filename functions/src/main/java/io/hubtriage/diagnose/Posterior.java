package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import java.util.List;

/**
 * How likely each explanation is for each drop of a device, all its drops considered. A hidden
 * Markov chain over the drops, whose states are the explanations: one either goes on ({@link
 * Explanation#stay}) or gives way and all compete anew ({@link Explanation#enter}). The
 * forward-backward pass (Rabiner, A Tutorial on Hidden Markov Models, Proc. IEEE 77(2), 1989,
 * III.A) gives each row's shares; since all entries are equal for every predecessor, a step costs
 * the number of explanations, not its square.
 */
final class Posterior {
  /** Chance that what can go on has not ended unseen. */
  private static final double GOES_ON = 0.97;

  /**
   * Weight of a new entry while something goes on: a loop leaves other causes most of the time to
   * strike in.
   */
  private static final double INTERRUPTS = 0.5;

  /** Made once: there is a posterior for every device of every sweep. */
  private static final Cause[] CATALOGUE = causes(Catalogue.EXPLANATIONS);

  private final Cause[] causes;

  /** Drop after drop, the share of each explanation in order. */
  private final double[] shares;

  private Posterior(List<Explanation> explanations, double[] shares) {
    this.causes = explanations == Catalogue.EXPLANATIONS ? CATALOGUE : causes(explanations);
    this.shares = shares;
  }

  private static Cause[] causes(List<Explanation> explanations) {
    return explanations.stream().map(Explanation::cause).toArray(Cause[]::new);
  }

  /** Lets the explanations compete for all drops together. */
  static Posterior of(Weights weights) {
    int k = weights.explanations().size();
    double[] shares = forward(weights.enter(), weights.stay(), k);
    backward(shares, weights.enter(), weights.stay(), k);
    return new Posterior(weights.explanations(), shares);
  }

  private static double[] forward(double[] enter, double[] stay, int k) {
    double[] alpha = enter.clone();
    for (int row = 0; row < alpha.length; row += k) {
      if (row > 0) {
        double free = 0;
        for (int j = row; j < row + k; j++) {
          free += alpha[j - k] * free(stay[j]);
        }
        for (int j = row; j < row + k; j++) {
          alpha[j] = free * enter[j] + GOES_ON * alpha[j - k] * stay[j];
        }
      }
      scale(alpha, row, k);
    }
    return alpha;
  }

  private static void backward(double[] alpha, double[] enter, double[] stay, int k) {
    double[] beta = new double[k];
    java.util.Arrays.fill(beta, 1);
    for (int row = alpha.length - k; row >= 0; row -= k) {
      if (row + k < alpha.length) {
        back(beta, enter, stay, row + k);
      }
      for (int j = 0; j < k; j++) {
        alpha[row + j] *= beta[j];
      }
      scale(alpha, row, k);
    }
  }

  /** From the drop whose shares begin at {@code row} to the one before it. */
  private static void back(double[] beta, double[] enter, double[] stay, int row) {
    double anew = 0;
    for (int j = 0; j < beta.length; j++) {
      anew += enter[row + j] * beta[j];
    }
    for (int j = 0; j < beta.length; j++) {
      beta[j] = free(stay[row + j]) * anew + GOES_ON * stay[row + j] * beta[j];
    }
    scale(beta, 0, beta.length);
  }

  /** What cannot go on gives way for certain: a renewal followed, an hour later, by the next. */
  private static double free(double stay) {
    return stay == 0 ? 1 : INTERRUPTS;
  }

  private static void scale(double[] values, int from, int length) {
    double sum = 0;
    for (int j = from; j < from + length; j++) {
      sum += values[j];
    }
    for (int j = from; j < from + length; j++) {
      values[j] /= sum;
    }
  }

  /** How many drops were weighed. */
  int size() {
    return shares.length / causes.length;
  }

  /** The share of a cause at drop {@code i}. */
  double of(int i, Cause cause) {
    for (int j = 0; j < causes.length; j++) {
      if (causes[j] == cause) {
        return shares[i * causes.length + j];
      }
    }
    return 0;
  }

  /** The share, at drop {@code i}, of all causes that ask somebody to act; unknown is none. */
  double actionable(int i) {
    double share = 0;
    for (int j = 0; j < causes.length; j++) {
      boolean asks = !causes[j].benign() && causes[j] != Cause.UNKNOWN;
      share += asks ? shares[i * causes.length + j] : 0;
    }
    return share;
  }

  /** The explanation that leads at drop {@code i}. */
  Cause best(int i) {
    return causes[rank(i, -1)];
  }

  /** The explanation that comes second at drop {@code i}. */
  Cause second(int i) {
    return causes[rank(i, rank(i, -1))];
  }

  private int rank(int i, int except) {
    int row = i * causes.length;
    int best = -1;
    for (int j = 0; j < causes.length; j++) {
      if (j != except && (best < 0 || shares[row + j] > shares[row + best])) {
        best = j;
      }
    }
    return best;
  }
}
