package io.hubtriage.diagnose;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All there is to diagnose one hub from.
 *
 * @param timelines of the devices to look at, of this hub
 * @param lives token lives of its cohorts
 * @param usual how many devices drop on a usual day
 * @param known bursts found earlier that may still lie in the look-back
 * @param metric connectedDeviceCount of the last hours, oldest first; may be empty
 * @param asOf the moment of the look; rows ingested from then on are not in the timelines
 * @param settle how long after its time a row may still come; what is missing longer counts as
 *     absent
 * @param unexplained how many devices have unexplained rows; more than there are timelines where
 *     only a sample was fetched
 */
public record HubCase(
    Hub hub,
    List<Timeline> timelines,
    Lives lives,
    Baseline usual,
    List<Burst> known,
    List<CountSample> metric,
    Instant asOf,
    Duration settle,
    int unexplained) {
  /** Copies the lists. */
  public HubCase {
    timelines = List.copyOf(timelines);
    known = List.copyOf(known);
    metric = List.copyOf(metric);
  }

  /** Milliseconds since the epoch before which every row that will ever come is here. */
  long settledBefore() {
    return asOf.minus(settle).toEpochMilli();
  }
}
