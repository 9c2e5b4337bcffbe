package io.hubtriage.settings;

/**
 * One thing wrong with the settings.
 *
 * @param path where: {@code routes[0].match.causes[1]}, {@code line 3, column 7}, or {@code ""} for
 *     the file as a whole
 * @param message what, and what to write instead; one line
 */
public record Fault(String path, String message) {
  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
