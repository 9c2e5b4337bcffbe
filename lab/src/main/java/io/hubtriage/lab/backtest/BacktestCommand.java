package io.hubtriage.lab.backtest;

import io.hubtriage.lab.cli.SettingsFile;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.ConnectionFiles;
import io.hubtriage.lab.read.EventFile;
import io.hubtriage.lab.read.LabelFile;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.MetricFile;
import io.hubtriage.lab.read.ReadReport;
import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backtest}: what HubTriage would have said about a log that was exported. */
@Command(
    name = "backtest",
    description =
        "Replays exported logs in virtual time: which alerts would have fired, when and why.")
public final class BacktestCommand implements Runnable {
  @Option(
      names = "--connections",
      required = true,
      arity = "1..*",
      paramLabel = "FILE_OR_DIR",
      description = "Connection logs: archive folders, JSON lines, Log Analytics exports, gzip.")
  private List<Path> connections = List.of();

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "Event Grid connection events, JSON lines.")
  private @Nullable Path events;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "connectedDeviceCount per minute, JSON lines.")
  private @Nullable Path metrics;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "hubtriage.json. Default: one Teams and one e-mail channel.")
  private @Nullable Path settings;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "The true cause of every row, JSON lines: adds accuracy.json.")
  private @Nullable Path truth;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write; made if it does not exist.")
  private Path out = Path.of("out");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter err = spec.commandLine().getErr();
    Settings rules = settings == null ? Settings.DEFAULT : SettingsFile.read(settings);
    Inputs inputs = read(err);
    Backtest.into(out, rules)
        .run(inputs, Sources.of(inputs.log(), inputs.metric()), spec.commandLine().getOut(), err);
  }

  private Inputs read(PrintWriter err) {
    MemoryConnectionLog.Builder log = MemoryConnectionLog.builder();
    List<ReadReport> reports = new ArrayList<>();
    ReadReport rows = ConnectionFiles.read(connections, log::add);
    reports.add(rows);
    MemoryConnectedDevices metric = new MemoryConnectedDevices();
    if (metrics != null) {
      reports.add(MetricFile.read(metrics, metric::add));
    }
    List<ReceivedEvent> seen = new ArrayList<>();
    if (events != null) {
      reports.add(EventFile.read(events, seen::add));
    }
    Optional<List<LabelledRow>> labels = Optional.empty();
    if (truth != null) {
      List<LabelledRow> truths = new ArrayList<>();
      reports.add(LabelFile.read(truth, truths::add));
      labels = Optional.of(truths);
    }
    reports.forEach(report -> complain(report, err));
    return new Inputs(names(), rows, log.build(), metric, seen, labels, reports);
  }

  private String names() {
    return connections.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /** What could not be read is said at once, and the rest goes on. */
  private static void complain(ReadReport report, PrintWriter err) {
    report.faults().forEach(fault -> err.println("skipped " + fault));
    long unsaid = report.broken() - report.faults().size();
    if (unsaid > 0) {
      err.println("skipped " + unsaid + " more broken lines");
    }
    err.flush();
  }
}
