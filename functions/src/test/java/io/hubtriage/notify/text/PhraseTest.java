package io.hubtriage.notify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhraseTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 devices are down",
    "1, 1 device is down",
    "2, 2 devices are down",
  })
  void choosesWordsByNumber(long devices, String expected) {
    Phrase phrase = new Phrase("{devices} {devices?device is:devices are} down");
    assertThat(phrase.fill(Map.of("devices", devices), (v, form) -> v.toString()))
        .isEqualTo(expected);
  }

  @Test
  void handsFormsToTheCaller() {
    assertThat(new Phrase("{a:s}, {a}").fill(Map.of("a", 7), (v, form) -> v + form))
        .isEqualTo("7s, 7");
  }

  @Test
  void takesValuesLiterally() {
    assertThat(new Phrase("it's {a}").fill(Map.of("a", "$1 {a} \\"), (v, form) -> v.toString()))
        .isEqualTo("it's $1 {a} \\");
  }

  @Test
  void refusesMissingValues() {
    assertThatThrownBy(() -> new Phrase("{a} {b}").fill(Map.of("a", 1), (v, form) -> "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[a, b]");
  }

  @Test
  void namesItsPlaces() {
    assertThat(new Phrase("{b:n} {a?one:many} {b}").names()).containsExactly("a", "b");
  }
}
