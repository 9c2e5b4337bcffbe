package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysTest {
  /** learn.microsoft.com/azure/iot-hub/iot-hub-devguide-identity-registry. */
  private static final String DEVICE_ID_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-:.+%_#*?!(),=@;$'";

  @Provide
  Arbitrary<String> deviceIds() {
    return Arbitraries.strings().withChars(DEVICE_ID_ALPHABET).ofMinLength(1).ofMaxLength(128);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(RandomValues.texts(), Arbitraries.strings().ofMaxLength(20));
  }

  @Property(tries = 2_000)
  void deviceIdComesBackAndFitsInAKey(@ForAll("deviceIds") String id) {
    comesBack(id);
    assertThat(Keys.join("d", id).length()).isLessThan(Keys.LONGEST);
  }

  @Property(tries = 2_000)
  void anyTextComesBack(@ForAll("texts") String text) {
    comesBack(text);
  }

  /** A part has no upper-case letters at all, so case cannot merge two. */
  private static void comesBack(String text) {
    String part = Keys.escape(text);
    assertThat(part).matches("[a-z0-9._~-]*");
    assertThat(Keys.unescape(part)).isEqualTo(text);
  }

  @Property
  void partsDoNotRunTogether(
      @ForAll("texts") String a, @ForAll("texts") String b, @ForAll("texts") String c) {
    if (!b.isEmpty()) {
      assertThat(Keys.join("k", a + b, c)).isNotEqualTo(Keys.join("k", a, b + c));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "pump-7.a pump-7.a",
        "Pump_7 _pump~5f7",
        "a#b?c%d/e\\f a~23b~3fc~25d~2fe~5cf",
        "~ ~7e",
        "'+: ~27~2b~3a",
        "é日 ~u00e9~u65e5",
        "İı ~u0130~u0131",
      })
  void escapes(String text, String part) {
    assertThat(Keys.escape(text)).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "_", "_1", "_A", "~", "~2", "~2F", "~61", "~u00", "~u0041", "a b", "é"})
  void partNobodyMadeIsRefused(String part) {
    assertThatThrownBy(() -> Keys.unescape(part))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part);
  }

  @Test
  void keyLongerThanTheServiceTakesIsRefused() {
    assertThat(Keys.join("k", "x".repeat(Keys.LONGEST - 2))).hasSize(512);
    assertThatThrownBy(() -> Keys.join("k", "x".repeat(Keys.LONGEST - 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 512 characters, this one 513: k:xxx");
  }
}
