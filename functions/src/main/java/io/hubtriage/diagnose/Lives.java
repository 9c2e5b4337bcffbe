package io.hubtriage.diagnose;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The token lives of a hub's cohorts: learned where there were sessions enough, else the documented
 * defaults.
 *
 * @param learned per cohort, most sessions first; cohorts that taught nothing are absent
 */
public record Lives(Map<Cohort, List<Learned>> learned) {
  /** Nothing was learned. */
  public static final Lives NONE = new Lives(Map.of());

  /** How much of a cohort keeps to the lives that were learned. */
  private static final double KEEPS = 0.95;

  /** Copies and sorts. */
  public Lives {
    Map<Cohort, List<Learned>> copy = new TreeMap<>();
    learned.forEach((cohort, lives) -> copy.put(cohort, List.copyOf(lives)));
    learned = copy;
  }

  /**
   * A life that a cohort's sessions agree on.
   *
   * @param band the session lengths it gives
   * @param sessions how many sessions showed it
   */
  public record Learned(Band band, long sessions) {}

  /**
   * What may be explained by a token's end, per cohort seen: the learned bands and the documented
   * one.
   */
  public Map<Cohort, List<Band>> bands(Iterable<Cohort> seen) {
    Map<Cohort, List<Band>> bands = new TreeMap<>();
    for (Cohort cohort : seen) {
      List<Band> all = new ArrayList<>();
      learned.getOrDefault(cohort, List.of()).forEach(life -> all.add(life.band()));
      DocumentedLives.of(cohort).filter(band -> !touches(all, band)).ifPresent(all::add);
      if (!all.isEmpty()) {
        bands.put(cohort, List.copyOf(all));
      }
    }
    return bands;
  }

  /**
   * The lives a device of the cohort may have, with weights; a device's share, not a session's, so
   * long lives count for their length.
   */
  List<TokenLives.Life> of(Cohort cohort) {
    List<Learned> known = learned.getOrDefault(cohort, List.of());
    if (known.isEmpty()) {
      return DocumentedLives.prior(cohort);
    }
    double total = 0;
    for (Learned life : known) {
      total += life.sessions() * Drop.hours(life.band().from().toMillis());
    }
    List<TokenLives.Life> lives = new ArrayList<>();
    for (Learned life : known) {
      double share = life.sessions() * Drop.hours(life.band().from().toMillis()) / total;
      lives.add(new TokenLives.Life(life.band(), KEEPS * share));
    }
    List<Band> taken = known.stream().map(Learned::band).toList();
    DocumentedLives.of(cohort)
        .filter(band -> !touches(taken, band))
        .ifPresent(band -> lives.add(new TokenLives.Life(band, (1 - KEEPS) / 2)));
    return lives;
  }

  private static boolean touches(List<Band> bands, Band band) {
    return bands.stream()
        .anyMatch(b -> b.from().compareTo(band.to()) < 0 && band.from().compareTo(b.to()) < 0);
  }
}
