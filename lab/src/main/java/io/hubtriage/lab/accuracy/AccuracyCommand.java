package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.cli.Progress;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./dev accuracy}: measures anew and writes the published figures. */
@Command(
    name = "accuracy",
    mixinStandardHelpOptions = true,
    description = "Simulates fleets, judges them and writes docs/accuracy.md with its pictures.")
public final class AccuracyCommand implements Runnable {
  private static final int STEPS = 1_000;

  @Option(names = "--quick", description = "Two small fleets per condition, to try it out.")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write. Default: docs; with --quick, lab/target/accuracy.")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Fleets at once. Default: one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec = CommandSpec.create();

  private AccuracyCommand() {}

  /** Measures, writes and ends the process. */
  public static void main(String... args) {
    CommandLine line = new CommandLine(new AccuracyCommand());
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(line.execute(args));
  }

  @Override
  public void run() {
    Extent extent = quick ? Extent.QUICK : Extent.FULL;
    Path directory = out != null ? out : Path.of(quick ? "lab/target/accuracy" : "docs");
    PrintWriter err = spec.commandLine().getErr();
    Study study;
    try (Progress progress =
        new Progress(err, Progress.Style.detect(), "measuring", STEPS, System::nanoTime)) {
      study =
          Study.run(extent, Math.max(1, threads), share -> progress.at(Math.round(share * STEPS)));
    }
    new Document(study).write(directory);
    spec.commandLine().getOut().println("wrote " + directory.resolve("accuracy.md"));
  }
}
