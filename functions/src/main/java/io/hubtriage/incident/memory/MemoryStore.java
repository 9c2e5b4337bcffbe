package io.hubtriage.incident.memory;

import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Incidents and outbox in one, because a commit writes both or none. Safe to share. */
public final class MemoryStore implements Incidents, Outbox, Deliveries {
  private static final Comparator<Incident> OLDEST_FIRST =
      Comparator.comparing(Incident::openedAt).thenComparing(Incident::id);
  private static final Comparator<OutboxRow> BY_NOTICE =
      Comparator.comparing((OutboxRow r) -> r.notice().at())
          .thenComparing(r -> r.notice().id())
          .thenComparing(OutboxRow::channel);

  private final Map<String, Incident> incidents = new TreeMap<>();
  private final Set<String> forgotten = new HashSet<>();
  private final Map<Hub, Long> versions = new HashMap<>();
  private final Map<Key, OutboxRow> rows = new HashMap<>();

  private record Key(Hub hub, String noticeId, String channel) {
    static Key of(OutboxRow row) {
      return new Key(row.notice().facts().hub(), row.notice().id(), row.channel());
    }
  }

  @Override
  public synchronized Book load(Hub hub) {
    List<Incident> current =
        incidents.values().stream()
            .filter(i -> i.hub().equals(hub) && !forgotten.contains(i.id()))
            .sorted(OLDEST_FIRST)
            .toList();
    return new Book(hub, current, version(hub));
  }

  @Override
  public synchronized boolean commit(Commit commit) {
    Hub hub = commit.read().hub();
    boolean rewritten = commit.rows().stream().anyMatch(r -> rows.containsKey(Key.of(r)));
    if (!version(hub).equals(commit.read().version()) || rewritten) {
      return false;
    }
    versions.merge(hub, 1L, Long::sum);
    commit.changed().forEach(i -> incidents.put(i.id(), i));
    forgotten.addAll(commit.forgotten());
    commit.rows().forEach(r -> rows.put(Key.of(r), r));
    return true;
  }

  @Override
  public synchronized List<OutboxRow> due(Instant now, int limit) {
    return rows.values().stream().filter(r -> r.due(now)).sorted(BY_NOTICE).limit(limit).toList();
  }

  @Override
  public synchronized Optional<OutboxRow> find(Hub hub, String noticeId, String channel) {
    return Optional.ofNullable(rows.get(new Key(hub, noticeId, channel)));
  }

  @Override
  public synchronized List<OutboxRow> held(Hub hub, String channel) {
    return rows.values().stream()
        .filter(r -> r.state() == OutboxRow.State.HELD)
        .filter(r -> r.notice().facts().hub().equals(hub) && r.channel().equals(channel))
        .sorted(BY_NOTICE)
        .toList();
  }

  @Override
  public synchronized boolean replace(List<OutboxRow> before, List<OutboxRow> after) {
    Set<Key> known = new HashSet<>();
    for (OutboxRow row : before) {
      known.add(Key.of(row));
      if (!row.equals(rows.get(Key.of(row)))) {
        return false;
      }
    }
    if (after.stream().map(Key::of).anyMatch(k -> !known.contains(k) && rows.containsKey(k))) {
      return false;
    }
    after.forEach(r -> rows.put(Key.of(r), r));
    return true;
  }

  @Override
  public synchronized Map<String, Tally> since(Instant since) {
    return Deliveries.tally(
        rows.values().stream()
            .filter(r -> r.state().waits() || !r.notice().at().isBefore(since))
            .map(Seen::of)
            .toList());
  }

  /** Every incident there ever was, oldest first. */
  public synchronized List<Incident> history() {
    return incidents.values().stream().sorted(OLDEST_FIRST).toList();
  }

  /** Every outbox row there ever was, oldest notice first. */
  public synchronized List<OutboxRow> rows() {
    return rows.values().stream().sorted(BY_NOTICE).toList();
  }

  private String version(Hub hub) {
    Long version = versions.get(hub);
    return version == null ? "" : version.toString();
  }
}
