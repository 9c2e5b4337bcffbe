package io.hubtriage.diagnose;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds the token lives in a histogram of session lengths: windows that hold far more sessions than
 * their surroundings (gap concentration; a Poisson tail against the neighbourhood). Renewal is
 * counted from the connect, so lengths concentrate even where losses restart the token again and
 * again, which defeats spectra and beacon scores.
 */
public final class LifeLearner {
  /**
   * Widths of the windows in minutes: SDKs that renew by themselves, and the hub's 5 to 10 minutes
   * of grace.
   */
  private static final int[] WIDTHS = {2, 7};

  /** The hub closes a connection 5 to 10 minutes after its token ran out. */
  private static final int GRACE_MINUTES = 6;

  /** Sessions shorter than this are loops. */
  private static final int SHORTEST_MINUTES = 3;

  private static final int MOST_LIVES = 12;

  /** A life is learned from two full sessions of several devices. */
  private static final long LEAST_SESSIONS = 6;

  private static final long LEAST_DEVICES = 2;
  private static final double SURPRISE = 1e-5;

  /**
   * Of a renewal's sessions this share at least ends as only renewals do; keep-alive loops leave
   * 404104 alone.
   */
  private static final double LEAST_RENEWING = 0.2;

  private LifeLearner() {}

  /** The lives each cohort's sessions agree on. */
  public static Lives learn(SessionHistogram histogram) {
    Map<Cohort, List<Lives.Learned>> learned = new TreeMap<>();
    histogram
        .cohorts()
        .forEach(
            (cohort, bins) -> {
              if (cohort.dropsAtRenewal()) {
                List<Lives.Learned> lives = lives(bins);
                if (!lives.isEmpty()) {
                  learned.put(cohort, lives);
                }
              }
            });
    return new Lives(learned);
  }

  private static List<Lives.Learned> lives(Map<Integer, SessionHistogram.Bin> bins) {
    NavigableMap<Integer, SessionHistogram.Bin> left = new TreeMap<>(bins);
    left.headMap(SHORTEST_MINUTES).clear();
    List<Lives.Learned> lives = new ArrayList<>();
    while (lives.size() < MOST_LIVES && !left.isEmpty()) {
      Peak peak = highest(left);
      if (peak == null) {
        break;
      }
      lives.add(new Lives.Learned(peak.band(), peak.sessions()));
      // The neighbours of a peak are its edges, and no life of their own.
      left.subMap(peak.from() - 1, peak.to() + 1).clear();
    }
    return lives;
  }

  private static @org.jspecify.annotations.Nullable Peak highest(
      NavigableMap<Integer, SessionHistogram.Bin> bins) {
    Minutes minutes = Minutes.of(bins);
    Peak best = null;
    for (int from : bins.keySet()) {
      for (int width : WIDTHS) {
        Peak peak = minutes.peak(from, width);
        if ((best == null || peak.excess() > best.excess()) && peak.stands()) {
          best = peak;
        }
      }
    }
    return best;
  }

  /** A histogram laid out minute by minute, so that a window is a few steps. */
  private static final class Minutes {
    private final SessionHistogram.@org.jspecify.annotations.Nullable Bin[] bins;

    /** How many sessions are shorter than each minute. */
    private final double[] shorter;

    private Minutes(int size) {
      this.bins = new SessionHistogram.Bin[size];
      this.shorter = new double[size + 1];
    }

    static Minutes of(NavigableMap<Integer, SessionHistogram.Bin> bins) {
      Minutes minutes = new Minutes(bins.lastKey() + 1);
      bins.forEach((minute, bin) -> minutes.bins[minute] = bin);
      for (int i = 0; i < minutes.bins.length; i++) {
        SessionHistogram.Bin bin = minutes.bins[i];
        minutes.shorter[i + 1] = minutes.shorter[i] + (bin == null ? 0 : bin.sessions());
      }
      return minutes;
    }

    private double sessions(int from, int to) {
      return shorter[Math.min(to, bins.length)] - shorter[Math.max(from, 0)];
    }

    Peak peak(int from, int width) {
      long devices = 0;
      double renewing = 0;
      int to = from + 1;
      for (int i = from; i < Math.min(from + width, bins.length); i++) {
        SessionHistogram.Bin bin = bins[i];
        if (bin != null) {
          devices = Math.max(devices, bin.devices());
          renewing += bin.renewing();
          to = i + 1;
        }
      }
      double sessions = sessions(from, from + width);
      int reach = Math.max(3 * width, from / 4);
      double around = sessions(from - reach, from + width + reach) - sessions;
      double expected = 0.2 + around * width / (2.0 * reach);
      return new Peak(from, to, Math.round(sessions), devices, renewing, expected);
    }
  }

  /**
   * A window of minutes.
   *
   * @param from first minute with sessions in it
   * @param to after the last minute with sessions in it
   * @param sessions to the nearest whole one: older ones count for less than one
   * @param devices the most devices of any of its minutes
   * @param expected how many sessions its surroundings would put there
   */
  private record Peak(
      int from, int to, long sessions, long devices, double renewing, double expected) {

    double excess() {
      return sessions - 1.5 * expected;
    }

    boolean stands() {
      return sessions >= LEAST_SESSIONS
          && devices >= LEAST_DEVICES
          && renewing >= LEAST_RENEWING * sessions
          && sessions > 2 * expected
          && Tail.atLeast(sessions, expected, 1) < SURPRISE;
    }

    /**
     * Sessions over several minutes are those that wait for the hub: its grace spreads them over
     * five, whatever was seen of it so far. Whole minutes hide up to a minute, and the seconds
     * between the rows of a break come on top.
     */
    Band band() {
      boolean waits = to - from >= 3;
      int first = waits ? Math.max(SHORTEST_MINUTES, Math.min(from, to - GRACE_MINUTES)) : from;
      int last = waits ? Math.max(to, from + GRACE_MINUTES) : to;
      return new Band(
          Duration.ofMinutes(first).minusSeconds(20), Duration.ofMinutes(last).plusSeconds(20));
    }
  }
}
