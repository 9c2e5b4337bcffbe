package io.hubtriage.notify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.notify.Samples;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VoiceTest {
  private final Voice english = voice(Locale.ENGLISH, Foreign.PLAIN);

  static Stream<Arguments> findings() {
    return Stream.of(
        argumentSet(
            "full sentence",
            Finding.of(
                "sessions-at-life",
                "matching",
                19L,
                "sessions",
                21L,
                "life",
                Duration.ofMinutes(65),
                "tolerance",
                Duration.ofMinutes(1)),
            "19 of 21 sessions lasted 65 min ± 1 min."),
        argumentSet(
            "singular",
            Finding.of("few-rows", "rows", 1L),
            "Only 1 row so far, too few for a verdict."),
        argumentSet(
            "keep-alive in seconds",
            Finding.of(
                "keep-alive-match",
                "matching",
                14L,
                "sessions",
                15L,
                "timeout",
                Duration.ofSeconds(345),
                "keepAlive",
                Duration.ofSeconds(230)),
            "14 of 15 sessions ended after 345 s, 1.5 times a keep-alive of 230 s."),
        argumentSet(
            "cause codes by title",
            Finding.of(
                "competing",
                "first",
                "crash-loop",
                "firstShare",
                0.5,
                "second",
                "no-such-cause",
                "secondShare",
                0.4),
            "Two causes fit: Crash loop (50%) and no-such-cause (40%)."),
        argumentSet("own words of the log", common("common-sdk", "x"), common("SDK x")),
        argumentSet("no words in the log", common("common-sdk", ""), common("SDK unknown SDK")),
        argumentSet(
            "a version by its SDK",
            Finding.of(
                "common-version",
                "value",
                "azure-iot-device",
                "version",
                "1.17.1",
                "inside",
                1.0,
                "outside",
                0.03,
                "p",
                0.0),
            common("SDK Node.js 1.17.1")),
        argumentSet(
            "unknown key", Finding.of("new-thing", "n", 3L, "s", 0.5), "new-thing: n=3, s=50%."),
        argumentSet("unknown key without values", Finding.of("new-thing"), "new-thing."),
        argumentSet(
            "values do not fit",
            Finding.of("last-verdict", "cause", "crash-loop"),
            "last-verdict: cause=crash-loop."));
  }

  private static Finding common(String key, String value) {
    return Finding.of(key, "value", value, "inside", 1.0, "outside", 0.03, "p", 0.0);
  }

  private static String common(String what) {
    return what + ": 100% of the affected devices, 3% of the others (p < 0.001).";
  }

  @ParameterizedTest
  @MethodSource("findings")
  void saysFindings(Finding finding, String expected) {
    assertThat(english.sentence(finding)).isEqualTo(expected);
  }

  /** Design rules and texts grow apart unless something compares them. */
  @Test
  void samplesUseEverySentence() {
    Set<String> sentences =
        Language.of(Locale.ENGLISH).keys().stream()
            .filter(key -> key.startsWith("evidence."))
            .map(key -> key.substring("evidence.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Samples.findings().stream().map(Finding::key).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(sentences);
  }

  @Test
  void everySampleFitsItsSentence() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      assertThat(Samples.findings())
          .allSatisfy(
              finding ->
                  assertThat(voice(locale, Foreign.PLAIN).sentence(finding))
                      .doesNotStartWith(finding.key())
                      .doesNotContain("{", "}", "="));
    }
  }

  @Test
  void tamesValuesButNotOwnWords() {
    Voice markdown = voice(Locale.ENGLISH, Foreign.MARKDOWN);
    assertThat(markdown.say("headline.many", "title", "a_b", "state", new Spoken("c_d")))
        .isEqualTo("a\\_b: c_d");
  }

  @Test
  void stopsAtTheRoomGiven() {
    List<Finding> two = List.of(Finding.of("no-connect-seen"), Finding.of("x"));
    assertThat(english.sentences(two, 2)).contains("No connect has been seen since. x.");
    assertThat(english.sentences(two, 1)).contains("No connect has been seen since.");
    assertThat(english.sentences(List.of(), 1)).isEmpty();
  }

  private static Voice voice(Locale locale, Foreign foreign) {
    return new Voice(Language.of(locale), ZoneId.of("UTC"), Samples.NOON, foreign, 64);
  }
}
