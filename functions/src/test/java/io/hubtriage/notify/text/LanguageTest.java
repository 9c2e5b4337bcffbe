package io.hubtriage.notify.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and say everything. */
final class LanguageTest {
  private static final Language ENGLISH = Language.of(Locale.US);
  private static final Language JAPANESE = Language.of(Locale.JAPAN);

  /** Proper names are in the English file only. */
  @Test
  void bothFilesHaveTheSameKeys() throws IOException {
    Set<String> english = new TreeSet<>(file("words").stringPropertyNames());
    english.removeIf(key -> key.startsWith("sdk.") && !key.equals("sdk.unknown"));
    assertThat(file("words_ja").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english);
  }

  @Test
  void bothLanguagesNeedTheSameValues() {
    assertThat(ENGLISH.keys())
        .allSatisfy(
            key ->
                assertThat(new Phrase(JAPANESE.text(key)).names())
                    .as(key)
                    .isEqualTo(new Phrase(ENGLISH.text(key)).names()));
  }

  /** Own words are not escaped, so they must not hold what Teams reads as formatting. */
  @Test
  void noMarkdownInOurWords() {
    for (Language language : new Language[] {ENGLISH, JAPANESE}) {
      assertThat(language.keys())
          .allSatisfy(
              key ->
                  assertThat(language.text(key))
                      .as(key)
                      .doesNotContainPattern("[*_#\\[\\]`~<>|\\\\]")
                      .doesNotContainPattern("^([-+]|\\d+\\.) "));
    }
  }

  @Test
  void everyCodeHasWords() {
    Stream<String> codes =
        Stream.of(
                Arrays.stream(Cause.values()).map(c -> "cause." + c.code()),
                Arrays.stream(Impact.values()).map(i -> "impact." + i.code()),
                Arrays.stream(NoticeKind.values()).map(k -> "kind." + k.code()),
                Arrays.stream(Severity.values())
                    .map(s -> "severity." + s.name().toLowerCase(Locale.ROOT)))
            .flatMap(keys -> keys);
    assertThat(ENGLISH.keys()).containsAll(codes.collect(Collectors.toSet()));
  }

  @Test
  void theServersLocaleDoesNotMatter() {
    assertThat(Locale.getDefault().getLanguage()).isNotIn("en", "ja");
    assertThat(ENGLISH.text("cause.throttled")).isEqualTo("Throttled");
    assertThat(JAPANESE.text("cause.throttled")).isEqualTo("スロットリング");
    assertThat(JAPANESE.text("sdk..NET")).isEqualTo(".NET");
  }

  private static Properties file(String name) throws IOException {
    Properties properties = new Properties();
    String path = name + ".properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Language.class.getResourceAsStream(path), path),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
