package io.hubtriage.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writesAllFilesAndSaysHowMuch() throws IOException {
    Path fleet = directory.resolve("new/fleet");

    int exit = run("--devices", "30", "--hours", "3", "--seed", "7", "--out", fleet.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(exit).isEqualTo(0);
    long rows = Files.readAllLines(fleet.resolve("connections.jsonl")).size();
    assertThat(out.toString()).containsPattern("\\b" + rows + " lines {2}.*connections\\.jsonl");
    assertThat(fleet.resolve("incidents_truth.json")).exists();
    assertThat(out.toString().lines()).hasSize(5);
  }

  @Test
  void calmAndGzip() {
    int exit =
        run(
            "--devices",
            "5",
            "--hours",
            "3",
            "--seed",
            "7",
            "--calm",
            "--gzip",
            "--hubs",
            "2",
            "--loss",
            "0.1",
            "--delay",
            "2.5",
            "--out",
            directory.toString());

    assertThat(exit).isEqualTo(0);
    assertThat(directory.resolve("truth.jsonl.gz")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "--devices, 0, '--devices must be from 1 to 1000000, not 0'",
    "--devices, 1000001, '--devices must be from 1 to 1000000, not 1000001'",
    "--hours, 745, '--hours must be from 1 to 744, not 745'",
    "--hubs, 101, '--hubs must be from 1 to 100, not 101'",
    "--loss, 0.95, '--loss must be from 0 to 0.9, not 0.95'",
    "--loss, NaN, '--loss must be from 0 to 0.9, not NaN'",
    "--delay, 0, '--delay must be from 0.1 to 10, not 0'"
  })
  void refusesWhatIsOutOfBounds(String option, String value, String message) {
    int exit =
        run(
            "--devices",
            "3",
            "--hours",
            "3",
            "--seed",
            "7",
            "--out",
            directory.toString(),
            option,
            value);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString().lines()).first().isEqualTo(message);
  }

  @Test
  void refusesAFileAsDirectory() throws IOException {
    Path file = Files.createFile(directory.resolve("taken"));

    int exit = run("--devices", "3", "--hours", "3", "--seed", "7", "--out", file.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).startsWith("--out " + file + " is not a directory");
  }

  private int run(String... arguments) {
    return new CommandLine(new SimulateCommand())
        .setOverwrittenOptionsAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
