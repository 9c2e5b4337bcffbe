package io.hubtriage.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.Commands;
import io.hubtriage.lab.show.CardPage;
import io.hubtriage.lab.show.Serving;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A real browser looks at a real backtest of {@code samples/plant}, told in English and Japanese.
 * The checks are in {@code src/test/node}. {@code -Dapprove=true} takes the pictures of the
 * documents anew.
 */
final class BrowserTest {
  private static final Path SAMPLE = Path.of("../samples/plant");
  private static final Path PICTURES = Path.of("../docs/pictures");

  @TempDir private static Path dir = Path.of("");
  private static Map<String, Serving> serving = Map.of();

  @BeforeAll
  static void replay() throws IOException {
    Path out = dir.resolve("plant");
    Path settings = Files.write(dir.resolve("hubtriage.json"), settings());
    Commands run =
        Commands.run(
            List.of(
                "backtest",
                "--connections",
                SAMPLE.resolve("connections.jsonl.gz").toString(),
                "--metrics",
                SAMPLE.resolve("metrics.jsonl.gz").toString(),
                "--settings",
                settings.toString(),
                "--out",
                out.toString()));
    assertThat(run.exit()).as(run.err()).isZero();
    Path empty = Files.createDirectory(dir.resolve("live"));
    serving = Map.of("plant", new CardPage(out).serve(0), "live", new CardPage(empty).serve(0));
  }

  private static byte[] settings() throws IOException {
    try (InputStream in = BrowserTest.class.getResourceAsStream("hubtriage.json")) {
      return Objects.requireNonNull(in, "hubtriage.json").readAllBytes();
    }
  }

  @AfterAll
  static void stop() {
    serving.values().forEach(Serving::close);
  }

  @ParameterizedTest
  @CsvSource({
    "page.test.mjs,   plant, 20",
    "report.test.mjs, plant, 5",
    "live.test.mjs,   live,  3",
  })
  void inTheBrowser(String script, String folder, int least) throws Exception {
    Path log = dir.resolve(script + ".tap");
    ProcessBuilder node =
        new ProcessBuilder(
                "node",
                "--test-reporter=tap",
                script,
                Objects.requireNonNull(serving.get(folder)).uri().toString(),
                dir.resolve(folder).toString())
            .directory(Path.of("src/test/node").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    if (Boolean.getBoolean("approve") && System.getenv("CI") == null) {
      node.environment().put("PICTURES", PICTURES.toAbsolutePath().normalize().toString());
    }
    Process process = node.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String told = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(ended).as("%s ends:%n%s", script, told).isTrue();
    assertThat(process.exitValue()).as(told).isZero();
    assertThat(told).contains("# fail 0", "# skipped 0", "# cancelled 0");
    assertThat(told.lines().filter(line -> line.startsWith("ok ")))
        .hasSizeGreaterThanOrEqualTo(least);
  }
}
