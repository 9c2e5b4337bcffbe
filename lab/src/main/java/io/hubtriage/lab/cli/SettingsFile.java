package io.hubtriage.lab.cli;

import io.hubtriage.settings.Fault;
import io.hubtriage.settings.InvalidSettingsException;
import io.hubtriage.settings.Settings;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads {@code hubtriage.json} for a command. */
public final class SettingsFile {
  private SettingsFile() {}

  /**
   * Reads a settings file a user named.
   *
   * @throws InputException with a line for each fault, if there is one, or if there is no such file
   */
  public static Settings read(Path file) {
    String json = InputFiles.text(file);
    try {
      return Settings.parse(json);
    } catch (InvalidSettingsException e) {
      throw new InputException(
          e.faults().stream()
              .map(Fault::toString)
              .map(fault -> file + ": " + fault)
              .collect(Collectors.joining("\n")),
          e);
    }
  }
}
