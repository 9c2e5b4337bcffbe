package io.hubtriage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file per fault under {@code faults/}: {@code NAME.json} is read, {@code NAME.expected} holds
 * the exact messages.
 */
final class SettingsFaultsTest {
  private static final Path FAULTS = Path.of("src/test/resources/io/hubtriage/settings/faults");

  static Stream<String> names() throws IOException {
    return filesEndingWith(".json").stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void tellsEveryFault(String name) throws IOException {
    String json = Files.readString(FAULTS.resolve(name + ".json"));
    InvalidSettingsException refused =
        catchThrowableOfType(InvalidSettingsException.class, () -> Settings.parse(json));
    assertThat(refused).as("the file was accepted").isNotNull();
    String messages = refused.faults().stream().map(f -> f + "\n").collect(Collectors.joining());
    Path expected = FAULTS.resolve(name + ".expected");
    if (Boolean.getBoolean("approve") && System.getenv("CI") == null) {
      Files.writeString(expected, messages);
    }
    assertThat(expected).as("no expectation; run ./dev approve and review the diff").exists();
    assertThat(messages).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("names")
  void repeatsNoSecretAndKeepsToOneLine(String name) throws IOException {
    String json = Files.readString(FAULTS.resolve(name + ".json"));
    InvalidSettingsException refused =
        catchThrowableOfType(InvalidSettingsException.class, () -> Settings.parse(json));
    assertThat(refused.getMessage()).doesNotContain("SECRET");
    assertThat(refused.faults())
        .allSatisfy(f -> assertThat(f.toString()).doesNotContain("\n").hasSizeLessThan(400));
  }

  @Test
  void everyExpectationHasItsFile() throws IOException {
    assertThat(filesEndingWith(".json"))
        .containsAll(filesEndingWith(".expected"))
        .hasSizeGreaterThan(50);
  }

  private static List<String> filesEndingWith(String end) throws IOException {
    try (Stream<Path> files = Files.list(FAULTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(end))
          .map(name -> name.substring(0, name.length() - end.length()))
          .sorted()
          .toList();
    }
  }
}
