package io.hubtriage.lab.bench;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.diagnose.Diagnosis;
import io.hubtriage.lab.bench.Cost.Counted;
import io.hubtriage.lab.cli.TextTable;
import io.hubtriage.lab.cli.TextTable.Column;
import io.hubtriage.model.Timeline;
import io.hubtriage.sweep.ConnectionLog.TimelineAnswer;
import io.hubtriage.sweep.SweepPlan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./dev bench diagnose}: how the time and memory of one diagnosis grow with the hub. */
@Command(
    name = "bench diagnose",
    mixinStandardHelpOptions = true,
    description = "Times one diagnosis of a hub's whole day, for hubs of growing size.")
public final class DiagnoseCommand implements Runnable {
  /** An odd number: the one in the middle counts. */
  private static final int TIMES = 3;

  @Option(
      names = "--devices",
      arity = "1..*",
      paramLabel = "N",
      description = "Sizes of the hub. Default: ${DEFAULT-VALUE}.",
      defaultValue = "12500 25000 50000 100000",
      split = " ")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the simulation. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private long seed;

  @Spec private CommandSpec spec = CommandSpec.create();

  private DiagnoseCommand() {}

  /** Measures, tells and ends the process. */
  public static void main(String... args) {
    System.exit(new CommandLine(new DiagnoseCommand()).execute(args));
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    TextTable table =
        new TextTable(
            Column.right("devices"),
            Column.right("rows"),
            Column.right("unexplained"),
            Column.right("looked at"),
            Column.right("their rows"),
            Column.right("asking s"),
            Column.right("diagnosing s"),
            Column.right("CPU s"),
            Column.right("heap MB"));
    for (int devices : sizes) {
      HubDay day = HubDay.of(devices, seed);
      measure(day, devices, Integer.MAX_VALUE, Integer.MAX_VALUE, table);
      measure(day, devices, SweepPlan.DEFAULT.limit(), SweepPlan.DEFAULT.sample(), table);
    }
    out.print(table);
    out.flush();
  }

  private static void measure(HubDay day, int devices, int limit, int sample, TextTable table) {
    // Once untimed: it warms the code up, and tells what is usual on this hub.
    Baseline usual = day.usual(day.diagnose(day.ask(limit, sample), Baseline.EMPTY));
    List<Counted<Look>> looks = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      looks.add(Cost.of(() -> Look.at(day, limit, sample, usual)));
    }
    looks.sort(Comparator.comparingDouble(look -> look.cost().seconds()));
    Look middle = looks.get(TIMES / 2).result();
    Cost cost = looks.get(TIMES / 2).cost();
    table.row(
        whole(devices),
        whole(day.rows()),
        whole(middle.unexplained),
        whole(middle.devices),
        whole(middle.rows),
        seconds(middle.asked),
        seconds(cost.seconds() - middle.asked),
        seconds(cost.cpuSeconds()),
        whole(cost.heapBytes() >> 20));
  }

  /**
   * What one question and one diagnosis were about. What they answered is not kept: it would count
   * as the next one's memory.
   *
   * @param asked seconds until the answer was there
   * @param unexplained devices
   * @param devices looked at
   * @param rows of these
   */
  private record Look(double asked, int unexplained, int devices, long rows) {
    static Look at(HubDay day, int limit, int sample, Baseline usual) {
      long begun = System.nanoTime();
      TimelineAnswer answer = day.ask(limit, sample);
      double asked = (System.nanoTime() - begun) / 1e9;
      Diagnosis diagnosis = day.diagnose(answer, usual);
      return new Look(
          asked,
          day.unexplained(answer),
          diagnosis.assessment().examined().size(),
          answer.timelines().stream().mapToLong(Timeline::size).sum());
    }
  }

  private static String whole(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }
}
