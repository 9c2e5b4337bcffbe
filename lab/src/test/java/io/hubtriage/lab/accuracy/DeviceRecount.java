package io.hubtriage.lab.accuracy;

import static io.hubtriage.lab.accuracy.LogView.connects;

import io.hubtriage.diagnose.DocumentedLives;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts again, from the log's rows, what a device's evidence says.
 *
 * @param rows the device's, by time, as the log showed them when the evidence was made
 * @param run those of them that were put down to the condition's cause
 * @param renewals those of them that were put down to a token's end
 */
record DeviceRecount(
    Condition condition,
    List<ConnectionRow> rows,
    List<ConnectionRow> run,
    List<ConnectionRow> renewals) {
  /** Two rows of one break lie closer than this. */
  private static final Duration PAIR = Duration.ofSeconds(10);

  /** A refused client tries again sooner than this. */
  private static final Duration RETRY = Duration.ofMinutes(20);

  private static final Duration AROUND = Duration.ofMinutes(1);

  static DeviceRecount of(
      Condition condition,
      List<ConnectionRow> rows,
      Function<ConnectionRow, @org.jspecify.annotations.Nullable Cause> causes) {
    return new DeviceRecount(
        condition,
        rows,
        rows.stream()
            .filter(r -> !connects(r))
            .filter(r -> !r.time().isBefore(condition.since()))
            .filter(r -> !r.time().isAfter(condition.lastRow()))
            .filter(r -> causes.apply(r) == condition.cause())
            .toList(),
        rows.stream()
            .filter(r -> !connects(r))
            .filter(r -> causes.apply(r) == Cause.SAS_TOKEN_RENEWAL)
            .toList());
  }

  /** The finding as it should be; {@code null} if it should not be there. */
  @org.jspecify.annotations.Nullable
  Map<String, Object> expected(Finding finding) {
    return switch (finding.key()) {
      case "irregular-sessions" ->
          values("drops", breaks(), "shortest", sessions().get(0), "longest", last(sessions()));
      case "no-refusal" -> refusedAround() ? null : values("drops", breaks());
      case "keep-alive-match" -> keepAlive(finding);
      case "short-sessions" ->
          values("sessions", (long) sessions().size(), "median", median(sessions()));
      case "refusals-without-connect" -> refusals();
      case "last-connect" ->
          rows.stream()
              .filter(LogView::connects)
              .reduce((a, b) -> b)
              .<Map<String, Object>>map(r -> values("at", r.time()))
              .orElse(null);
      case "no-connect-seen" -> rows.stream().anyMatch(LogView::connects) ? null : Map.of();
      case "identity-conflicts" -> conflicts();
      case "throttle-codes" -> values("rows", (long) run.size(), "codes", codes());
      case "reconnect-median" -> values("delay", median(reconnects()));
      case "offline-since" -> offline(finding);
      case "competing", "last-verdict" -> shares(finding);
      case "few-rows" -> few();
      case "sessions-at-life" -> sessionsAtLife();
      case "refused-before" -> refusedBefore();
      case "documented-life" -> byDefault();
      default -> throw new AssertionError("nobody counts again what " + finding + " says");
    };
  }

  private Map<String, Object> keepAlive(Finding finding) {
    Duration timeout = (Duration) Objects.requireNonNull(finding.values().get("timeout"));
    long matching =
        sessions().stream().filter(s -> s.minus(timeout).abs().compareTo(PAIR) <= 0).count();
    return values(
        "matching",
        matching,
        "sessions",
        (long) sessions().size(),
        "timeout",
        timeout,
        "keepAlive",
        timeout.multipliedBy(2).dividedBy(3).truncatedTo(ChronoUnit.MILLIS));
  }

  /** Connects that were refused; none may have succeeded between the first and the last. */
  private @org.jspecify.annotations.Nullable Map<String, Object> refusals() {
    List<ConnectionRow> refused =
        run.stream()
            .filter(r -> r.signal() == Signal.UNAUTHORIZED)
            .filter(r -> r.operation() == Operation.CONNECT)
            .toList();
    Instant first = refused.get(0).time();
    Instant end = last(refused).time();
    boolean succeeded =
        rows.stream()
            .filter(LogView::connects)
            .anyMatch(r -> r.time().isAfter(first) && r.time().isBefore(end));
    return succeeded
        ? null
        : values("refusals", (long) refused.size(), "span", Duration.between(first, end));
  }

  private Map<String, Object> conflicts() {
    List<ConnectionRow> conflicts =
        run.stream()
            .filter(r -> r.signal() == Signal.NEW_CONNECTION || r.signal() == Signal.LINK_CONFLICT)
            .toList();
    return values(
        "conflicts",
        (long) conflicts.size(),
        "span",
        Duration.between(conflicts.get(0).time(), last(conflicts).time()));
  }

  /** The device must not have connected since. */
  private @org.jspecify.annotations.Nullable Map<String, Object> offline(Finding finding) {
    boolean back =
        rows.stream().filter(LogView::connects).anyMatch(r -> r.time().isAfter(condition.since()));
    return back
        ? null
        : values(
            "at",
            condition.since(),
            "silent",
            Objects.requireNonNull(finding.values().get("silent")));
  }

  /** What is thought, not counted: shares of one whole. */
  private @org.jspecify.annotations.Nullable Map<String, Object> shares(Finding finding) {
    double sum =
        finding.values().values().stream()
            .filter(Double.class::isInstance)
            .mapToDouble(v -> (double) v)
            .sum();
    return sum >= 0 && sum <= 1 + 1e-9 ? finding.values() : null;
  }

  private @org.jspecify.annotations.Nullable Map<String, Object> few() {
    long drops = rows.stream().filter(r -> !connects(r)).count();
    return drops <= 2 ? values("rows", drops) : null;
  }

  private Map<String, Object> sessionsAtLife() {
    List<Duration> renewed = sessions(renewals);
    Duration life = median(renewed);
    Duration tolerance =
        renewed.stream().map(s -> s.minus(life).abs()).max(Duration::compareTo).orElseThrow();
    List<Duration> all = sessions(rows.stream().filter(r -> !connects(r)).toList());
    return values(
        "matching",
        all.stream().filter(s -> s.minus(life).abs().compareTo(tolerance) <= 0).count(),
        "sessions",
        (long) all.size(),
        "life",
        life,
        "tolerance",
        tolerance);
  }

  /** Of the breaks that begin with a renewal, those with a 401003 in any of their rows. */
  private Map<String, Object> refusedBefore() {
    long breaks = 0;
    long refused = 0;
    for (ConnectionRow first : renewals) {
      if (!sameBreak(first)) {
        breaks++;
        int i = rows.indexOf(first);
        boolean told = first.signal() == Signal.UNAUTHORIZED;
        while (++i < rows.size() && !connects(rows.get(i)) && sameBreak(rows.get(i))) {
          told |= rows.get(i).signal() == Signal.UNAUTHORIZED;
        }
        refused += told ? 1 : 0;
      }
    }
    return values("refused", refused, "drops", breaks);
  }

  private @org.jspecify.annotations.Nullable Map<String, Object> byDefault() {
    long life = median(sessions(renewals)).toMillis();
    return DocumentedLives.of(condition.client().cohort()).filter(b -> b.contains(life)).isEmpty()
        ? null
        : values("sdk", condition.client().sdk(), "life", Duration.ofHours(1));
  }

  private boolean refusedAround() {
    return run.stream()
        .anyMatch(
            drop ->
                rows.stream()
                    .filter(r -> r.signal() == Signal.UNAUTHORIZED)
                    .anyMatch(
                        r -> Duration.between(r.time(), drop.time()).abs().compareTo(AROUND) < 0));
  }

  private String codes() {
    return run.stream()
        .map(r -> r.signal().label())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Times the connection went: not the second row of one break, nor a failed attempt after it. */
  private long breaks() {
    return run.stream().filter(r -> !sameBreak(r)).count();
  }

  private boolean sameBreak(ConnectionRow row) {
    int i = rows.indexOf(row);
    if (i == 0 || connects(rows.get(i - 1))) {
      return false;
    }
    Duration gap = Duration.between(rows.get(i - 1).time(), row.time());
    boolean retry = row.operation() == Operation.CONNECT && gap.compareTo(RETRY) <= 0;
    return retry || gap.compareTo(PAIR) <= 0;
  }

  private List<Duration> sessions() {
    return sessions(run);
  }

  /** From a connect to the row right after it, shortest first. */
  private List<Duration> sessions(List<ConnectionRow> ended) {
    List<Duration> sessions = new ArrayList<>();
    for (ConnectionRow row : ended) {
      int i = rows.indexOf(row);
      if (i > 0 && connects(rows.get(i - 1))) {
        sessions.add(Duration.between(rows.get(i - 1).time(), row.time()));
      }
    }
    return sessions.stream().sorted().toList();
  }

  /** From a row to the next connect, unless another session ended before that. */
  private List<Duration> reconnects() {
    List<Duration> delays = new ArrayList<>();
    for (ConnectionRow row : run) {
      int i = rows.indexOf(row) + 1;
      while (i < rows.size() && !connects(rows.get(i)) && sameBreak(rows.get(i))) {
        i++;
      }
      if (i < rows.size() && connects(rows.get(i))) {
        delays.add(Duration.between(row.time(), rows.get(i).time()));
      }
    }
    return delays.stream().sorted().toList();
  }

  /** The middle one, of an even number the later; zero of none. */
  private static Duration median(List<Duration> sorted) {
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  static Map<String, Object> values(Object... namesAndValues) {
    Map<String, Object> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
