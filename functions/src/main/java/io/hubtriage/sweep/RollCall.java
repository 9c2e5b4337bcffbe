package io.hubtriage.sweep;

import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.Device;
import io.hubtriage.sweep.HubEvents.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is away and who is not, from some events and what was known before. Only sequence numbers
 * order the events of a device and module: when, how often and in which order they came makes no
 * difference.
 */
final class RollCall {
  /**
   * Longer absences are more than a renewal: the slowest SDKs are back after 50 s, and the hub
   * looks every 60 s.
   */
  static final Duration SHORT = Duration.ofSeconds(90);

  private final Map<Device, Absence> away = new TreeMap<>();
  private final List<Gone> gone = new ArrayList<>();
  private final List<Instant> returns = new ArrayList<>();
  private int flaps;

  /**
   * A device that went and was not back soon.
   *
   * @param at when it went
   */
  record Gone(Device device, Instant at) {}

  /**
   * A state and since when; of disconnects without a connect between them, the first one's time.
   */
  private record Mark(boolean connected, Instant since, Instant at) {}

  private RollCall() {}

  /**
   * Calls the roll of one hub.
   *
   * @param before devices known to be away
   */
  static RollCall of(Collection<ConnectionEvent> events, Map<Device, Absence> before) {
    Map<Device, NavigableMap<String, Mark>> histories = new TreeMap<>();
    for (ConnectionEvent event : events) {
      histories
          .computeIfAbsent(event.device(), d -> new TreeMap<>())
          .put(
              event.sequenceNumber(),
              new Mark(event.connected(), event.eventTime(), event.eventTime()));
    }
    before.forEach(
        (device, known) ->
            histories
                .computeIfAbsent(device, d -> new TreeMap<>())
                .put(known.sequenceNumber(), new Mark(false, known.since(), known.last())));
    RollCall roll = new RollCall();
    histories.forEach(roll::call);
    return roll;
  }

  private void call(Device device, NavigableMap<String, Mark> history) {
    Absence absence = null;
    Mark previous = null;
    for (Map.Entry<String, Mark> entry : history.entrySet()) {
      Mark mark = entry.getValue();
      if (mark.connected()) {
        came(device, absence, previous, mark.at());
        absence = null;
      } else {
        Instant since = absence == null ? mark.since() : absence.since();
        absence = new Absence(since, mark.at(), entry.getKey());
      }
      previous = mark;
    }
    if (absence != null) {
      away.put(device, absence);
      gone.add(new Gone(device, absence.since()));
    }
  }

  private void came(Device device, @Nullable Absence absence, @Nullable Mark previous, Instant at) {
    if (absence != null) {
      returns.add(absence.since());
      if (Duration.between(absence.since(), at).compareTo(SHORT) > 0) {
        gone.add(new Gone(device, absence.since()));
      }
    } else if (previous != null) {
      flaps++;
    }
  }

  /** Devices whose newest event is a disconnect. */
  Map<Device, Absence> away() {
    return Collections.unmodifiableMap(away);
  }

  /** Absences longer than {@link #SHORT}, or without an end so far. */
  List<Gone> gone() {
    return Collections.unmodifiableList(gone);
  }

  /** When devices went that have come back since. */
  List<Instant> returns() {
    return Collections.unmodifiableList(returns);
  }

  /** Connects that followed a connect: the hub looked between the drop and the return. */
  int flaps() {
    return flaps;
  }
}
