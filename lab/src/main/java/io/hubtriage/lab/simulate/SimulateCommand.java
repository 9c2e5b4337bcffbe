package io.hubtriage.lab.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code simulate}: writes the logs of a simulated fleet, and why every connection in them ended.
 */
@Command(
    name = "simulate",
    description = "Writes the logs of a simulated fleet and the cause of every row in them.")
public final class SimulateCommand implements Runnable {
  private static final int MOST_DEVICES = 1_000_000;
  private static final int MOST_HOURS = 24 * 31;
  private static final int MOST_HUBS = 100;
  private static final double MOST_LOSS = 0.9;
  private static final double LEAST_DELAY = 0.1; // minutes
  private static final double MOST_DELAY = 10;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--devices",
      required = true,
      paramLabel = "N",
      description = "Devices in the fleet, 1 to 1,000,000.")
  private int devices;

  @Option(
      names = "--hours",
      required = true,
      paramLabel = "H",
      description = "Length of the logs, 1 to 744.")
  private int hours;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "The same seed gives the same files.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write; made if it does not exist.")
  @SuppressWarnings("NullAway.Init") // required, so set by picocli
  private Path out;

  @Option(names = "--calm", description = "Token renewals only: no faults, no lost rows.")
  private boolean calm;

  @Option(
      names = "--hubs",
      paramLabel = "N",
      description = "Hubs that share the devices, 1 to 100. Default: 2, with --calm 1.")
  private @Nullable Integer hubs;

  @Option(
      names = "--loss",
      paramLabel = "SHARE",
      description = "Share of the rows that are lost, 0 to 0.9. Default: 0.01, with --calm 0.")
  private @Nullable Double loss;

  @Option(
      names = "--delay",
      paramLabel = "MINUTES",
      description = "Median delay of ingestion, 0.1 to 10. Default: 4.")
  private @Nullable Double delay;

  @Option(names = "--gzip", description = "Compresses the logs: connections.jsonl.gz and so on.")
  private boolean gzip;

  @Override
  public void run() {
    Scenario scenario = scenario();
    prepareDirectory();
    FleetFiles files = gzip ? FleetFiles.gzipped(out) : FleetFiles.plain(out);
    try (files) {
      Simulation.run(scenario, files);
    }
    PrintWriter terminal = spec.commandLine().getOut();
    files
        .lines()
        .forEach((file, lines) -> terminal.printf(Locale.ROOT, "%,12d lines  %s%n", lines, file));
    terminal.flush();
  }

  private Scenario scenario() {
    require("--devices", devices, 1, MOST_DEVICES);
    require("--hours", hours, 1, MOST_HOURS);
    Scenario scenario =
        calm ? Scenario.calm(devices, hours, seed) : Scenario.mixed(devices, hours, seed);
    Integer wantedHubs = hubs;
    if (wantedHubs != null) {
      require("--hubs", wantedHubs, 1, MOST_HUBS);
      scenario = scenario.withHubs(wantedHubs);
    }
    Double wantedLoss = loss;
    if (wantedLoss != null) {
      require("--loss", wantedLoss, 0, MOST_LOSS);
      scenario = scenario.withLossShare(wantedLoss);
    }
    Double wantedDelay = delay;
    if (wantedDelay != null) {
      require("--delay", wantedDelay, LEAST_DELAY, MOST_DELAY);
      scenario = scenario.withDelayMedian(Duration.ofMillis((long) (wantedDelay * 60_000)));
    }
    return scenario;
  }

  private void require(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) { // NaN fails too
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              Locale.ROOT,
              "%s must be from %s to %s, not %s",
              option,
              plain(least),
              plain(most),
              plain(value)));
    }
  }

  private static String plain(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }

  private void prepareDirectory() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--out " + out + " is not a directory that can be written to", e);
    }
  }
}
