package io.hubtriage.lab.demo;

import io.hubtriage.lab.backtest.Backtest;
import io.hubtriage.lab.cli.Ending;
import io.hubtriage.lab.cli.Ranges;
import io.hubtriage.lab.show.CardPage;
import io.hubtriage.lab.show.Serving;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a day of a simulated hub, from its rows to its cards, without Azure. */
@Command(
    name = "demo",
    description =
        "A day of a simulated hub through the shipped queries and pipeline, and its cards.")
public final class DemoCommand implements Runnable {
  private static final int LEAST_DEVICES = 50; // fewer, and no hub ever fails noticeably
  private static final int MOST_DEVICES = 20_000;
  private static final int MOST_PORT = 65_535;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write; made if it does not exist. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("out", "demo");

  @Option(names = "--no-serve", description = "End instead of showing the cards.")
  private boolean noServe;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where the cards are shown, on this machine. Default: ${DEFAULT-VALUE}.")
  private int port = 7070;

  @Option(
      names = "--devices",
      paramLabel = "N",
      description = "Devices of the hub, 50 to 20,000. Default: ${DEFAULT-VALUE}.")
  private int devices = 2_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another seed is another day. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Ranges.require(spec, "--devices", devices, LEAST_DEVICES, MOST_DEVICES);
    Ranges.require(spec, "--port", port, 0, MOST_PORT);
    Backtest backtest = Backtest.into(out, Settings.DEFAULT);
    if (noServe) {
      replay(backtest);
      return;
    }
    // Opened first: that the port is taken should not be told after a minute's work.
    try (Serving page = new CardPage(out).serve(port)) {
      replay(backtest);
      PrintWriter terminal = spec.commandLine().getOut();
      terminal.printf(Locale.ROOT, "%nThe cards as Teams shows them: %s%n", page.uri());
      terminal.println("Ctrl+C ends this.");
      terminal.flush();
      Ending.await();
    }
  }

  private void replay(Backtest backtest) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        Locale.ROOT,
        "simulating 26 hours of a hub with %,d devices, loading its rows into Log Analytics%n",
        devices);
    err.flush();
    Scenario scenario = Scenario.demo(seed).withDevices(devices);
    try (DemoHub hub = DemoHub.of(scenario)) {
      backtest.run(hub.inputs(), hub.overHttp(), spec.commandLine().getOut(), err);
    }
  }
}
