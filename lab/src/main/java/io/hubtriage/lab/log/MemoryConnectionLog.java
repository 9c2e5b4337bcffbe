package io.hubtriage.lab.log;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A connection log held in memory, built once from rows and asked at any moment of its past.
 *
 * <p>Where the contract leaves room: all times are compared in whole milliseconds, truncated. At
 * the same millisecond a disconnect or error comes before a successful connect. A doubled row is
 * the copy that was ingested first. Rows older than the look-back are not judged. A reconnect
 * exactly a minute later is within the minute.
 */
public final class MemoryConnectionLog implements ConnectionLog {
  private final ConnectionTable table;
  private final ActivityIndex activity;
  private final DropIndex byTime;
  private final DropIndex byIngestion;

  /** The rows of {@link #drops}, and where each row of the table stands among them, or -1. */
  private final int[] drops;

  private final int[] places;

  private MemoryConnectionLog(ConnectionTable table) {
    this.table = table;
    this.activity = new ActivityIndex(table);
    this.byTime = DropIndex.byTime(table);
    this.byIngestion = DropIndex.byIngestion(table);
    this.drops =
        byTime.between(Long.MIN_VALUE, Long.MAX_VALUE).filter(this::firstOfItsCode).toArray();
    this.places = new int[table.size()];
    Arrays.fill(places, -1);
    for (int place = 0; place < drops.length; place++) {
      places[drops[place]] = place;
    }
  }

  /** A log without rows, to be filled. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public List<ActivityCount> activity(Window time, Instant asOf) {
    return activity.counts(time, asOf);
  }

  @Override
  public List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf) {
    return new SessionQuestion(table, time, lookBack, asOf).ask(byTime);
  }

  @Override
  public TimelineAnswer timelines(TimelineQuestion question) {
    return new Timelines(table, question).ask(byIngestion);
  }

  @Override
  public Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
    return new PopulationQuestion(table, hub, time, asOf).ask(traits);
  }

  /** All distinct disconnect and error rows of the log, oldest first, whenever ingested. */
  public List<Drop> drops() {
    return Arrays.stream(drops).mapToObj(this::drop).toList();
  }

  /**
   * The rows that {@link #timelines} judges for the same question and finds explained. Of these it
   * returns no timeline unless their device has other trouble.
   *
   * @param among places in {@link #drops} that are worth the trouble
   * @return their places in {@link #drops}
   */
  public IntStream explained(TimelineQuestion question, IntPredicate among) {
    Judge judge = new Judge(table, question);
    return judge
        .rows(byIngestion)
        .filter(row -> places[row] >= 0 && among.test(places[row]) && judge.explains(row))
        .map(row -> places[row]);
  }

  /** False for the second of a connect and a disconnect refused alike in the same millisecond. */
  private boolean firstOfItsCode(int row) {
    for (int r = row - 1; r >= 0 && sameMoment(r, row); r--) {
      if (table.code(r).equals(table.code(row))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameMoment(int a, int b) {
    return table.seriesOf(a) == table.seriesOf(b) && table.millis(a) == table.millis(b);
  }

  private Drop drop(int row) {
    Series series = table.series(table.seriesOf(row));
    return new Drop(
        series.hub(),
        series.device(),
        Instant.ofEpochMilli(table.millis(row)),
        table.code(row),
        Instant.ofEpochMilli(table.ingested(row)));
  }

  /** How many distinct rows there are. */
  public int size() {
    return table.size();
  }

  /** The hubs that have rows. */
  public Set<Hub> hubs() {
    return IntStream.range(0, table.size())
        .map(table::seriesOf)
        .distinct()
        .mapToObj(series -> table.series(series).hub())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** From the first row's ingestion to just after the last one's; empty without rows. */
  public Optional<Window> ingestion() {
    var ingested = IntStream.range(0, table.size()).mapToLong(table::ingested).summaryStatistics();
    return ingested.getCount() == 0
        ? Optional.empty()
        : Optional.of(
            new Window(
                Instant.ofEpochMilli(ingested.getMin()),
                Instant.ofEpochMilli(ingested.getMax() + 1)));
  }

  /** Takes rows one by one, in any order. */
  public static final class Builder {
    private final TableBuilder rows = new TableBuilder();

    private Builder() {}

    /** Adds a row; doubled ones may come, the log shows them once. */
    public Builder add(ConnectionRow row) {
      rows.add(row);
      return this;
    }

    /** The log of the rows so far. */
    public MemoryConnectionLog build() {
      return new MemoryConnectionLog(rows.build());
    }
  }
}
