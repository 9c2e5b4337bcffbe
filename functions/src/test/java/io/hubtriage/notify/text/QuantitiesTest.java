package io.hubtriage.notify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantitiesTest {
  private final Quantities english = new Quantities(Language.of(Locale.ENGLISH));
  private final Quantities japanese = new Quantities(Language.of(Locale.JAPAN));

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s, 0 秒",
    "PT0.499S, under 1 s, 1 秒未満",
    "PT0.5S, 1 s, 1 秒",
    "PT6S, 6 s, 6 秒",
    "PT59S, 59 s, 59 秒",
    "PT60S, 1 min, 1 分",
    "PT119S, 119 s, 119 秒",
    "PT120S, 2 min, 2 分",
    "PT345S, 5 min 45 s, 5 分 45 秒",
    "PT9M59S, 9 min 59 s, 9 分 59 秒",
    "PT10M29S, 10 min, 10 分",
    "PT65M, 65 min, 65 分",
    "PT119M29S, 119 min, 119 分",
    "PT119M30S, 2 h, 2 時間",
    "PT250M, 4 h 10 min, 4 時間 10 分",
    "PT47H59M, 47 h 59 min, 47 時間 59 分",
    "PT48H, 2 d, 2 日",
    "PT76H, 3 d 4 h, 3 日 4 時間",
  })
  void showsDurations(Duration length, String inEnglish, String inJapanese) {
    assertThat(english.length(length)).isEqualTo(inEnglish);
    assertThat(japanese.length(length)).isEqualTo(inJapanese);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0%",
    "0.0005, <0.1%",
    "0.001, 0.1%",
    "0.0094, 0.9%",
    "0.0099, 1%",
    "0.5, 50%",
    "0.99, 99%",
    "0.9951, 99.5%",
    "0.99999, >99.9%",
    "1, 100%",
  })
  void neverClaimsAllOrNoneUnlessItIs(double share, String expected) {
    assertThat(english.share(share)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.037, 0.04", "0.37, 0.37", "3.5, 3.5", "9.96, 10", "1234.4, '1,234'"})
  void showsRates(double rate, String expected) {
    assertThat(english.decimal(rate)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, p < 0.001", "0.00099, p < 0.001", "0.001, p = 0.001", "0.05, p = 0.05"})
  void showsChances(double p, String expected) {
    assertThat(english.chance(p)).isEqualTo(expected);
  }

  @Test
  void showsSecondsAndNumbers() {
    assertThat(english.seconds(Duration.ofSeconds(1_767))).isEqualTo("1,767 s");
    assertThat(japanese.number(1_234_567)).isEqualTo("1,234,567");
  }
}
