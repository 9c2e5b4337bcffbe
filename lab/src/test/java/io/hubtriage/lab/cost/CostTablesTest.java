package io.hubtriage.lab.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables in the handbook are those the model makes; {@code ./dev approve} rewrites them. */
final class CostTablesTest {
  private static final Path HANDBOOK = Path.of("../docs/operations.md");
  private static final CostTables TABLES = new CostTables(new CostModel(Prices.shipped()));

  @ParameterizedTest
  @ValueSource(strings = {"items", "levers"})
  void theHandbookIsUpToDate(String name) throws IOException {
    String table = name.equals("items") ? TABLES.items() : TABLES.levers();
    String begin = "<!-- cost: " + name + " -->\n";
    String text = Files.readString(HANDBOOK);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- end -->", from);
    assertThat(from).as("the handbook has a place for %s", name).isGreaterThan(begin.length());
    assertThat(to).isGreaterThanOrEqualTo(from);
    if (Boolean.getBoolean("approve") && System.getenv("CI") == null) {
      Files.writeString(HANDBOOK, text.substring(0, from) + table + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(table);
    }
  }

  @Test
  void theHandbookSaysHowOldThePricesAre() throws IOException {
    String prices =
        Files.readString(Path.of("src/main/resources/io/hubtriage/lab/cost/prices.json"));
    assertThat(prices).contains("\"collected\": \"2026-11\"");
    assertThat(Files.readString(HANDBOOK)).contains("collected in November 2026");
  }
}
