package io.hubtriage.lab.baseline;

import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.lab.score.Alert;
import io.hubtriage.lab.score.Verdict;
import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lets a {@link Baseline} watch a log in virtual time: every five minutes it judges the rows of the
 * last hour anew, those that came in late included, and never sees a row before its ingestion. Its
 * alerts are grouped as Alertmanager groups them by default: one message per hub and cause and
 * look, for the devices not named for that cause in the last four hours.
 */
public final class Watch {
  /** How often the log is looked at: as often as we do. */
  static final Duration INTERVAL = Duration.ofMinutes(5);

  private static final Duration JUDGED_FOR = Duration.ofHours(1);
  private static final Duration REPEAT = Duration.ofHours(4);

  private final Baseline baseline;
  private final Sight sight = new Sight();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<RowId, Verdict> verdicts = new LinkedHashMap<>();
  private final Map<Named, Instant> named = new HashMap<>();
  private final List<Alert> alerts = new ArrayList<>();

  /** A row that is still judged. */
  private record Open(ConnectionRow row, Instant until) {}

  /** What was told of a device. */
  private record Named(String hub, Cause cause, Device device) {}

  private record Group(String hub, Cause cause) {}

  /**
   * What came of it.
   *
   * @param verdicts on every distinct disconnect and error row
   * @param alerts in order
   */
  public record Outcome(List<Verdict> verdicts, List<Alert> alerts) {
    /** Takes copies. */
    public Outcome {
      verdicts = List.copyOf(verdicts);
      alerts = List.copyOf(alerts);
    }
  }

  private Watch(Baseline baseline) {
    this.baseline = baseline;
  }

  /** Watches a log from its first row's ingestion to an hour after its last one's. */
  public static Outcome of(Baseline baseline, Collection<ConnectionRow> rows) {
    Watch watch = new Watch(baseline);
    List<ConnectionRow> byIngestion =
        rows.stream().sorted(Comparator.comparing(ConnectionRow::ingestedAt)).toList();
    int next = 0;
    Instant now = byIngestion.isEmpty() ? Instant.EPOCH : floor(byIngestion.get(0).ingestedAt());
    while (next < byIngestion.size() || !watch.open.isEmpty()) {
      now = now.plus(INTERVAL);
      while (next < byIngestion.size() && byIngestion.get(next).ingestedAt().isBefore(now)) {
        watch.show(byIngestion.get(next++), now);
      }
      watch.look(now);
    }
    return new Outcome(List.copyOf(watch.verdicts.values()), watch.alerts);
  }

  private void show(ConnectionRow row, Instant now) {
    if (sight.add(row) && !Sight.connects(row)) {
      open.add(new Open(row, now.plus(JUDGED_FOR)));
    }
  }

  private void look(Instant now) {
    Map<Group, Map<Device, Instant>> news =
        new TreeMap<>(Comparator.comparing(Group::hub).thenComparing(Group::cause));
    for (Open judged : open) {
      ConnectionRow row = judged.row();
      Cause cause = baseline.judge(row, sight);
      note(row, cause, now);
      if (!cause.benign() && cause != Cause.UNKNOWN && news(row, cause, now)) {
        news.computeIfAbsent(new Group(row.hub().name(), cause), g -> new HashMap<>())
            .merge(row.device(), row.time(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    news.forEach((group, devices) -> tell(group, devices, now));
    open.removeIf(o -> !o.until().isAfter(now));
  }

  private boolean news(ConnectionRow row, Cause cause, Instant now) {
    Instant told = named.get(new Named(row.hub().name(), cause, row.device()));
    // A row that was told of is told of again only if the trouble goes on.
    return told == null || (!told.plus(REPEAT).isAfter(now) && row.time().isAfter(told));
  }

  private void tell(Group group, Map<Device, Instant> devices, Instant now) {
    devices.keySet().forEach(d -> named.put(new Named(group.hub(), group.cause(), d), now));
    alerts.add(new Alert(now, group.hub(), group.cause(), devices));
  }

  private void note(ConnectionRow row, Cause cause, Instant now) {
    RowId id = new RowId(row.time(), row.hub().name(), row.device(), row.codeOrName());
    Verdict before =
        verdicts.getOrDefault(
            id, new Verdict(new LabelledRow(id, Cause.UNKNOWN, Cause.UNKNOWN), Optional.empty()));
    boolean first = before.firstAt().isEmpty() && cause != Cause.UNKNOWN;
    verdicts.put(
        id,
        new Verdict(
            new LabelledRow(id, cause, first ? cause : before.label().firstCause()),
            first ? Optional.of(now) : before.firstAt()));
  }

  private static Instant floor(Instant at) {
    long size = INTERVAL.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), size) * size);
  }
}
