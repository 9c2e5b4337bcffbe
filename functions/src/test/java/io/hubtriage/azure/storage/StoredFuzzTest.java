package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.fuzz.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Documents in the tables that somebody else wrote or damaged: read, or refused by name. */
final class StoredFuzzTest {
  private static final Path FILES = Path.of("src/test/resources/io/hubtriage/azure/storage");
  private static final int MANY = Boolean.getBoolean("soak") ? 100 : 1;
  private static final Map<String, Function<Fields, ?>> READERS =
      Map.of(
          "incident", IncidentJson::read,
          "notice-incident", NoticeJson::row,
          "notice-digest", NoticeJson::row,
          "notice-summary", NoticeJson::row,
          "notice-blindness", NoticeJson::row,
          "vigil", VigilJson::read,
          "memory", MemoryJson::read,
          "events", EventsJson::read,
          "budget", BudgetJson::read);

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void everyDocumentIsReadOrRefused(@ForAll long seed) throws IOException {
    for (Map.Entry<String, Function<Fields, ?>> reader : READERS.entrySet()) {
      String stored = Files.readString(FILES.resolve(reader.getKey() + ".v1.json"));
      Mutations.soon(
          () -> {
            for (long s = seed; s < seed + MANY; s++) {
              read(Mutations.of(stored, s), reader.getValue());
            }
          });
    }
  }

  private static void read(String document, Function<Fields, ?> reader) {
    try {
      assertThat(StoredJson.<Object>read(document, reader::apply)).isNotNull();
    } catch (StoredFormatException e) {
      assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1_000);
    }
  }
}
