package io.hubtriage.diagnose;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Attribution;
import io.hubtriage.model.Device;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of a {@link HubCase}.
 *
 * @param attributions the verdict on every disconnect and error row of the timelines
 * @param assessment what is wrong now
 * @param bursts the bursts of the look-back, earlier ones included: hand them in again next time
 * @param waiting devices that dropped and were not seen to connect again, likeliest to be away
 *     first: look at them again next time
 * @param startled devices that dropped without an explanation, per bin of {@link Baseline}
 */
public record Diagnosis(
    List<Attribution> attributions,
    Assessment assessment,
    List<Burst> bursts,
    List<Device> waiting,
    Map<Instant, Integer> startled) {
  /** Copies the collections. */
  public Diagnosis {
    attributions = List.copyOf(attributions);
    bursts = List.copyOf(bursts);
    waiting = List.copyOf(waiting);
    startled = Map.copyOf(startled);
  }
}
