package io.hubtriage.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How many messages a channel still takes: one token bucket per limit. Half of a limit can go at
 * once and the other half comes back evenly over its time, because a full bucket that refills as it
 * is emptied would let nearly twice the limit pass.
 *
 * <p>A bucket is one instant, the time at which it is full again (the generic cell rate algorithm,
 * ITU-T I.371): taking a token moves it by the time one token needs to come back.
 *
 * @param fullAt one per limit, in the order of the limits
 */
public record Budget(List<Limit> limits, List<Instant> fullAt) {
  /** No limits at all. */
  public static final Budget UNLIMITED = of();

  /**
   * What a Teams webhook takes: 4 requests in a second, 60 in 30 s, 100 in an hour
   * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
   */
  public static final Budget TEAMS =
      of(
          new Limit(4, Duration.ofSeconds(1)),
          new Limit(60, Duration.ofSeconds(30)),
          new Limit(100, Duration.ofHours(1)));

  /**
   * At most so many in any span of this length.
   *
   * @param count at least 2
   * @param per positive
   */
  public record Limit(int count, Duration per) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the count is below 2 or the time is not positive
     */
    public Limit {
      if (count < 2 || per.isNegative() || per.isZero()) {
        throw new IllegalArgumentException("not a limit: " + count + " per " + per);
      }
    }

    private int burst() {
      return count / 2;
    }

    private Duration perToken() {
      return per.dividedBy(count - burst());
    }

    /** The earliest moment at which a token is there. */
    private Instant next(Instant fullAt) {
      return fullAt.minus(perToken().multipliedBy(burst() - 1L));
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is not one instant per limit
   */
  public Budget {
    limits = List.copyOf(limits);
    fullAt = List.copyOf(fullAt);
    if (limits.size() != fullAt.size()) {
      throw new IllegalArgumentException(limits.size() + " limits, " + fullAt.size() + " buckets");
    }
  }

  /** Full buckets. */
  public static Budget of(Limit... limits) {
    return new Budget(List.of(limits), Collections.nCopies(limits.length, Instant.EPOCH));
  }

  /** The budget after one message; empty if none may be sent at {@code now}. */
  public Optional<Budget> take(Instant now) {
    if (nextAt(now).isAfter(now)) {
      return Optional.empty();
    }
    List<Instant> after = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      Instant full = fullAt.get(i).isAfter(now) ? fullAt.get(i) : now;
      after.add(full.plus(limits.get(i).perToken()));
    }
    return Optional.of(new Budget(limits, after));
  }

  /** The first moment, not before {@code now}, at which a message may be sent. */
  public Instant nextAt(Instant now) {
    Instant next = now;
    for (int i = 0; i < limits.size(); i++) {
      Instant at = limits.get(i).next(fullAt.get(i));
      next = at.isAfter(next) ? at : next;
    }
    return next;
  }
}
