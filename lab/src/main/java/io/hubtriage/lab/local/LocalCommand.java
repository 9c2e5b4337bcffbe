package io.hubtriage.lab.local;

import io.hubtriage.lab.cli.Ending;
import io.hubtriage.lab.cli.Ranges;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code local}: what the Function App needs around it to run on this machine. */
@Command(
    name = "local",
    description =
        "Stand-ins for Log Analytics, metrics, Teams and mail, for the app on this machine.")
public final class LocalCommand implements Runnable {
  private static final int LEAST_DEVICES = 50; // fewer, and an outage may go unnoticed
  private static final int MOST_DEVICES = 20_000;
  private static final int MOST_PORT = 65_535;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Log Analytics, metrics, /teams and /webhook. Default: ${DEFAULT-VALUE}.")
  private int port = 7080;

  @Option(
      names = "--mail-port",
      paramLabel = "PORT",
      description = "Mail. Default: ${DEFAULT-VALUE}.")
  private int mailPort = 2525;

  @Option(
      names = "--page-port",
      paramLabel = "PORT",
      description = "The page with what arrived. Default: ${DEFAULT-VALUE}.")
  private int pagePort = 7070;

  @Option(
      names = "--devices",
      paramLabel = "N",
      description = "Devices of the hub, 50 to 20,000. Default: ${DEFAULT-VALUE}.")
  private int devices = 300;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another seed is another fleet. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where messages and settings are kept. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("out", "local");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Ranges.require(spec, "--devices", devices, LEAST_DEVICES, MOST_DEVICES);
    Ranges.require(spec, "--port", port, 0, MOST_PORT);
    Ranges.require(spec, "--mail-port", mailPort, 0, MOST_PORT);
    Ranges.require(spec, "--page-port", pagePort, 0, MOST_PORT);
    Clock clock = Clock.systemUTC();
    LocalFleet fleet = LocalFleet.of(devices, seed, clock.instant());
    StandIns.Ports ports = new StandIns.Ports(port, mailPort, pagePort);
    try (StandIns standIns = StandIns.open(fleet, out, ports, clock)) {
      tell(fleet, standIns);
      Ending.await();
    }
  }

  private void tell(LocalFleet fleet, StandIns standIns) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf(
        Locale.ROOT,
        """
        %,d devices of %s; the hub has been failing since %s, the last row comes on %s.

          Log Analytics, metrics   %s
          Teams, webhook           %2$s/teams, %2$s/webhook
          mail                     127.0.0.1:%d, no sign-in
          what arrives             %s

        The app's settings, also in %s with a hubtriage.json that fits:

        %s
        docs/local.md tells how to start the app. Ctrl+C ends the stand-ins.
        """
            .replace("%2$s", standIns.cloud().toString()),
        devices,
        fleet.hubs().get(0).name(),
        TIME.format(fleet.outage()),
        TIME.format(fleet.until()),
        standIns.cloud(),
        standIns.mail(),
        standIns.page(),
        out,
        standIns.appSettings());
    terminal.flush();
  }
}
