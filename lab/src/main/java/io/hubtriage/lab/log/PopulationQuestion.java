package io.hubtriage.lab.log;

import io.hubtriage.model.Client;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Question four. */
final class PopulationQuestion {
  private final ConnectionTable table;
  private final Hub hub;
  private final Window time;
  private final long asOf;

  PopulationQuestion(ConnectionTable table, Hub hub, Window time, Instant asOf) {
    this.table = table;
    this.hub = hub;
    this.time = time;
    this.asOf = asOf.toEpochMilli();
  }

  Map<Trait, Long> ask(Set<Trait> traits) {
    Map<Trait, Long> counts = new TreeMap<>();
    for (Trait trait : traits) {
      counts.put(trait, 0L);
      counts.put(Trait.any(trait.kind()), 0L);
    }
    for (Set<Trait> held : byDevice().values()) {
      Set<Trait> kinds = new HashSet<>();
      held.forEach(trait -> kinds.add(Trait.any(trait.kind())));
      kinds.addAll(held);
      kinds.forEach(trait -> counts.computeIfPresent(trait, (t, count) -> count + 1));
    }
    return counts;
  }

  private Map<String, Set<Trait>> byDevice() {
    Map<String, Set<Trait>> devices = new HashMap<>();
    for (int series = 0; series < table.seriesCount(); series++) {
      if (table.series(series).hub().equals(hub)) {
        Set<Trait> held =
            devices.computeIfAbsent(
                table.series(series).device().deviceId(), device -> new HashSet<>());
        int end = table.firstAt(series, time.end().toEpochMilli());
        for (int row = table.firstAt(series, time.start().toEpochMilli()); row < end; row++) {
          if (table.visible(row, asOf)) {
            held.addAll(traits(row));
          }
        }
      }
    }
    return devices;
  }

  private Set<Trait> traits(int row) {
    Client client = table.operation(row) == Operation.CONNECT ? table.client(row) : Client.UNKNOWN;
    return Trait.of(client, table.networkName(table.network(row)));
  }
}
