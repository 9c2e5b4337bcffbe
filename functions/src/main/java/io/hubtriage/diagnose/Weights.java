package io.hubtriage.diagnose;

import java.util.List;

/**
 * How likely each explanation is for each drop of a device, each drop and explanation looked at by
 * itself. Drop after drop, the explanations in order.
 */
final class Weights {
  private final List<Explanation> explanations;
  private final double[] enter;
  private final double[] stay;

  private Weights(List<Explanation> explanations, int drops) {
    this.explanations = explanations;
    this.enter = new double[drops * explanations.size()];
    this.stay = new double[enter.length];
  }

  static Weights of(List<Explanation> explanations, List<Drop> drops, Setting setting) {
    Weights weights = new Weights(explanations, drops.size());
    for (int j = 0; j < explanations.size(); j++) {
      weights.weigh(j, drops, setting);
    }
    return weights;
  }

  /**
   * Weighs the same drops anew where the device's rates were learned: only explanations that go by
   * them, which are few, have anything new to say.
   */
  void learned(List<Drop> drops, Setting setting) {
    for (int j = 0; j < explanations.size(); j++) {
      if (explanations.get(j).goesByRates()) {
        weigh(j, drops, setting);
      }
    }
  }

  private void weigh(int j, List<Drop> drops, Setting setting) {
    Explanation explanation = explanations.get(j);
    int k = explanations.size();
    for (int i = 0; i < drops.size(); i++) {
      Drop drop = drops.get(i);
      enter[i * k + j] = explanation.enter(drop, setting);
      // What goes on began with a drop before.
      stay[i * k + j] = i == 0 ? 0 : explanation.stay(drop, setting);
    }
  }

  List<Explanation> explanations() {
    return explanations;
  }

  /** {@link Explanation#enter}; not to be changed. */
  double[] enter() {
    return enter;
  }

  /** {@link Explanation#stay}; not to be changed. */
  double[] stay() {
    return stay;
  }
}
