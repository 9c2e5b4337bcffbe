package io.hubtriage.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class LifecyclePropertiesTest {
  private static final Lifecycle LIFE = Lifecycle.DEFAULT;

  @Provide
  Arbitrary<List<Worlds.Step>> histories() {
    return Worlds.histories();
  }

  @Property(tries = 120)
  void replayChangesNothing(@ForAll("histories") List<Worlds.Step> history) {
    new Run()
        .all(
            history,
            (run, look) -> {
              Outcome again = LIFE.update(run.known(), look, look.at());
              assertThat(again.changed()).isEmpty();
              assertThat(again.notices()).isEmpty();
            });
  }

  @Property(tries = 120)
  void orderAndDoublesChangeNothing(
      @ForAll("histories") List<Worlds.Step> history, @ForAll long seed) {
    Random random = new Random(seed);
    Run plain = new Run();
    Run mixed = new Run();
    Instant now = Looks.MIDNIGHT;
    for (Worlds.Step step : history) {
      now = now.plus(Duration.ofMinutes(step.minutes()));
      Assessment look = Worlds.look(step, now);
      List<Condition> doubled = new ArrayList<>(look.conditions());
      doubled.addAll(look.conditions());
      Collections.shuffle(doubled, random);
      List<io.hubtriage.model.Outage> outages = new ArrayList<>(look.outages());
      outages.addAll(look.outages());
      Outcome one = plain.step(look);
      mixed.shuffle(random);
      Outcome two =
          mixed.step(new Assessment(look.hub(), look.at(), look.examined(), doubled, outages));
      assertThat(two.notices()).isEqualTo(one.notices());
      assertThat(two.changed()).isEqualTo(one.changed());
    }
  }

  @Property(tries = 120)
  void everyConditionIsInExactlyOneOpenIncident(@ForAll("histories") List<Worlds.Step> history) {
    new Run()
        .all(
            history,
            (run, look) -> {
              List<Incident> devices = run.known().stream().filter(i -> !i.wide()).toList();
              for (Condition c : look.conditions()) {
                assertThat(devices)
                    .as("open incidents of %s", c.device().label())
                    .filteredOn(i -> i.open() && i.roster().listed().containsKey(c.device()))
                    .hasSize(1)
                    .allMatch(i -> i.cause() == c.cause() || c.cause() == Cause.UNKNOWN);
              }
              assertThat(devices.stream().filter(Incident::open).map(Incident::cause))
                  .doesNotHaveDuplicates();
              assertThat(run.known()).extracting(Incident::id).doesNotHaveDuplicates();
            });
  }

  @Property(tries = 120)
  void whatIsWrongIsToldAtLast(@ForAll("histories") List<Worlds.Step> history) {
    Run run = new Run();
    run.all(history, (r, look) -> {});
    Worlds.Step last = history.get(history.size() - 1);
    Worlds.Step still = new Worlds.Step(60, last.devices(), Worlds.Fault.NONE);
    for (int hour = 0; hour < 54; hour++) {
      run.step(Worlds.look(still, run.now().plus(Duration.ofHours(1))));
    }
    Assessment look = Worlds.look(still, run.now().plus(Duration.ofHours(1)));
    run.step(look);
    for (Condition c : look.conditions()) {
      assertThat(run.known())
          .filteredOn(i -> i.open() && !i.wide() && i.roster().listed().containsKey(c.device()))
          .as("told of %s", c.device().label())
          .allMatch(i -> i.told().goesOn())
          .allMatch(i -> !member(i, c.device()).fresh());
    }
    assertThat(run.known()).filteredOn(i -> !i.open()).noneMatch(i -> i.told().goesOn());
  }

  @Property(tries = 120)
  void wideFaultIsTwoMessagesInItsFirstHours(@ForAll("histories") List<Worlds.Step> history) {
    Run run = new Run();
    run.all(history, (r, look) -> {});
    Map<String, Integer> early = new HashMap<>();
    Map<String, Integer> resolved = new HashMap<>();
    Map<String, Integer> opened = new HashMap<>();
    List<String> wide = run.known().stream().filter(Incident::wide).map(Incident::id).toList();
    for (Notice notice : run.heard()) {
      Facts.OfIncident facts = (Facts.OfIncident) notice.facts();
      boolean first = notice.at().isBefore(facts.openedAt().plus(Duration.ofHours(4)));
      switch (notice.kind()) {
        case RESOLVED -> resolved.merge(facts.incidentId(), 1, Integer::sum);
        case OPENED -> opened.merge(facts.incidentId(), 1, Integer::sum);
        default -> {}
      }
      if (first && notice.kind() != NoticeKind.RESOLVED) {
        early.merge(facts.incidentId(), 1, Integer::sum);
      }
    }
    early.keySet().retainAll(wide);
    assertThat(early.values()).allMatch(n -> n <= 2);
    for (Incident incident : run.known()) {
      int begun = opened.getOrDefault(incident.id(), 0);
      for (String merged : incident.mergedIds()) {
        begun += opened.getOrDefault(merged, 0);
      }
      assertThat(resolved.getOrDefault(incident.id(), 0)).isLessThanOrEqualTo(begun);
    }
  }

  /**
   * A spell of trouble and the calm after it.
   *
   * @param down minutes of trouble, below 240
   */
  record Spell(int down, int up, Cause cause) {}

  @Provide
  Arbitrary<List<Spell>> spells() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 235),
            Arbitraries.integers().between(1, 600),
            Arbitraries.of(Cause.CONNECTION_LOST, Cause.CRASH_LOOP, Cause.UNKNOWN))
        .as(Spell::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(40);
  }

  @Property(tries = 200)
  void flappingDeviceIsAtMostTwoMessagesInAnyDay(@ForAll("spells") List<Spell> spells) {
    Run run = new Run();
    for (Spell spell : spells) {
      run.spell(spell, spell.cause(), Impact.FLAPPING);
    }
    assertCalm(run.heard());
  }

  @Property(tries = 200)
  void deviceOfflineAgainAndAgainIsAtMostTwoMessagesInAnyDay(@ForAll("spells") List<Spell> spells) {
    Run run = new Run();
    for (Spell spell : spells) {
      run.spell(spell, Cause.CONNECTION_LOST, Impact.OFFLINE);
    }
    assertCalm(run.heard());
  }

  private static void assertCalm(List<Notice> heard) {
    assertThat(heard).isNotEmpty();
    for (int i = 2; i < heard.size(); i++) {
      assertThat(Duration.between(heard.get(i - 2).at(), heard.get(i).at()))
          .as(
              "three notices: %s",
              heard.stream().map(n -> n.at() + " " + n.kind()).collect(Collectors.joining(", ")))
          .isGreaterThanOrEqualTo(Duration.ofHours(24));
    }
  }

  private static Member member(Incident incident, Device device) {
    Member member = incident.roster().listed().get(device);
    if (member == null) {
      throw new IllegalArgumentException("no member " + device.label());
    }
    return member;
  }

  /** One hub's life so far, from stored incidents alone. */
  private static final class Run {
    private final Map<String, Incident> stored = new TreeMap<>();
    private final List<Notice> heard = new ArrayList<>();
    private List<Incident> order = List.of();
    private Instant now = Looks.MIDNIGHT;

    interface Check {
      void after(Run run, Assessment look);
    }

    void all(List<Worlds.Step> history, Check check) {
      for (Worlds.Step step : history) {
        Assessment look = Worlds.look(step, now.plus(Duration.ofMinutes(step.minutes())));
        step(look);
        check.after(this, look);
      }
    }

    Outcome step(Assessment look) {
      now = look.at();
      Outcome outcome = LIFE.update(known(), look, now);
      outcome.changed().forEach(i -> stored.put(i.id(), i));
      heard.addAll(outcome.notices());
      order = List.copyOf(stored.values());
      return outcome;
    }

    void spell(Spell spell, Cause cause, Impact impact) {
      Instant end = now.plus(Duration.ofMinutes(spell.down()));
      Condition c = Looks.condition("a", cause, impact, now);
      for (Instant t = now; t.isBefore(end); t = t.plus(Duration.ofMinutes(30))) {
        step(Looks.look(t, List.of(), List.of(c), List.of()));
      }
      Instant again = end.plus(Duration.ofMinutes(spell.up()));
      for (Instant t = end; t.isBefore(again); t = t.plus(Duration.ofMinutes(30))) {
        step(Looks.look(t, List.of("a"), List.of(), List.of()));
      }
      now = again;
    }

    void shuffle(Random random) {
      List<Incident> mixed = new ArrayList<>(order);
      Collections.shuffle(mixed, random);
      order = mixed;
    }

    List<Incident> known() {
      return order;
    }

    List<Notice> heard() {
      return heard;
    }

    Instant now() {
      return now;
    }
  }
}
