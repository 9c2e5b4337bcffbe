package io.hubtriage.incident;

import java.util.List;

/**
 * What one look at a hub changed.
 *
 * @param changed new or different incidents, oldest first
 * @param forgotten ids of resolved incidents that need not be loaded again; one may also be in
 *     {@code changed}, for the last time
 * @param notices what to tell, in order
 * @param kept what was due and kept back, and why; for the log
 */
public record Outcome(
    List<Incident> changed, List<String> forgotten, List<Notice> notices, List<Kept> kept) {
  /** Copies the lists. */
  public Outcome {
    changed = List.copyOf(changed);
    forgotten = List.copyOf(forgotten);
    notices = List.copyOf(notices);
    kept = List.copyOf(kept);
  }
}
