package io.hubtriage.diagnose;

import io.hubtriage.model.Client;
import java.util.Optional;

/**
 * What one device does by itself, as far as its timeline and its cohort tell.
 *
 * @param client the software at the device's end
 * @param lives token lives; {@link TokenLives#NONE} where renewals cannot drop the connection
 * @param clock the clock its tokens run out by, where that is not its sessions' length
 * @param lossRate irregular losses per hour
 * @param plannedRate disconnects of its own accord per hour
 * @param timeouts keep-alive loops it may fall into
 * @param crashMean mean session of its crash loop in hours
 */
record Habits(
    Client client,
    TokenLives lives,
    Optional<TokenClock> clock,
    double lossRate,
    double plannedRate,
    Timeouts timeouts,
    double crashMean) {
  /** Rates this close change no verdict. */
  private static final double CLOSE = 1.3;

  /** Whether a rate is another than in {@code other} by more than nothing. */
  boolean differs(Habits other) {
    return apart(lossRate, other.lossRate)
        || apart(plannedRate, other.plannedRate)
        || apart(crashMean, other.crashMean);
  }

  private static boolean apart(double a, double b) {
    return a > CLOSE * b || b > CLOSE * a;
  }
}
