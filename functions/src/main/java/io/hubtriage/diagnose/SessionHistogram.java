package io.hubtriage.diagnose;

import io.hubtriage.model.Cohort;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a hub's sessions lasted, per cohort, in whole minutes. All that is remembered of sound
 * devices: its size depends on the number of cohorts and lives, not of devices.
 *
 * @param cohorts sorted; per cohort the minutes that have sessions, sorted
 */
public record SessionHistogram(Map<Cohort, Map<Integer, Bin>> cohorts) {
  /** A session seen once is remembered for about two memories' length. */
  private static final double FORGOTTEN = 0.125;

  /** No sessions. */
  public static final SessionHistogram EMPTY = new SessionHistogram(Map.of());

  /** Copies and sorts. */
  public SessionHistogram {
    Map<Cohort, Map<Integer, Bin>> copy = new TreeMap<>();
    cohorts.forEach((cohort, bins) -> copy.put(cohort, new TreeMap<>(bins)));
    cohorts = copy;
  }

  /**
   * Sessions of one length.
   *
   * @param sessions how many; older ones count for a fraction
   * @param devices at least how many devices had them
   * @param renewing how many of the sessions ended as only renewals do: informational, or with
   *     401003
   */
  public record Bin(double sessions, long devices, double renewing) {
    /** Makes a negative zero a plain one, so that equal bins are written alike. */
    public Bin {
      sessions += 0.0;
      renewing += 0.0;
    }

    private Bin plus(Bin other) {
      return new Bin(
          sessions + other.sessions, Math.max(devices, other.devices), renewing + other.renewing);
    }
  }

  /** This and other sessions that are not in it yet. */
  public SessionHistogram plus(SessionHistogram other) {
    Map<Cohort, Map<Integer, Bin>> sum = new TreeMap<>();
    cohorts.forEach((cohort, bins) -> sum.put(cohort, new TreeMap<>(bins)));
    other.cohorts.forEach(
        (cohort, bins) -> {
          Map<Integer, Bin> into = sum.computeIfAbsent(cohort, c -> new TreeMap<>());
          bins.forEach((minutes, bin) -> into.merge(minutes, bin, Bin::plus));
        });
    return new SessionHistogram(sum);
  }

  /**
   * This, sessions counting for {@code factor} (0 to 1) of what they did. Thousandths are kept,
   * since small whole counts would never fade; what falls below {@value #FORGOTTEN} of a session is
   * forgotten.
   */
  public SessionHistogram faded(double factor) {
    Map<Cohort, Map<Integer, Bin>> faded = new TreeMap<>();
    cohorts.forEach(
        (cohort, bins) -> {
          Map<Integer, Bin> rest = new TreeMap<>();
          bins.forEach(
              (minutes, bin) -> {
                double sessions = thousandths(bin.sessions * factor);
                if (sessions >= FORGOTTEN) {
                  rest.put(
                      minutes, new Bin(sessions, bin.devices, thousandths(bin.renewing * factor)));
                }
              });
          if (!rest.isEmpty()) {
            faded.put(cohort, rest);
          }
        });
    return new SessionHistogram(faded);
  }

  /** So that what is stored in a few digits is what was counted. */
  private static double thousandths(double count) {
    return Math.round(count * 1_000) / 1_000.0;
  }
}
