package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.data.tables.models.TableEntity;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColumnsTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 30_000, 30_001, 64_000, 900_000})
  void documentComesBack(int length) {
    String json = noise(length);
    TableEntity row = new TableEntity("p", "r");
    Columns.put(row, json);
    assertThat(Columns.get(row)).isEqualTo(json);
    assertThat(row.getProperty("doc") != null).as("readable").isEqualTo(length <= 30_000);
    assertThat(row.getProperties().values())
        .allMatch(v -> !(v instanceof byte[] bytes) || bytes.length <= 65_536);
  }

  @Test
  void documentThatFitsInNoRowIsRefused() {
    TableEntity row = new TableEntity("p", "r");
    assertThatThrownBy(() -> Columns.put(row, noise(2_000_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a row takes 768000 bytes, the document of row r has");
  }

  @Test
  void damageIsNoticed() {
    assertThatThrownBy(() -> Columns.get(new TableEntity("p", "r")))
        .isInstanceOf(StoredFormatException.class)
        .hasMessage("the row holds no document");
    TableEntity row = new TableEntity("p", "r");
    Columns.put(row, noise(100_000));
    byte[] last = (byte[]) row.getProperty("gz01");
    row.addProperty("gz01", Arrays.copyOf(last, last.length - 1));
    assertThatThrownBy(() -> Columns.get(row))
        .isInstanceOf(StoredFormatException.class)
        .hasMessageContaining("the document's columns are damaged");
  }

  /** Compresses to some 83 %. */
  private static String noise(int length) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }
}
