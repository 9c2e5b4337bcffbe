package io.hubtriage.sweep;

import io.hubtriage.diagnose.Diagnosis;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a sweep did.
 *
 * @param question what was asked of the log, learned bands included
 * @param diagnoses per hub
 * @param told what was put into the outbox
 * @param unanswered why the log did not say how common the traits are that devices in trouble
 *     share; empty if it did, or was not asked. Everything else was done without
 * @param saved whether what was learned was saved; false if another sweep was faster
 */
public record SweepReport(
    Instant at,
    TimelineQuestion question,
    Map<Hub, Diagnosis> diagnoses,
    List<OutboxRow> told,
    Optional<String> unanswered,
    boolean saved) {
  /** Copies the collections. */
  public SweepReport {
    diagnoses = java.util.Collections.unmodifiableMap(new TreeMap<>(diagnoses));
    told = List.copyOf(told);
  }
}
