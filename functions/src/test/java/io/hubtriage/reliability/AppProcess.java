package io.hubtriage.reliability;

import java.nio.file.Path;

/** One instance of the app as a process of its own. It says which minute it is in. */
final class AppProcess {
  private AppProcess() {}

  /**
   * Plays until the end or its death.
   *
   * @param args folder of the settings, what makes names in the storage account unique
   */
  public static void main(String[] args) {
    try (Host host = new Host(System.getenv(), Path.of(args[0]), Scene.names(args[1]))) {
      host.play(
          1,
          minute -> {
            System.out.println(minute);
            System.out.flush();
          });
    }
  }
}
