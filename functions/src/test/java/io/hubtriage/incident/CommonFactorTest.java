package io.hubtriage.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Population;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Trait.Kind;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sets devices apart, on both sides of every boundary, and that chance sets none apart. */
final class CommonFactorTest {
  private static final Instant NOON = Looks.at("12:00");
  private static final String JAVA = "com.microsoft.azure.sdk.iot.iot-device-client";

  /** A device and what is known of it. */
  private record Unit(String id, Client client, String network) {}

  @Test
  void aBadReleaseIsNamedWithItsShares() {
    List<Unit> fleet = fleet(400, 7);
    List<Unit> bad = release(fleet, 40);
    assertThat(found(bad, whole(fleet, bad)))
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.key()).isEqualTo("common-version");
              assertThat(finding.values())
                  .containsEntry("value", JAVA)
                  .containsEntry("version", "9.9.9")
                  .containsEntry("inside", 1.0)
                  .containsEntry("outside", 0.0)
                  .hasEntrySatisfying("p", p -> assertThat((double) p).isBetween(0.0, 1e-20));
            });
  }

  @Test
  void anSdkIsNotSaidBesideItsVersion() {
    List<Unit> fleet = fleet(400, 7);
    List<Unit> bad = release(fleet, 40);
    assertThat(found(bad, whole(fleet, bad)))
        .extracting(Finding::key)
        .doesNotContain("common-sdk")
        .hasSizeLessThanOrEqualTo(2);
  }

  /** 60 fleets of 300 devices, 40 random sets each; the correction allows for 1 in 1000. */
  @Test
  void chanceSetsNobodyApart() {
    int told = 0;
    int sets = 0;
    for (int seed = 0; seed < 60; seed++) {
      List<Unit> fleet = fleet(300, seed);
      Random random = new Random(seed);
      for (int i = 0; i < 40; i++) {
        List<Unit> shuffled = new ArrayList<>(fleet);
        Collections.shuffle(shuffled, random);
        List<Unit> members = shuffled.subList(0, 5 + random.nextInt(60));
        sets++;
        told += found(members, whole(fleet, members)).isEmpty() ? 0 : 1;
      }
    }
    assertThat(told).as("of %d random sets", sets).isLessThanOrEqualTo(sets / 1_000);
  }

  /** The others with a certificate are never in the log; that does not make it the factor. */
  @Test
  void whoIsNotSeenIsTakenToHaveTheTrait() {
    Client x509 = new Client("", "", "Mqtt", "x509Certificate");
    List<Unit> members = units(40, x509, 0);
    Trait auth = new Trait(Kind.AUTH, "x509Certificate");
    assertThat(auth(members, auth, 200, 45, 400)).isEmpty();
    assertThat(auth(members, auth, 360, 45, 400)).isEqualTo(List.of("common-auth"));
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, true"})
  void fiveDevicesAreCompared(int members, boolean told) {
    List<Unit> units = units(members, Client.UNKNOWN, 0);
    assertThat(network(units, members, 1_000).isEmpty()).isEqualTo(!told);
  }

  @ParameterizedTest
  @CsvSource({"23, false", "24, true"})
  void threeFifthsAreMost(int with, boolean told) {
    List<Unit> units = new ArrayList<>(units(with, Client.UNKNOWN, 0));
    for (int i = with; i < 40; i++) {
      units.add(new Unit("e" + i, Client.UNKNOWN, "192.0.2." + i));
    }
    assertThat(network(units, with, 1_000).isEmpty()).isEqualTo(!told);
  }

  /** Twice as often as the others: 900 others. */
  @ParameterizedTest
  @CsvSource({"450, true", "451, false"})
  void othersHaveItHalfAsOftenAtMost(int othersWith, boolean told) {
    List<Unit> units = units(100, Client.UNKNOWN, 0);
    assertThat(network(units, 100 + othersWith, 1_000).isEmpty()).isEqualTo(!told);
  }

  @Test
  void aSiteIsNotExplainedByItsNetwork() {
    List<Unit> units = units(40, Client.UNKNOWN, 0);
    Trait trait = new Trait(Kind.NETWORK, network(0));
    Population population =
        new Population(NOON, 400, Map.of(trait, 40L, Trait.any(Kind.NETWORK), 400L));
    assertThat(CommonFactor.of(incident(units, network(0), Evidence.NONE), population))
        .isEqualTo(Evidence.NONE);
    assertThat(CommonFactor.of(incident(units, "", Evidence.NONE), population).findings())
        .hasSize(1);
  }

  @Test
  void modulesOfOneDeviceAreOneDevice() {
    List<Condition> conditions = new ArrayList<>();
    for (int module = 0; module < 30; module++) {
      conditions.add(condition(new Device("edge", "m" + module), Client.UNKNOWN, network(0)));
    }
    Trait trait = new Trait(Kind.NETWORK, network(0));
    Population population =
        new Population(NOON, 400, Map.of(trait, 1L, Trait.any(Kind.NETWORK), 400L));
    assertThat(look(conditions, population).findings().commonFactor()).isEqualTo(Evidence.NONE);
  }

  @Test
  void whatWasFoundStaysUntilItIsKnownBetter() {
    Evidence before = Evidence.of(Finding.of("common-sdk", "value", "x"));
    List<Unit> units = units(40, Client.UNKNOWN, 0);
    Trait trait = new Trait(Kind.NETWORK, network(0));
    Incident incident = incident(units, "", before);
    assertThat(CommonFactor.of(incident, Population.EMPTY)).isEqualTo(before);
    assertThat(
            CommonFactor.of(
                incident,
                new Population(NOON, 0, Map.of(trait, 40L, Trait.any(Kind.NETWORK), 400L))))
        .isEqualTo(before);
    assertThat(
            CommonFactor.of(
                incident,
                new Population(NOON, 400, Map.of(trait, 390L, Trait.any(Kind.NETWORK), 400L))))
        .isEqualTo(Evidence.NONE);
    assertThat(CommonFactor.of(incident(units.subList(0, 4), "", before), Population.EMPTY))
        .isEqualTo(before);
    List<Unit> mixed = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      mixed.add(new Unit("d" + i, Client.UNKNOWN, network(i)));
    }
    assertThat(CommonFactor.of(incident(mixed, "", before), Population.EMPTY))
        .isEqualTo(Evidence.NONE);
  }

  @Test
  void theNoticeSaysIt() {
    List<Condition> conditions = new ArrayList<>();
    for (Unit unit : units(40, Client.UNKNOWN, 0)) {
      conditions.add(condition(Device.of(unit.id()), unit.client(), unit.network()));
    }
    Trait trait = new Trait(Kind.NETWORK, network(0));
    Population population =
        new Population(NOON, 400, Map.of(trait, 44L, Trait.any(Kind.NETWORK), 400L));
    Assessment look = Looks.look(NOON, List.of(), conditions, List.of()).with(population);
    Outcome outcome = Lifecycle.DEFAULT.update(List.of(), look, NOON);
    assertThat(outcome.notices())
        .singleElement()
        .satisfies(
            notice ->
                assertThat(((Facts.OfIncident) notice.facts()).commonFactor().findings())
                    .singleElement()
                    .satisfies(
                        finding ->
                            assertThat(finding.values())
                                .containsEntry("inside", 1.0)
                                .containsEntry("outside", 4 / 360.0)));
    assertThat(Lifecycle.DEFAULT.update(outcome.changed(), look, NOON).changed()).isEmpty();
  }

  private static List<Unit> units(int count, Client client, int network) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      units.add(new Unit("d" + i, client, network(network)));
    }
    return units;
  }

  private static String network(int number) {
    return "203.0." + number + ".XXX";
  }

  private static List<String> auth(
      List<Unit> members, Trait auth, long known, long with, long connected) {
    Map<Trait, Long> counts = new TreeMap<>();
    members.forEach(
        m ->
            Trait.of(m.client(), m.network())
                .forEach(
                    t -> {
                      counts.put(t, known);
                      counts.put(Trait.any(t.kind()), known);
                    }));
    counts.put(auth, with);
    return found(members, new Population(NOON, connected, counts)).stream()
        .map(Finding::key)
        .toList();
  }

  /** All devices are seen and so many of them, members included, are at the first network. */
  private static List<Finding> network(List<Unit> members, long with, long all) {
    Map<Trait, Long> counts = new TreeMap<>();
    counts.put(new Trait(Kind.NETWORK, network(0)), with);
    counts.put(Trait.any(Kind.NETWORK), all);
    return found(members, new Population(NOON, all, counts));
  }

  private static List<Finding> found(List<Unit> members, Population population) {
    return CommonFactor.of(incident(members, "", Evidence.NONE), population).findings();
  }

  /** Everything is known of the fleet that the members need. */
  private static Population whole(List<Unit> fleet, List<Unit> members) {
    Map<Trait, Long> counts = new TreeMap<>();
    for (Unit member : members) {
      Trait.of(member.client(), member.network()).forEach(t -> counts.put(t, 0L));
    }
    for (Kind kind : EnumSet.allOf(Kind.class)) {
      counts.put(Trait.any(kind), 0L);
    }
    Set<Unit> all = new HashSet<>(fleet);
    all.removeIf(unit -> members.stream().anyMatch(m -> m.id().equals(unit.id())));
    all.addAll(members);
    for (Unit unit : all) {
      Set<Trait> traits = new TreeSet<>(Trait.of(unit.client(), unit.network()));
      Set<Trait> kinds = new TreeSet<>();
      traits.forEach(t -> kinds.add(Trait.any(t.kind())));
      traits.addAll(kinds);
      traits.forEach(t -> counts.computeIfPresent(t, (trait, count) -> count + 1));
    }
    return new Population(NOON, all.size(), counts);
  }

  /** A mixed fleet: SDKs of unlike share, sites of unlike size, some that tell nothing. */
  private static List<Unit> fleet(int size, long seed) {
    Random random = new Random(seed);
    List<String> sdks = List.of(".NET", ".NET", ".NET", "node", "node", "python", JAVA, "");
    List<Unit> fleet = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String sdk = sdks.get(random.nextInt(sdks.size()));
      Client client =
          new Client(
              sdk,
              sdk.isEmpty() ? "" : "1." + random.nextInt(3),
              random.nextInt(10) == 0 ? "Amqp" : "Mqtt",
              random.nextInt(5) == 0 ? "x509Certificate" : "sas");
      double place = random.nextDouble();
      fleet.add(new Unit("d" + i, client, network((int) (30 * place * place))));
    }
    return fleet;
  }

  /** Some devices of the fleet with a release that no other has. */
  private static List<Unit> release(List<Unit> fleet, int count) {
    return fleet.subList(0, count).stream()
        .map(u -> new Unit(u.id(), new Client(JAVA, "9.9.9", "Mqtt", "sas"), u.network()))
        .toList();
  }

  private static Incident incident(List<Unit> units, String network, Evidence before) {
    List<Member> members =
        units.stream()
            .map(u -> condition(Device.of(u.id()), u.client(), u.network()))
            .map(c -> Member.joining(c, java.util.Optional.empty(), NOON))
            .toList();
    return Incident.opened(
            Looks.HUB, Scope.DEVICES, Cause.CRASH_LOOP, network, new Window(NOON, NOON), NOON)
        .withRoster(Roster.EMPTY.listing(members, 0))
        .withFindings(new Incident.Findings(0.9, Evidence.NONE, before));
  }

  private static Incident look(List<Condition> conditions, Population population) {
    Assessment look = Looks.look(NOON, List.of(), conditions, List.of()).with(population);
    return Lifecycle.DEFAULT.update(List.of(), look, NOON).changed().get(0);
  }

  private static Condition condition(Device device, Client client, String network) {
    return new Condition(
        Looks.HUB,
        device,
        client,
        network,
        Cause.CRASH_LOOP,
        Impact.FLAPPING,
        NOON.minusSeconds(600),
        NOON.minusSeconds(60),
        7,
        0.9,
        Evidence.NONE);
  }
}
