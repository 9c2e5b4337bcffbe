package io.hubtriage.lab.log;

import io.hubtriage.model.Band;
import io.hubtriage.model.Client;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which of a question's disconnect and error rows the learned token lives explain. */
final class Judge {
  private static final Band[] NO_BANDS = {};

  private final ConnectionTable table;
  private final TimelineQuestion question;
  private final long asOf;
  private final long from;
  private final Map<Hub, Map<Cohort, Band[]>> lives;
  private final Band[] @Nullable [] bands;
  private final @Nullable Client[] clients;

  Judge(ConnectionTable table, TimelineQuestion question) {
    this.table = table;
    this.question = question;
    this.asOf = question.asOf().toEpochMilli();
    this.from = question.asOf().minus(question.lookBack()).toEpochMilli();
    this.lives = lives(question);
    this.bands = new Band[table.seriesCount()][];
    this.clients = new Client[table.seriesCount()];
  }

  /** By hash: the question's own are sorted, and thousands of series are looked up. */
  private static Map<Hub, Map<Cohort, Band[]>> lives(TimelineQuestion question) {
    Map<Hub, Map<Cohort, Band[]>> lives = new HashMap<>();
    question
        .bands()
        .forEach(
            (hub, cohorts) -> {
              Map<Cohort, Band[]> ofHub = lives.computeIfAbsent(hub, h -> new HashMap<>());
              cohorts.forEach((cohort, all) -> ofHub.put(cohort, all.toArray(Band[]::new)));
            });
    return lives;
  }

  /** The rows to judge: those that were ingested in the span and happened in the look-back. */
  IntStream rows(DropIndex byIngestion) {
    return byIngestion
        .between(question.ingested().start().toEpochMilli(), asOf)
        .filter(row -> table.millis(row) >= from);
  }

  /** Whether the row is what a token's end looks like; {@link TimelineQuestion} has the rule. */
  boolean explains(int row) {
    Signal signal = table.signal(row);
    if (signal.isError() && signal != Signal.CLOSED_REMOTELY && signal != Signal.UNAUTHORIZED) {
      return false;
    }
    int connect = table.connectBefore(row, asOf);
    if (connect < 0 || table.millis(connect) < from) {
      return false;
    }
    long session = table.millis(row) - table.millis(connect);
    for (Band band : bands(table.seriesOf(row))) {
      if (band.contains(session)) {
        return fresh(row) || table.connectAfter(row, asOf) >= 0;
      }
    }
    return false;
  }

  private boolean fresh(int row) {
    return asOf - table.ingested(row) < question.settle().toMillis();
  }

  private Band[] bands(int series) {
    Band[] known = bands[series];
    if (known == null) {
      known =
          lives
              .getOrDefault(table.series(series).hub(), Map.of())
              .getOrDefault(client(series).cohort(), NO_BANDS);
      bands[series] = known;
    }
    return known;
  }

  /** The client of the newest connect row with an SDK, else of the newest with any part. */
  Client client(int series) {
    Client known = clients[series];
    if (known == null) {
      known = newestClient(series);
      clients[series] = known;
    }
    return known;
  }

  private Client newestClient(int series) {
    int first = table.firstAt(series, from);
    int partly = -1;
    for (int row = table.end(series, asOf) - 1; row >= first; row--) {
      if (table.operation(row) != Operation.CONNECT || !table.visible(row, asOf)) {
        continue;
      }
      Client client = table.client(row);
      if (!client.sdk().isEmpty()) {
        return client;
      }
      if (partly < 0 && !client.equals(Client.UNKNOWN)) {
        partly = row;
      }
    }
    return partly < 0 ? Client.UNKNOWN : table.client(partly);
  }

  /** The visible rows of a series in the look-back, oldest first. */
  int[] lookBack(int series) {
    return IntStream.range(table.firstAt(series, from), table.end(series, asOf))
        .filter(row -> table.visible(row, asOf))
        .toArray();
  }
}
