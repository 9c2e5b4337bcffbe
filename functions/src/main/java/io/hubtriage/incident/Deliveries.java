package io.hubtriage.incident;

import io.hubtriage.incident.OutboxRow.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How deliveries go, channel by channel: for those who watch over the program itself. */
public interface Deliveries {
  /**
   * The channels that have a notice decided at or after a moment, or an older one that still waits.
   *
   * @return by name, sorted
   * @throws IncidentsUnavailableException if the store does not answer
   */
  Map<String, Tally> since(Instant since);

  /**
   * One channel's deliveries.
   *
   * @param sent how many it took, each summarised notice for itself
   * @param waiting how many are still to be sent
   * @param rejected how many it will never take
   * @param givenUp how many of those were given up by us: sending them failed again and again
   * @param lastSent when it last took one
   * @param lastRejection why it rejected the newest of those
   * @param lastRejectedAt when the newest of those was decided
   */
  record Tally(
      int sent,
      int waiting,
      int rejected,
      int givenUp,
      Optional<Instant> lastSent,
      Optional<String> lastRejection,
      Optional<Instant> lastRejectedAt) {
    /** Nothing was to be delivered. */
    public static final Tally NONE =
        new Tally(0, 0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What a tally needs of an outbox row.
   *
   * @param at when the notice was decided
   * @param why the reason, if it was rejected
   */
  record Seen(String channel, State state, Instant at, Optional<Instant> sentAt, String why) {
    /** Of a whole row. */
    public static Seen of(OutboxRow row) {
      return new Seen(row.channel(), row.state(), row.notice().at(), row.sentAt(), row.proof());
    }
  }

  /** Counts rows, channel by channel. */
  static Map<String, Tally> tally(Collection<Seen> rows) {
    Map<String, List<Seen>> channels = new TreeMap<>();
    rows.forEach(r -> channels.computeIfAbsent(r.channel(), c -> new ArrayList<>()).add(r));
    Map<String, Tally> tallies = new TreeMap<>();
    channels.forEach((channel, its) -> tallies.put(channel, ofOne(its)));
    return Collections.unmodifiableMap(tallies);
  }

  private static Tally ofOne(List<Seen> rows) {
    List<Seen> rejected = rows.stream().filter(r -> r.state() == State.REJECTED).toList();
    Optional<Seen> newest = rejected.stream().max(Comparator.comparing(Seen::at));
    return new Tally(
        count(rows.stream().filter(r -> r.state() == State.SENT || r.state() == State.SUMMARISED)),
        count(rows.stream().filter(r -> r.state().waits())),
        rejected.size(),
        count(rejected.stream().filter(r -> r.why().startsWith(Deliverer.GIVEN_UP))),
        rows.stream().flatMap(r -> r.sentAt().stream()).max(Comparator.naturalOrder()),
        newest.map(Seen::why),
        newest.map(Seen::at));
  }

  private static int count(java.util.stream.Stream<Seen> rows) {
    return Math.toIntExact(rows.count());
  }
}
