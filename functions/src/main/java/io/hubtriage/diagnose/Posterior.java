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
  private final double[][] shares;

  private Posterior(List<Explanation> explanations, double[][] shares) {
    this.causes = explanations == Catalogue.EXPLANATIONS ? CATALOGUE : causes(explanations);
    this.shares = shares;
  }

  private static Cause[] causes(List<Explanation> explanations) {
    return explanations.stream().map(Explanation::cause).toArray(Cause[]::new);
  }

  /** Weighs the explanations for every drop. */
  static Posterior of(List<Explanation> explanations, List<Drop> drops, Setting setting) {
    int n = drops.size();
    int k = explanations.size();
    double[][] enter = new double[n][k];
    double[][] stay = new double[n][k];
    for (int j = 0; j < k; j++) {
      Explanation explanation = explanations.get(j);
      for (int i = 0; i < n; i++) {
        Drop drop = drops.get(i);
        enter[i][j] = explanation.enter(drop, setting);
        stay[i][j] = i == 0 ? 0 : explanation.stay(drop, setting);
      }
    }
    double[][] shares = forward(enter, stay);
    backward(shares, enter, stay);
    return new Posterior(explanations, shares);
  }

  private static double[][] forward(double[][] enter, double[][] stay) {
    double[][] alpha = new double[enter.length][];
    for (int i = 0; i < enter.length; i++) {
      alpha[i] = enter[i].clone();
      if (i > 0) {
        double free = 0;
        for (int j = 0; j < alpha[i].length; j++) {
          free += alpha[i - 1][j] * free(stay[i][j]);
        }
        for (int j = 0; j < alpha[i].length; j++) {
          alpha[i][j] = free * enter[i][j] + GOES_ON * alpha[i - 1][j] * stay[i][j];
        }
      }
      scale(alpha[i]);
    }
    return alpha;
  }

  private static void backward(double[][] alpha, double[][] enter, double[][] stay) {
    int n = alpha.length;
    if (n == 0) {
      return;
    }
    double[] beta = new double[alpha[0].length];
    java.util.Arrays.fill(beta, 1);
    for (int i = n - 1; i >= 0; i--) {
      if (i < n - 1) {
        beta = back(beta, enter[i + 1], stay[i + 1]);
      }
      for (int j = 0; j < beta.length; j++) {
        alpha[i][j] *= beta[j];
      }
      scale(alpha[i]);
    }
  }

  private static double[] back(double[] beta, double[] enter, double[] stay) {
    double anew = 0;
    for (int j = 0; j < beta.length; j++) {
      anew += enter[j] * beta[j];
    }
    double[] earlier = new double[beta.length];
    for (int j = 0; j < beta.length; j++) {
      earlier[j] = free(stay[j]) * anew + GOES_ON * stay[j] * beta[j];
    }
    scale(earlier);
    return earlier;
  }

  /** What cannot go on gives way for certain: a renewal followed, an hour later, by the next. */
  private static double free(double stay) {
    return stay == 0 ? 1 : INTERRUPTS;
  }

  private static void scale(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int j = 0; j < values.length; j++) {
      values[j] /= sum;
    }
  }

  /** How many drops were weighed. */
  int size() {
    return shares.length;
  }

  /** The share of a cause at drop {@code i}. */
  double of(int i, Cause cause) {
    for (int j = 0; j < causes.length; j++) {
      if (causes[j] == cause) {
        return shares[i][j];
      }
    }
    return 0;
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
    int best = -1;
    for (int j = 0; j < shares[i].length; j++) {
      if (j != except && (best < 0 || shares[i][j] > shares[i][best])) {
        best = j;
      }
    }
    return best;
  }
}
