package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Member;
import io.hubtriage.lab.log.Drop;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Who was ever in which incident, and with which rows. */
final class Memberships {
  private final Map<Key, Map<String, Stay>> stays = new HashMap<>();
  private final Map<String, TreeSet<Device>> devices = new HashMap<>();

  private record Key(Hub hub, Device device, Cause cause) {}

  /** From the first row of a member's trouble to the newest. */
  private record Stay(Instant since, Instant lastRow) {
    Stay with(Stay other) {
      return new Stay(
          since.isBefore(other.since) ? since : other.since,
          lastRow.isAfter(other.lastRow) ? lastRow : other.lastRow);
    }
  }

  /** Notes the members of incidents as they are now. */
  void note(Collection<Incident> incidents) {
    for (Incident incident : incidents) {
      for (Member member : incident.roster().listed().values()) {
        stays
            .computeIfAbsent(
                new Key(incident.hub(), member.device(), incident.cause()),
                k -> new LinkedHashMap<>())
            .merge(incident.id(), new Stay(member.since(), member.lastRow()), Stay::with);
        devices.computeIfAbsent(incident.id(), id -> new TreeSet<>()).add(member.device());
      }
    }
  }

  /** The incident a row with this verdict belongs to; empty if to none. */
  Optional<String> incident(Drop row, Cause cause) {
    return stays.getOrDefault(new Key(row.hub(), row.device(), cause), Map.of()).entrySet().stream()
        .filter(
            e ->
                !row.time().isBefore(e.getValue().since())
                    && !row.time().isAfter(e.getValue().lastRow()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Every device that was ever listed as a member. */
  Collection<Device> devices(String incident) {
    return devices.getOrDefault(incident, new TreeSet<>());
  }
}
