package io.hubtriage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that docs/reliability.md names is there, so that no promise outlives its test. */
final class PromisesTest {
  private static final Pattern NAMED =
      Pattern.compile("`([A-Z]\\w+(?:Test|Contract))?(?:\\.(\\w+))?`");

  @Test
  void everyPromiseHasItsTest() throws IOException {
    Map<String, String> tests = sources();
    int named = 0;
    for (String line : Files.readAllLines(Path.of("..", "docs", "reliability.md"))) {
      String test = "";
      Matcher matcher = NAMED.matcher(line);
      while (line.startsWith("|") && matcher.find()) {
        test = matcher.group(1) == null ? test : matcher.group(1);
        if (!test.isEmpty()) {
          assertThat(tests).as(line).containsKey(test);
          String method = matcher.group(2);
          assertThat(tests.get(test)).as(line).contains(method == null ? test : " " + method + "(");
          named++;
        }
      }
    }
    assertThat(named).isGreaterThan(50);
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("functions", "lab")) {
      try (Stream<Path> walk = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        for (Path file : walk.filter(f -> f.toString().endsWith(".java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          sources.put(name, Files.readString(file));
        }
      }
    }
    return sources;
  }
}
