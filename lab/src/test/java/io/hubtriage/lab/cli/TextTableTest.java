package io.hubtriage.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.lab.cli.TextTable.Column;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextTableTest {
  @Test
  void alignsWordsLeftAndNumbersRight() {
    TextTable table =
        new TextTable(Column.left("cause"), Column.right("rows"), Column.left("note"))
            .row("crash-loop", 7, "")
            .row("unknown", 12_345, "few rows");
    assertThat(table)
        .hasToString(
            """
            cause        rows  note
            ----------  -----  --------
            crash-loop      7
            unknown     12345  few rows
            """);
  }

  @Test
  void wideCharactersTakeTwoPlaces() {
    TextTable table =
        new TextTable(Column.left("原因"), Column.right("n")).row("ハブ障害", 1).row("unknown", 22);
    assertThat(table)
        .hasToString(
            """
            原因       n
            --------  --
            ハブ障害   1
            unknown   22
            """);
  }

  @Test
  void aTableWithoutRowsIsItsTitles() {
    assertThat(new TextTable(Column.left("a"), Column.right("bb"))).hasToString("a  bb\n-  --\n");
  }

  @Test
  void everyColumnNeedsACell() {
    TextTable table = new TextTable(Column.left("a"), Column.left("b"));
    assertThatThrownBy(() -> table.row("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row has 1 cells for 2 columns");
  }

  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "é,1",
    "e\u0301,1",
    "한글,4",
    "ﾊﾌﾞ,3",
    "（株）,6",
    "😀,2",
    "65 ± 1,6",
    "\u200b,0"
  })
  void countsPlaces(String text, int places) {
    assertThat(TextWidth.of(text)).isEqualTo(places);
  }

  @Property
  void lastColumnStartsAtOnePlace(
      @ForAll @AlphaChars String first, @ForAll @AlphaChars String other) {
    String table =
        new TextTable(Column.left("t"), Column.left("u"))
            .row(first, "|")
            .row(other, "|")
            .toString();
    assertThat(table.lines().skip(2).map(line -> line.indexOf('|')).distinct()).hasSize(1);
  }
}
