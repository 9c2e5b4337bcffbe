package io.hubtriage.notify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ForeignTest {
  static Stream<Arguments> markdown() {
    return Stream.of(
        argumentSet("plain", "pump-7.line2", "pump-7.line2"),
        argumentSet("underscores", "a_b_c", "a\\_b\\_c"),
        argumentSet("bold", "**x**", "\\*\\*x\\*\\*"),
        argumentSet("link", "[x](y)", "\\[x\\]\\(y\\)"),
        argumentSet("bare link", "http://x", "http\\://x"),
        argumentSet("heading", "#1", "\\#1"),
        argumentSet("code, strike, quote", "`a~b>c", "\\`a\\~b\\>c"),
        argumentSet("backslash", "a\\b", "a\\\\b"),
        argumentSet("entity and tag", "&lt;<at>", "\\&lt;\\<at\\>"),
        argumentSet("card function", "{{DATE(x)}}", "\\{\\{DATE\\(x\\)\\}\\}"),
        argumentSet("leading minus", "-a-b", "\\-a-b"),
        argumentSet("leading plus", "+a+b", "\\+a+b"),
        argumentSet("leading number", "12. x", "12\\. x"),
        argumentSet("no leading number", "a12.", "a12."),
        argumentSet("leading point", ".NET", ".NET"));
  }

  @ParameterizedTest
  @MethodSource("markdown")
  void escapesMarkdown(String text, String expected) {
    assertThat(Foreign.MARKDOWN.tame(text, 128)).isEqualTo(expected);
  }

  static Stream<Arguments> hidden() {
    return Stream.of(
        argumentSet("right to left", "a\u202eb", "a‹U+202E›b"),
        argumentSet("zero width", "a\u200bb\ufeff", "a‹U+200B›b‹U+FEFF›"),
        argumentSet("line ends", "a\r\nb\u2028", "a‹U+000D›‹U+000A›b‹U+2028›"),
        argumentSet("no-break space", "a\u00a0b", "a b"),
        argumentSet("half a pair", "a\ud83d", "a‹U+D83D›"),
        argumentSet("tag", "\udb40\udc41", "‹U+E0041›"),
        argumentSet("letters", "ポンプ7é😀", "ポンプ7é😀"));
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void showsWhatWouldHide(String text, String expected) {
    assertThat(Foreign.PLAIN.tame(text, 128)).isEqualTo(expected);
  }

  static Stream<Arguments> lengths() {
    return Stream.of(
        argumentSet("fits", "abcdefg", 7, "abcdefg"),
        argumentSet("one too long", "abcdefgh", 7, "abc…fgh"),
        argumentSet("even", "abcdefghi", 6, "abc…hi"),
        argumentSet("pairs stay whole", "😀😀😀😀", 3, "😀…😀"));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void leavesOutTheMiddle(String text, int longest, String expected) {
    assertThat(Foreign.PLAIN.tame(text, longest)).isEqualTo(expected);
  }

  @Property
  void nothingHidesOrBreaksLines(@ForAll String text, @ForAll @IntRange(min = 3, max = 200) int n) {
    for (Foreign foreign : Foreign.values()) {
      assertThat(foreign.tame(text, n).codePoints())
          .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
          .noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }
  }

  @Property
  void nothingActiveIsLeftUnescaped(@ForAll String text) {
    String tamed = Foreign.MARKDOWN.tame(text, 200).replaceAll("\\\\.", "");
    assertThat(tamed).doesNotContainPattern("[\\\\`*_#\\[\\](){}~<>|!&]");
  }
}
