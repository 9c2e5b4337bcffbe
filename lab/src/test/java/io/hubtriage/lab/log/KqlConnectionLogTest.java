package io.hubtriage.lab.log;

import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.lab.cloud.LocalMonitor;
import io.hubtriage.lab.cloud.MonitorClients;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.sweep.ConnectionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import org.junit.jupiter.api.AfterEach;

/** The shipped queries, asked by the official client of the embedded Log Analytics. */
final class KqlConnectionLogTest extends ConnectionLogContract {
  private final List<LocalMonitor> opened = new ArrayList<>();

  @Override
  public ConnectionLog log(List<ConnectionRow> rows) {
    LocalMonitor.Loader loader = LocalMonitor.loader();
    rows.forEach(loader::add);
    LocalMonitor monitor = loader.open();
    opened.add(monitor);
    return new LogAnalytics(
        new MonitorClients(monitor.endpoint(), LogAnalytics.retries()).logs(), "workspace");
  }

  @AfterEach
  @AfterTry
  void close() {
    opened.forEach(LocalMonitor::close);
    opened.clear();
  }

  // Fewer tries than in memory: each opens a database or two.

  @Override
  @Property(tries = 5)
  void orderAndDoublesChangeNothing(
      @ForAll("rows") List<ConnectionRow> rows,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 180) int now) {
    super.orderAndDoublesChangeNothing(rows, random, now);
  }

  @Override
  @Property(tries = 5)
  void theFutureShowsNowhere(
      @ForAll("rows") List<ConnectionRow> rows, @ForAll @IntRange(min = 1, max = 180) int now) {
    super.theFutureShowsNowhere(rows, now);
  }

  @Override
  @Property(tries = 5)
  void sessionsOfAdjacentWindowsAddUp(
      @ForAll("rows") List<ConnectionRow> rows, @ForAll @IntRange(min = 0, max = 180) int cut) {
    super.sessionsOfAdjacentWindowsAddUp(rows, cut);
  }
}
