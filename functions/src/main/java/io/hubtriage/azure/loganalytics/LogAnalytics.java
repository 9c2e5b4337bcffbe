package io.hubtriage.azure.loganalytics;

import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.monitor.query.LogsQueryClient;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The connection logs that lie in one Log Analytics workspace, of all its hubs. All times are
 * compared in whole milliseconds, truncated.
 */
public final class LogAnalytics implements ConnectionLog {
  /** Three questions of this length, and the fourth, fit into a function's ten minutes. */
  private static final Duration SERVER_TIMEOUT = Duration.ofMinutes(3);

  /** What only makes a notice say more must not hold it up. */
  private static final Duration POPULATION_TIMEOUT = Duration.ofSeconds(30);

  /** A row's own time may lie before its ingestion by any clock error, at most a day. */
  private static final Duration CLOCK_ERROR = Duration.ofDays(1);

  private static final Operation[] OPERATIONS = {Operation.DISCONNECT, Operation.CONNECT};

  private final Workspace workspace;
  private final Workspace quickly;

  /**
   * Asks with this client.
   *
   * @param client built with {@link #retries()}
   * @param workspaceId the workspace's GUID, not its ARM id
   */
  public LogAnalytics(LogsQueryClient client, String workspaceId) {
    this(client, workspaceId, SERVER_TIMEOUT);
  }

  /** As above; the client waits five seconds longer than the service is given. */
  LogAnalytics(LogsQueryClient client, String workspaceId, Duration serverTimeout) {
    this.workspace = new Workspace(client, workspaceId, serverTimeout);
    boolean shorter = serverTimeout.compareTo(POPULATION_TIMEOUT) < 0;
    this.quickly = new Workspace(client, workspaceId, shorter ? serverTimeout : POPULATION_TIMEOUT);
  }

  /**
   * The retries a client needs: two, of requests that were throttled or not reached. A query that
   * timed out is not repeated, since it would time out again and take the sweep's time with it.
   */
  public static RetryOptions retries() {
    return new RetryOptions(
            new ExponentialBackoffOptions()
                .setMaxRetries(2)
                .setBaseDelay(Duration.ofMillis(500))
                .setMaxDelay(Duration.ofSeconds(20)))
        .setShouldRetryCondition(Retries::worthIt);
  }

  @Override
  public List<ActivityCount> activity(Window time, Instant asOf) {
    return workspace.ask(
        Question.ACTIVITY,
        activityParameters(time, asOf),
        rows -> rows.stream().map(LogAnalytics::activity).toList());
  }

  static Lets activityParameters(Window time, Instant asOf) {
    return span(time.start(), time.end(), asOf);
  }

  private static ActivityCount activity(Row row) {
    return new ActivityCount(
        new Hub(row.text("hub")),
        row.time("minute"),
        row.oneOf("connect", OPERATIONS),
        Signal.numbered(Math.toIntExact(row.number("signal"))),
        row.number("rows"),
        row.number("devices"),
        row.time("newest"));
  }

  @Override
  public List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf) {
    return workspace.ask(
        Question.SESSIONS,
        sessionParameters(time, lookBack, asOf),
        rows -> rows.stream().map(LogAnalytics::session).toList());
  }

  static Lets sessionParameters(Window time, Duration lookBack, Instant asOf) {
    return span(time.start().minus(lookBack), asOf.plus(CLOCK_ERROR), asOf)
        .time("endsFrom", time.start())
        .time("endsBefore", time.end())
        .number("lookBack", lookBack.toMillis());
  }

  private static SessionCount session(Row row) {
    return new SessionCount(
        new Hub(row.text("hub")),
        new Cohort(row.text("sdk"), row.text("auth"), row.text("protocol")),
        Math.toIntExact(row.number("minutes")),
        row.oneOf("ending", Ending.values()),
        row.oneOf("reconnect", Reconnect.values()),
        row.number("sessions"),
        row.number("devices"));
  }

  @Override
  public TimelineAnswer timelines(TimelineQuestion question) {
    return workspace.ask(
        Question.TIMELINES,
        timelineParameters(question),
        rows -> TimelineCells.read(rows, start(question).toEpochMilli()));
  }

  static Lets timelineParameters(TimelineQuestion question) {
    return span(start(question), question.asOf().plus(CLOCK_ERROR), question.asOf())
        .time("judgedFrom", question.ingested().start())
        .time("settledBefore", question.asOf().minus(question.settle()))
        .table("bands", bands(question))
        .table("watched", watched(question))
        .number("limit", question.limit())
        .number("sampled", question.sample());
  }

  private static Instant start(TimelineQuestion question) {
    return question.asOf().minus(question.lookBack()).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Literal.Table bands(TimelineQuestion question) {
    List<List<Object>> rows = new ArrayList<>();
    question
        .bands()
        .forEach(
            (hub, cohorts) ->
                cohorts.forEach(
                    (cohort, bands) ->
                        bands.forEach(
                            band ->
                                rows.add(
                                    List.of(
                                        hub.resourceId(),
                                        cohort.sdk(),
                                        cohort.authType(),
                                        cohort.protocol(),
                                        band.from().toMillis(),
                                        band.to().toMillis())))));
    return new Literal.Table(
        "hub:string, sdk:string, auth:string, protocol:string, shortest:long, longest:long", rows);
  }

  private static Literal.Table watched(TimelineQuestion question) {
    List<List<Object>> rows = new ArrayList<>();
    question
        .watched()
        .forEach(
            (hub, devices) ->
                devices.forEach(
                    d -> rows.add(List.of(hub.resourceId(), d.deviceId(), d.moduleId()))));
    return new Literal.Table("hub:string, deviceId:string, moduleId:string", rows);
  }

  @Override
  public Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
    Map<Trait, Long> counts = new TreeMap<>();
    for (Trait trait : traits) {
      counts.put(trait, 0L);
      counts.put(Trait.any(trait.kind()), 0L);
    }
    return quickly.ask(
        Question.POPULATION,
        populationParameters(hub, traits, time, asOf),
        rows -> {
          for (Row row : rows) {
            counts.put(trait(row), row.number("devices"));
          }
          return counts;
        });
  }

  static Lets populationParameters(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
    List<List<Object>> rows = new ArrayList<>();
    traits.forEach(t -> rows.add(List.of(t.kind().code(), t.value())));
    return span(time.start(), time.end(), asOf)
        .text("ofHub", hub.resourceId())
        .table("asked", new Literal.Table("dimension:string, value:string", rows));
  }

  private static Trait trait(Row row) {
    for (Trait.Kind kind : Trait.Kind.values()) {
      if (kind.code().equals(row.text("dimension"))) {
        return new Trait(kind, row.text("value"));
      }
    }
    throw new BadAnswerException("column dimension holds the unknown " + row.text("dimension"));
  }

  private static Lets span(Instant start, Instant end, Instant asOf) {
    return new Lets().time("start", start).time("end", end).time("asOf", asOf);
  }
}
