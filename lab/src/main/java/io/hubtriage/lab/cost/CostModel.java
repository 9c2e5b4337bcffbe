package io.hubtriage.lab.cost;

import java.util.EnumMap;
import java.util.Map;

/**
 * Prices times quantities.
 *
 * <p>The quantities are assumptions, each a constant below: they are upper bounds where nothing was
 * measured. Events are counted one for one with rows of the log, though the platform sends
 * 60-second snapshots and so leaves out drops that end within one.
 *
 * <p>On Flex Consumption an instance is billed while it runs anything, at least a second at a time,
 * and each timer has instances of its own. Events that come at random with rate r keep one busy for
 * a share 1 - exp(-r x max(1 s, duration)) of the time.
 */
public final class CostModel {
  /** A row of the connection log as it is billed. */
  private static final double ROW_BYTES = 1_000;

  /** To file one event: from the request to the answer, and of that on a core. */
  private static final double EVENT_SECONDS = 0.030;

  private static final double EVENT_CORE_SECONDS = 0.002;

  /** Requests that an instance takes at a time, and how far its core may be filled. */
  private static final int EVENTS_AT_A_TIME = 16;

  private static final double FILLED = 0.8;

  /** Looks at the log, every 5 minutes, and at the events, every minute. */
  private static final double LOG_SWEEPS = 288 * 30;

  private static final double EVENT_SWEEPS = 1_440 * 30;
  private static final double LOG_SWEEP_SECONDS = 10;
  private static final double EVENT_SWEEP_SECONDS = 1;

  /** An event sweep reads the last ten minutes again, a thousand rows a request. */
  private static final double SWEPT_SECONDS = 600;

  private static final double ROWS_A_READ = 1_000;

  /** Rows written or read by a sweep for other reasons: watermarks, incidents, outbox. */
  private static final double ROWS_A_SWEEP = 20;

  /** What Application Insights keeps of a run, and the most an instance sends a second. */
  private static final double RUN_BYTES = 1_500;

  private static final double TELEMETRY_A_SECOND = 5;

  private static final int LOG_ALERTS = 2;

  private final Prices prices;

  /** Calculates with these prices. */
  public CostModel(Prices prices) {
    this.prices = prices;
  }

  /** A month of this fleet on one hub. */
  public Bill bill(Fleet fleet, Setup setup) {
    boolean received = setup.events() == Setup.Events.RECEIVED;
    double events = received ? fleet.changes() : 0;
    Map<Item, Double> items = new EnumMap<>(Item.class);
    double rows = fleet.changes() * ROW_BYTES / 1e9;
    items.put(Item.LOG, (rows - prices.of("log-free-gb")) * prices.of("log-gb"));
    items.put(
        Item.EVENT_GRID,
        over("event-grid-free", 2 * events) / 1e6 * prices.of("event-grid-million"));
    double runs = events + LOG_SWEEPS + EVENT_SWEEPS;
    items.put(Item.RUNS, over("run-free", runs) / 1e6 * prices.of("run-million"));
    double seconds = (received ? receiving(fleet.rate()) : 0) + sweeping();
    items.put(
        Item.COMPUTE, over("gb-second-free", seconds * setup.gigabytes()) * prices.of("gb-second"));
    double leftFree = Math.max(0, prices.of("log-free-gb") - rows);
    double telemetry = telemetry(received ? fleet.rate() : 0);
    items.put(Item.TELEMETRY, (telemetry - leftFree) * prices.of("log-gb"));
    items.put(Item.TABLES, tables(events, fleet.rate()) / 1e6 * prices.of("table-million"));
    items.put(
        Item.ALERTS,
        LOG_ALERTS * prices.of("log-alert") + (received ? prices.of("metric-alert") : 0));
    return Bill.of(items);
  }

  private double over(String free, double quantity) {
    return Math.max(0, quantity - prices.of(free));
  }

  private static double sweeping() {
    return LOG_SWEEPS * LOG_SWEEP_SECONDS + EVENT_SWEEPS * EVENT_SWEEP_SECONDS;
  }

  /** Seconds a month that instances are busy with events, all of them together. */
  static double receiving(double rate) {
    int instances = instances(rate);
    double busy = 1 - Math.exp(-rate / instances * Math.max(1, EVENT_SECONDS));
    return instances * busy * Fleet.MONTH.toSeconds();
  }

  /** Instances that keep up with this many events a second; at least one. */
  static int instances(double rate) {
    double bySlots = rate * EVENT_SECONDS / EVENTS_AT_A_TIME;
    double byCore = rate * EVENT_CORE_SECONDS / FILLED;
    return Math.max(1, (int) Math.ceil(Math.max(bySlots, byCore)));
  }

  /** Gigabytes a month, before those that are free. */
  private static double telemetry(double rate) {
    double kept = Math.min(rate, TELEMETRY_A_SECOND * instances(rate)) * Fleet.MONTH.toSeconds();
    return (kept + LOG_SWEEPS + EVENT_SWEEPS) * RUN_BYTES / 1e9;
  }

  private static double tables(double events, double rate) {
    double reads = events == 0 ? 1 : Math.max(1, rate * SWEPT_SECONDS / ROWS_A_READ);
    return events + EVENT_SWEEPS * reads + (LOG_SWEEPS + EVENT_SWEEPS) * ROWS_A_SWEEP;
  }
}
