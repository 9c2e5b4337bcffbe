package io.hubtriage.lab.score;

import io.hubtriage.model.Cause;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How right a set of verdicts is. All shares are 0 to 1, and 0 where there is nothing to share.
 *
 * @param macroF1 the mean F1 over the causes that occur in truth
 * @param causes the score of every cause that occurs in truth
 * @param confusion what was taken for what
 * @param benignAlertedShare of the benign rows, those given an actionable cause
 * @param actionableMissedShare of the actionable rows, those given a benign cause, {@link
 *     Cause#UNKNOWN} or none
 * @param unknownShare of all rows, those given {@link Cause#UNKNOWN} or none
 */
public record Score(
    double macroF1,
    Map<Cause, CauseScore> causes,
    Confusion confusion,
    double benignAlertedShare,
    double actionableMissedShare,
    double unknownShare) {

  static Score of(Confusion confusion) {
    Map<Cause, CauseScore> causes = new TreeMap<>();
    for (Cause cause : confusion.truths()) {
      causes.put(
          cause,
          CauseScore.of(
              confusion.count(cause, cause),
              confusion.count((truth, given) -> given == cause),
              confusion.count((truth, given) -> truth == cause)));
    }
    long benign = confusion.count((truth, given) -> truth.benign());
    long alerted = confusion.count((truth, given) -> truth.benign() && actionable(given));
    long needy = confusion.count((truth, given) -> actionable(truth));
    long missed = confusion.count((truth, given) -> actionable(truth) && !actionable(given));
    return new Score(
        causes.values().stream().mapToDouble(CauseScore::f1).average().orElse(0),
        Collections.unmodifiableMap(causes),
        confusion,
        CauseScore.share(alerted, benign),
        CauseScore.share(missed, needy),
        CauseScore.share(
            confusion.count((truth, given) -> given == Cause.UNKNOWN),
            confusion.count((truth, given) -> true)));
  }

  /** Causes somebody should act on. Not knowing is no cause to act on. */
  private static boolean actionable(Cause cause) {
    return !cause.benign() && cause != Cause.UNKNOWN;
  }
}
