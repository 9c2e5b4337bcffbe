package io.hubtriage.azure.status;

import io.hubtriage.incident.Deliveries.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What HubTriage knows of itself.
 *
 * @param settle how late a row may be before something is concluded from its absence
 * @param problems the gravest first
 * @param parked events that could not be read and are kept, counted up to a bound; empty if not
 *     known
 * @param channels deliveries of the last day, by channel
 */
public record Report(
    Instant at,
    Duration settle,
    List<Problem> problems,
    List<HubReport> hubs,
    OptionalInt parked,
    Map<String, Tally> channels) {
  /** Copies the collections. */
  public Report {
    problems = problems.stream().sorted((a, b) -> a.weight().compareTo(b.weight())).toList();
    hubs = List.copyOf(hubs);
    channels = Collections.unmodifiableMap(new TreeMap<>(channels));
  }

  /** Whether devices can fail without anybody being told. */
  public boolean seeing() {
    return problems.stream().noneMatch(p -> p.weight() == Problem.Weight.BLIND);
  }
}
