package io.hubtriage.diagnose;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Presence;
import io.hubtriage.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param presence what connection events say of some of the devices; those it does not name may be
 *     anything
 * @param elsewhere bursts of networks that other hubs saw: a site's devices may be spread over hubs
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
    int unexplained,
    Map<Device, Presence> presence,
    List<Burst> elsewhere) {
  /** Copies the collections. */
  public HubCase {
    timelines = List.copyOf(timelines);
    known = List.copyOf(known);
    metric = List.copyOf(metric);
    presence = Map.copyOf(presence);
    elsewhere = List.copyOf(elsewhere);
  }

  /** Of a hub that is looked at alone. */
  public HubCase(
      Hub hub,
      List<Timeline> timelines,
      Lives lives,
      Baseline usual,
      List<Burst> known,
      List<CountSample> metric,
      Instant asOf,
      Duration settle,
      int unexplained,
      Map<Device, Presence> presence) {
    this(
        hub,
        timelines,
        lives,
        usual,
        known,
        metric,
        asOf,
        settle,
        unexplained,
        presence,
        List.of());
  }

  /** Without connection events. */
  public HubCase(
      Hub hub,
      List<Timeline> timelines,
      Lives lives,
      Baseline usual,
      List<Burst> known,
      List<CountSample> metric,
      Instant asOf,
      Duration settle,
      int unexplained) {
    this(hub, timelines, lives, usual, known, metric, asOf, settle, unexplained, Map.of());
  }

  /**
   * Whether events saw the device connected at a time, in milliseconds since the epoch, or later.
   */
  boolean connectedSince(Device device, long millis) {
    Presence seen = presence.get(device);
    return seen != null && seen.connectedSince(Instant.ofEpochMilli(millis));
  }

  /** Since when events have called a device away; empty if they do not, or the log saw it since. */
  Optional<Instant> awaySince(Timeline timeline) {
    Presence seen = presence.get(timeline.device());
    if (seen == null || !seen.isAway()) {
      return Optional.empty();
    }
    int last = timeline.size() - 1;
    while (last >= 0 && !timeline.isConnect(last)) {
      last--;
    }
    return last >= 0 && timeline.time(last).isAfter(seen.at())
        ? Optional.empty()
        : Optional.of(seen.at());
  }

  /** Milliseconds since the epoch before which every row that will ever come is here. */
  long settledBefore() {
    return asOf.minus(settle).toEpochMilli();
  }
}
