package io.hubtriage.lab.staged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Cold starts in numbers: medians, as a table in Markdown. */
final class ColdStartFigures {
  private static final List<String> FUNCTIONS =
      List.of("ReceiveConnectionEvents", "Status", "SweepLogs");

  private static final String HEAD =
      """
      | Java | function | made: ms | CPU ms | classes | first call: ms | CPU ms | classes |
      |---|---|--:|--:|--:|--:|--:|--:|
      """;

  /**
   * One line of the table.
   *
   * @param java how Java is started, in words
   */
  private record Line(String java, List<String> options, String function) {}

  private ColdStartFigures() {}

  /**
   * Measures.
   *
   * @param runs of each line, at least 1; with only one, Java is started in the worker's way alone
   */
  static String measure(StagedApp app, Map<String, String> environment, int runs) {
    Map<Line, List<ColdStart>> measured = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      // One of each in turn: what else the machine does falls on all of them.
      for (Line line : lines(runs)) {
        measured
            .computeIfAbsent(line, l -> new ArrayList<>())
            .add(run(app, environment, line, List.of()));
      }
    }
    StringBuilder table = new StringBuilder(HEAD);
    measured.forEach(
        (line, colds) -> {
          ColdStart told = run(app, environment, line, List.of(ColdStart.TELL_CLASSES));
          int made = told.constructing().size();
          table.append(
              String.format(
                  Locale.ROOT,
                  "| %s | `%s` | %,d | %,d | %,d | %,d | %,d | %,d |%n",
                  line.java(),
                  line.function(),
                  median(colds, cold -> cold.constructed().wallMillis()),
                  median(colds, cold -> cold.constructed().cpuMillis()),
                  made,
                  median(colds, cold -> cold.invoked().wallMillis()),
                  median(colds, cold -> cold.invoked().cpuMillis()),
                  made + told.invoking().size()));
        });
    return table.toString();
  }

  private static List<Line> lines(int runs) {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("as the worker starts it", ColdStart.WORKER);
    if (runs > 1) {
      ways.put("the same, no class data sharing", plus(ColdStart.WORKER, List.of("-Xshare:off")));
      ways.put("without the worker's options", List.of());
    }
    return ways.entrySet().stream()
        .flatMap(way -> FUNCTIONS.stream().map(f -> new Line(way.getKey(), way.getValue(), f)))
        .toList();
  }

  private static ColdStart run(
      StagedApp app, Map<String, String> environment, Line line, List<String> more) {
    return ColdStart.run(
        app, app.folder().resolve(line.function()), plus(line.options(), more), environment);
  }

  private static List<String> plus(List<String> options, List<String> more) {
    return Stream.concat(options.stream(), more.stream()).toList();
  }

  private static long median(List<ColdStart> colds, ToLongFunction<ColdStart> of) {
    long[] sorted = colds.stream().mapToLong(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
