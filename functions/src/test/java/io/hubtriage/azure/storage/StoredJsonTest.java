package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.watch.Vigil;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StoredJsonTest {
  @Provide
  Arbitrary<Incident> incidents() {
    return RandomValues.of(Incident.class);
  }

  @Provide
  Arbitrary<OutboxRow> rows() {
    return RandomValues.of(OutboxRow.class);
  }

  @Provide
  Arbitrary<HubMemory> memories() {
    return RandomValues.of(HubMemory.class);
  }

  @Provide
  Arbitrary<HubEvents> events() {
    return RandomValues.of(HubEvents.class);
  }

  @Provide
  Arbitrary<Vigil> vigils() {
    return RandomValues.of(Vigil.class);
  }

  @Provide
  Arbitrary<Budget> budgets() {
    return RandomValues.of(Budget.class);
  }

  @Provide
  Arbitrary<String> texts() {
    return RandomValues.texts();
  }

  @Property(tries = 500)
  void incidentComesBack(@ForAll("incidents") Incident incident) {
    comesBack(incident, IncidentJson::write, IncidentJson::read);
  }

  @Property(tries = 1_000)
  void outboxRowComesBack(@ForAll("rows") OutboxRow row) {
    comesBack(row, NoticeJson::write, NoticeJson::row);
  }

  @Property(tries = 500)
  void memoryComesBack(@ForAll("memories") HubMemory memory) {
    comesBack(memory, MemoryJson::write, MemoryJson::read);
  }

  @Property(tries = 500)
  void eventMemoryComesBack(@ForAll("events") HubEvents events) {
    comesBack(events, EventsJson::write, EventsJson::read);
  }

  @Property(tries = 500)
  void vigilComesBack(@ForAll("vigils") Vigil vigil) {
    comesBack(vigil, VigilJson::write, VigilJson::read);
  }

  @Property(tries = 200)
  void budgetComesBack(@ForAll("budgets") Budget budget) {
    comesBack(budget, BudgetJson::write, BudgetJson::read);
  }

  @Property(tries = 200)
  void wakeupComesBack(@ForAll("texts") String notice, @ForAll("texts") String channel) {
    Wakeup wakeup = new Wakeup(new Hub("/sub/Hub"), notice, channel);
    assertThat(WakeupMessage.read(WakeupMessage.write(wakeup))).isEqualTo(wakeup);
  }

  private static <T> void comesBack(T value, Function<T, Body> writer, Function<Fields, T> reader) {
    String json = StoredJson.write(writer.apply(value));
    assertThat(json).startsWith("{\"v\":1").matches("[\\x20-\\x7f]*");
    assertThat(StoredJson.read(json, reader)).isEqualTo(value);
    String later = "{\"added\":{\"later\":[1]}," + json.substring(1);
    assertThat(StoredJson.read(later, reader)).as("unknown fields are ignored").isEqualTo(value);
  }

  @Test
  void evidenceHoldsNothingThatWouldChangeItsType() {
    Finding odd = Finding.of("odd", "value", BigDecimal.ONE);
    assertThatThrownBy(() -> EvidenceJson.write(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("finding odd: value is a java.math.BigDecimal, which evidence must not hold");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        argumentSet("newer", "{\"v\":2,\"buckets\":[]}", "version 2, this release reads up to 1"),
        argumentSet("no version", "{\"buckets\":[]}", "v is missing"),
        argumentSet("cut off", "{\"v\":1,\"buckets\":[", "the document is not JSON"),
        argumentSet("no text", "", "the document is not an object"),
        argumentSet("a list", "[1]", "the document is not an object"),
        argumentSet("no list", "{\"v\":1,\"buckets\":7}", "buckets must be a list and is 7"),
        argumentSet("odd element", "{\"v\":1,\"buckets\":[7]}", "buckets[0] is not an object"),
        argumentSet("missing", bucket("'per':'PT1S'"), "buckets[0].count is missing"),
        argumentSet(
            "not whole", bucket("'count':2.5"), "buckets[0].count must be a number that fits"),
        argumentSet("not a text", bucket("'count':2,'per':1"), "buckets[0].per must be a text"),
        argumentSet("not a duration", bucket("'count':2,'per':'1 s'"), "is not sound"),
        argumentSet("refused", bucket("'count':1,'per':'PT1S'"), "not a limit: 1 per PT1S"),
        argumentSet(
            "not a time",
            bucket("'count':2,'per':'PT1S','fullAt':'noon'"),
            "buckets[0].fullAt must be a time in UTC"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultIsNamed(String json, String message) {
    assertThatThrownBy(() -> StoredJson.read(json, BudgetJson::read))
        .isInstanceOf(StoredFormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void codeOfANewerReleaseIsNamed() {
    assertThatThrownBy(() -> StoredJson.read("{\"v\":1,\"rows\":{\"gremlins\":1}}", f -> rows(f)))
        .hasMessageContaining("rows.gremlins must be the rows of a known cause");
  }

  private static Object rows(Fields fields) {
    return DigestFactsJson.rows(fields.object("rows"));
  }

  private static String bucket(String fields) {
    return ("{'v':1,'buckets':[{" + fields + "}]}").replace('\'', '"');
  }
}
