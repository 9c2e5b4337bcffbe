package io.hubtriage.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

final class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path dir = Path.of("");

  static Stream<Arguments> badArguments() {
    return Stream.of(
        Arguments.argumentSet(
            "nothing", "", "hubtriage: a command is missing: backtest, check-settings"),
        Arguments.argumentSet(
            "unknown command",
            "fly",
            "hubtriage: there is no command fly; there are backtest, check-settings"),
        Arguments.argumentSet(
            "no file", "check-settings", "hubtriage: Missing required parameter: 'FILE'"),
        Arguments.argumentSet(
            "unknown option", "check-settings --fly x", "hubtriage: Unknown option: '--fly'"));
  }

  @ParameterizedTest
  @MethodSource("badArguments")
  void badArgumentsAreOneLineAndATwo(String arguments, String start) {
    String[] args = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).startsWith(start).contains("--help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpGoesToStandardOutput() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Usage: hubtriage", "check-settings", "--debug");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpOfACommand() {
    assertThat(run("check-settings", "--help")).isZero();
    assertThat(out.toString()).contains("Usage: hubtriage check-settings", "FILE");
  }

  @Test
  void aGoodFileIsCounted() {
    Path sample = Path.of("../hubtriage.sample.json");
    assertThat(run("check-settings", sample.toString())).isZero();
    assertThat(out.toString().strip()).isEqualTo(sample + ": ok (2 hubs, 4 channels, 3 routes)");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void oneOfAThingIsNotMany() throws IOException {
    Path file = dir.resolve("one.json");
    Files.writeString(
        file,
        """
        {"channels": {"a": {"kind": "teams", "urlSetting": "A"}}, "routes": [{"channels": ["a"]}]}
        """);
    assertThat(run("check-settings", file.toString())).isZero();
    assertThat(out.toString()).contains("ok (every hub, 1 channel, 1 route)");
  }

  @Test
  void everyFaultIsALineOfItsOwn() throws IOException {
    Path file = dir.resolve("bad.json");
    Files.writeString(file, "{\"locale\": \"de\", \"zone\": 1, \"hub\": []}");
    assertThat(run("check-settings", file.toString())).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith(file + ": "))
        .anySatisfy(line -> assertThat(line).endsWith("hub: unknown key; did you mean hubs?"));
  }

  @Test
  void unreadableInputIsSaidInOneLine() throws IOException {
    Path latin = dir.resolve("latin.json");
    Files.write(latin, new byte[] {'{', (byte) 0xE9, '}'});
    assertThat(run("check-settings", dir.resolve("none.json").toString())).isEqualTo(2);
    assertThat(run("check-settings", dir.toString())).isEqualTo(2);
    assertThat(run("check-settings", latin.toString())).isEqualTo(2);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("none.json: no such file; check the path"),
            line -> assertThat(line).endsWith(": is a directory; name a file"),
            line -> assertThat(line).endsWith("latin.json: not UTF-8 text; save it as UTF-8"));
  }

  @Test
  void debugShowsTheStack() throws IOException {
    Path file = dir.resolve("bad.json");
    Files.writeString(file, "{");
    assertThat(run("check-settings", "--debug", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("\tat io.hubtriage.");
  }

  @Test
  void anythingElseIsOneLineAndAOne() {
    assertThat(run(List.of(Breaks.class), "breaks")).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo(
            "hubtriage: failed: java.lang.IllegalStateException: first line second line;"
                + " --debug shows where");
  }

  @Test
  void withDebugTheStackFollowsTheLine() {
    assertThat(run(List.of(Breaks.class), "--debug", "breaks")).isEqualTo(1);
    assertThat(err.toString().lines())
        .startsWith("hubtriage: failed: java.lang.IllegalStateException: first line second line")
        .anySatisfy(line -> assertThat(line).startsWith("\tat io.hubtriage."));
  }

  @Test
  void outOfMemoryTellsHowToGiveMore() {
    assertThat(run(List.of(Starves.class), "starves")).isEqualTo(1);
    assertThat(err.toString()).contains("out of memory", "HUBTRIAGE_JAVA_OPTS");
  }

  @Command(name = "breaks")
  static final class Breaks implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("first line\nsecond line");
    }
  }

  @Command(name = "starves")
  static final class Starves implements Runnable {
    @Override
    public void run() {
      throw new OutOfMemoryError();
    }
  }

  private int run(String... args) {
    return run(Main.COMMANDS, args);
  }

  private int run(List<Class<? extends Runnable>> commands, String... args) {
    PrintWriter stdout = new PrintWriter(out);
    PrintWriter stderr = new PrintWriter(err);
    int code = Main.run(commands, stdout, stderr, args);
    stdout.flush();
    stderr.flush();
    return code;
  }
}
