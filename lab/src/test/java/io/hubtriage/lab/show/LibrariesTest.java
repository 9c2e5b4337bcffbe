package io.hubtriage.lab.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The card renderer in the sources is the one npm has, of the version the lock file pins. */
final class LibrariesTest {
  private static final Path OURS =
      Path.of("src/main/resources/io/hubtriage/lab/show/lib/adaptivecards.min.js");
  private static final Path THEIRS =
      Path.of("src/test/node/node_modules/adaptivecards/dist/adaptivecards.min.js");

  @Test
  void theRendererIsUnchanged() throws IOException {
    if (Boolean.getBoolean("approve") && Optional.ofNullable(System.getenv("CI")).isEmpty()) {
      Files.copy(THEIRS, OURS, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(OURS).hasSameBinaryContentAs(THEIRS);
  }
}
