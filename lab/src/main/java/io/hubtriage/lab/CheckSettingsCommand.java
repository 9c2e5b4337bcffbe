package io.hubtriage.lab;

import io.hubtriage.lab.cli.SettingsFile;
import io.hubtriage.settings.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check-settings FILE}: says what is wrong with a settings file, all at once. */
@Command(
    name = "check-settings",
    description = "Checks a settings file and tells everything that is wrong with it.")
final class CheckSettingsCommand implements Runnable {
  @Parameters(paramLabel = "FILE", description = "The settings file, hubtriage.json.")
  private Path file = Path.of("hubtriage.json");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Settings settings = SettingsFile.read(file);
    spec.commandLine()
        .getOut()
        .printf(
            "%s: ok (%s, %s, %s)%n",
            file,
            settings.hubs().isEmpty() ? "every hub" : count(settings.hubs().size(), "hub"),
            count(settings.channels().size(), "channel"),
            count(settings.routes().size(), "route"));
  }

  private static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
