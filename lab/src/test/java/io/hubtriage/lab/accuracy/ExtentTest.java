package io.hubtriage.lab.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ExtentTest {
  /** Whoever tunes until the tests pass must not have seen the fleets of the document. */
  @Test
  void noTestUsesAPublishedSeed() throws IOException {
    List<String> seeds = Extent.FULL.seeds().stream().map(String::valueOf).toList();
    int read = 0;
    for (Path root : List.of(Path.of("src/test"), Path.of("../functions/src/test"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          String text = Files.readString(file).replace("_", "");
          assertThat(seeds).as("%s", file).noneMatch(text::contains);
          read++;
        }
      }
    }
    assertThat(read).isGreaterThan(50);
  }

  @Test
  void tenSeedsAtLeastArePublished() {
    assertThat(Extent.FULL.seeds()).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
    assertThat(Extent.FULL.seeds()).containsAll(Extent.QUICK.seeds());
  }

  @Test
  void thirtyHubDaysEcho() {
    double days =
        Extent.FULL.seeds().stream()
            .map(seed -> Condition.ECHOES.scenario(Extent.FULL, seed))
            .mapToDouble(s -> s.hubs() * s.hours() / 24.0)
            .sum();
    assertThat(days).isGreaterThanOrEqualTo(30);
  }
}
