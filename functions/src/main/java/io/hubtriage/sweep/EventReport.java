package io.hubtriage.sweep;

import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Assessment;
import java.util.List;

/**
 * What an event sweep did at one hub.
 *
 * @param assessment what it said to the incidents
 * @param away how many devices are away, for however short
 * @param beyond how many more than can be remembered
 * @param flaps connects without a disconnect between them, in what was read
 * @param told what was put into the outbox
 * @param saved whether what was found was saved; false if another sweep was faster
 */
public record EventReport(
    Assessment assessment, int away, int beyond, int flaps, List<OutboxRow> told, boolean saved) {
  /** Copies the list. */
  public EventReport {
    told = List.copyOf(told);
  }
}
