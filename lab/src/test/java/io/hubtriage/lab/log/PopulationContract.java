package io.hubtriage.lab.log;

import static io.hubtriage.lab.log.Rows.HUB;
import static io.hubtriage.lab.log.Rows.JAVA;
import static io.hubtriage.lab.log.Rows.NODE;
import static io.hubtriage.lab.log.Rows.WEST;
import static io.hubtriage.lab.log.Rows.at;
import static io.hubtriage.lab.log.Rows.by;
import static io.hubtriage.lab.log.Rows.connect;
import static io.hubtriage.lab.log.Rows.drop;
import static io.hubtriage.lab.log.Rows.ingested;
import static io.hubtriage.lab.log.Rows.on;
import static io.hubtriage.lab.log.Rows.row;
import static io.hubtriage.lab.log.Rows.seenAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Client;
import io.hubtriage.model.Device;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Trait.Kind;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Question four, by cases small enough to check by hand. */
interface PopulationContract extends LogUnderTest {
  /** What the rows of {@link Rows} may show. */
  Set<Trait> ALL = all();

  private static Set<Trait> all() {
    Set<Trait> all = new TreeSet<>(Trait.of(JAVA, "10.0.0.XXX"));
    all.addAll(Trait.of(NODE, "10.0.1.XXX"));
    return all;
  }

  @Test
  default void devicesAreCountedByEveryTraitOnceHoweverManyTheirRows() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            drop("9:00:00", "a", "404104"),
            connect("9:00:10", "a"),
            connect("8:00:00", "b"),
            by(NODE, seenAt("10.0.1.XXX", connect("8:00:00", "c"))));
    assertThat(counts(log, new Trait(Kind.VERSION, "java/1.0"), new Trait(Kind.SDK, "node")))
        .isEqualTo(
            Map.of(
                new Trait(Kind.VERSION, "java/1.0"),
                2L,
                Trait.any(Kind.VERSION),
                3L,
                new Trait(Kind.SDK, "node"),
                1L,
                Trait.any(Kind.SDK),
                3L));
    assertThat(counts(log, new Trait(Kind.PROTOCOL, "Mqtt"), new Trait(Kind.AUTH, "sas")))
        .isEqualTo(
            Map.of(
                new Trait(Kind.PROTOCOL, "Mqtt"),
                3L,
                Trait.any(Kind.PROTOCOL),
                3L,
                new Trait(Kind.AUTH, "sas"),
                3L,
                Trait.any(Kind.AUTH),
                3L));
    assertThat(counts(log, new Trait(Kind.NETWORK, "10.0.0.XXX")))
        .isEqualTo(Map.of(new Trait(Kind.NETWORK, "10.0.0.XXX"), 2L, Trait.any(Kind.NETWORK), 3L));
  }

  @Test
  default void aDeviceHasWhatAnyOfItsRowsShows() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            by(new Client("java", "2.0", "Mqtt", "sas"), connect("9:00:00", "a")));
    assertThat(
            counts(log, new Trait(Kind.VERSION, "java/1.0"), new Trait(Kind.VERSION, "java/2.0")))
        .isEqualTo(
            Map.of(
                new Trait(Kind.VERSION, "java/1.0"),
                1L,
                new Trait(Kind.VERSION, "java/2.0"),
                1L,
                Trait.any(Kind.VERSION),
                1L));
  }

  @Test
  default void modulesCountWithTheirDevice() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            row("8:00:00", new Device("a", "m"), Operation.CONNECT, "", JAVA),
            row("8:00:00", new Device("a", "n"), Operation.CONNECT, "", NODE));
    assertThat(counts(log, new Trait(Kind.SDK, "java"), new Trait(Kind.SDK, "node")))
        .isEqualTo(
            Map.of(
                new Trait(Kind.SDK, "java"),
                1L,
                new Trait(Kind.SDK, "node"),
                1L,
                Trait.any(Kind.SDK),
                1L));
  }

  @Test
  default void onlyConnectsTellTheClientAndAnyRowTheNetwork() {
    ConnectionLog log = log(by(JAVA, drop("8:00:00", "a", "404104")));
    assertThat(counts(log, new Trait(Kind.SDK, "java"), new Trait(Kind.NETWORK, "10.0.0.XXX")))
        .isEqualTo(
            Map.of(
                new Trait(Kind.SDK, "java"),
                0L,
                Trait.any(Kind.SDK),
                0L,
                new Trait(Kind.NETWORK, "10.0.0.XXX"),
                1L,
                Trait.any(Kind.NETWORK),
                1L));
  }

  @Test
  default void whatIsNotToldIsNoTrait() {
    Client silent = new Client("", "", "Mqtt", "");
    ConnectionLog log = log(by(silent, seenAt("", connect("8:00:00", "a"))));
    assertThat(counts(log, new Trait(Kind.VERSION, "java/1.0"), new Trait(Kind.AUTH, "sas")))
        .isEqualTo(
            Map.of(
                new Trait(Kind.VERSION, "java/1.0"),
                0L,
                Trait.any(Kind.VERSION),
                0L,
                new Trait(Kind.AUTH, "sas"),
                0L,
                Trait.any(Kind.AUTH),
                0L));
  }

  @Test
  default void otherHubsAreNotCounted() {
    ConnectionLog log = log(connect("8:00:00", "a"), on(WEST, connect("8:00:00", "b")));
    assertThat(counts(log, new Trait(Kind.SDK, "java")))
        .isEqualTo(Map.of(new Trait(Kind.SDK, "java"), 1L, Trait.any(Kind.SDK), 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "7:59:59.999, 8:00:01, 0", "8:00:00, 8:00:01, 1",
    "8:59:59.999, 9:00:01, 1", "9:00:00, 9:00:01, 0",
    "8:30:00, 9:59:59.999, 1", "8:30:00, 10:00:00, 0",
  })
  default void rowsOfTheSpanCountOnceIngested(String time, String ingestedAt, long devices) {
    ConnectionLog log = log(ingested(connect(time, "a"), ingestedAt));
    Instant asOf = at("10:00:00");
    Trait java = new Trait(Kind.SDK, "java");
    assertThat(log.population(HUB, Set.of(java), new Window(at("8:00:00"), at("9:00:00")), asOf))
        .containsEntry(java, devices);
  }

  private Map<Trait, Long> counts(ConnectionLog log, Trait... traits) {
    return log.population(HUB, Set.of(traits), DAY, DAY.end());
  }
}
