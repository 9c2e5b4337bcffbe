package io.hubtriage.azure.wiring;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** The folder the app was deployed to: the one its jar is in. */
final class AppFolder {
  private AppFolder() {}

  /** The folder; the working folder if these classes come from no jar. */
  static Path find() {
    CodeSource source = AppFolder.class.getProtectionDomain().getCodeSource();
    try {
      if (source != null && source.getLocation() != null) {
        Path code = Path.of(source.getLocation().toURI());
        Path parent = code.getParent();
        if (Files.isRegularFile(code) && parent != null) {
          return parent;
        }
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Not a file of this machine; the working folder is the worker's, which is the app's.
    }
    return Path.of("").toAbsolutePath();
  }
}
