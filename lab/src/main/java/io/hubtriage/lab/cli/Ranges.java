package io.hubtriage.lab.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Numbers of the command line that make sense only within bounds. */
public final class Ranges {
  private Ranges() {}

  /**
   * Checks an option.
   *
   * @param least inclusive
   * @param most inclusive
   * @throws ParameterException if the value is out of its bounds; the message names the option
   */
  public static void require(CommandSpec spec, String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              Locale.ROOT, "%s must be from %,d to %,d, not %,d", option, least, most, value));
    }
  }
}
