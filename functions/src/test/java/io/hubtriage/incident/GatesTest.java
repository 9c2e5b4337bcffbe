package io.hubtriage.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class GatesTest {
  private static final Instant NOW = Looks.at("48:00");
  private static final Mutes ALWAYS = (incident, now) -> true;

  static Stream<Arguments> cases() {
    NoticeKind opened = NoticeKind.OPENED;
    NoticeKind grew = NoticeKind.GREW;
    NoticeKind reminder = NoticeKind.REMINDER;
    NoticeKind resolved = NoticeKind.RESOLVED;
    NoticeKind upgraded = NoticeKind.UPGRADED;
    return Stream.of(
        argumentSet("harmless", dead(Cause.PLATFORM_UPGRADE), opened, Quiet.HARMLESS),
        argumentSet("alerting", dead(Cause.CRASH_LOOP), opened, null),
        argumentSet("told in this look", told(dead(), opened, 0), grew, Quiet.JUST_TOLD),
        argumentSet("but its end may follow", told(dead(), opened, 0), resolved, null),
        argumentSet("239 min after news", told(dead(), opened, 239), grew, Quiet.TOLD_RECENTLY),
        argumentSet("240 min after news", told(dead(), opened, 240), grew, null),
        argumentSet("reopened, 239 min", told(dead(), grew, 239), opened, Quiet.TOLD_RECENTLY),
        argumentSet("reopened, 240 min", told(dead(), grew, 240), opened, null),
        argumentSet("a reminder is no news", told(dead(), reminder, 10), grew, null),
        argumentSet("flapping, reminded", told(flap(), opened, 1_439), reminder, Quiet.DAILY_SHARE),
        argumentSet("flapping, a day later", told(flap(), opened, 1_440), reminder, null),
        argumentSet("offline, reminded", told(dead(), opened, 240), reminder, null),
        argumentSet("flapping, second word", told(flap(), opened, 5), resolved, null),
        argumentSet("flapping, third word", twice(flap(), 1_439), resolved, Quiet.DAILY_SHARE),
        argumentSet("flapping, third a day later", twice(flap(), 1_440), resolved, null),
        argumentSet("flapping, third, cause", twice(flap(), 1_439), upgraded, Quiet.DAILY_SHARE),
        argumentSet("offline, third word", twice(dead(), 60), resolved, null),
        argumentSet("provisional grew", wide(Cause.UNKNOWN, 239, 1), grew, Quiet.AWAITING_CAUSE),
        argumentSet("provisional, 4 h", wide(Cause.UNKNOWN, 240, 1), grew, null),
        argumentSet("wide, second word", wide(Cause.SITE_OUTAGE, 239, 1), grew, null),
        argumentSet("wide, third", wide(Cause.SITE_OUTAGE, 239, 2), grew, Quiet.FIRST_HOURS),
        argumentSet("wide, third, cause", wide(Cause.UNKNOWN, 239, 2), upgraded, Quiet.FIRST_HOURS),
        argumentSet("wide, third after 4 h", wide(Cause.SITE_OUTAGE, 240, 2), upgraded, null),
        argumentSet("wide, its end", wide(Cause.SITE_OUTAGE, 239, 2), resolved, null));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refuses(Incident incident, NoticeKind kind, @Nullable Quiet expected) {
    Gate gates = Gates.all(Policy.DEFAULT, Mutes.NONE, new Inhibition(List.of(), Policy.DEFAULT));
    assertThat(gates.refuse(incident, kind, NOW)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void mutesRefuseEverything() {
    Gate gates = Gates.all(Policy.DEFAULT, ALWAYS, new Inhibition(List.of(), Policy.DEFAULT));
    for (NoticeKind kind : NoticeKind.values()) {
      assertThat(gates.refuse(dead(), kind, NOW)).contains(Quiet.MUTED);
    }
  }

  @Test
  void wideIncidentsSpeakForTheirDevices() {
    Incident site = wide(Cause.SITE_OUTAGE, 10, 1).withRoster(dead().roster());
    Inhibition inhibition = new Inhibition(List.of(site), Policy.DEFAULT);
    Gate gates = Gates.all(Policy.DEFAULT, Mutes.NONE, inhibition);
    assertThat(gates.refuse(dead(), NoticeKind.OPENED, NOW)).contains(Quiet.INHIBITED);
    assertThat(gates.refuse(dead(), NoticeKind.RESOLVED, NOW)).isEmpty();
  }

  @Test
  void everyReasonHasARow() {
    Set<Object> tested = cases().map(row -> row.get()[2]).collect(Collectors.toSet());
    tested.add(Quiet.MUTED);
    tested.add(Quiet.INHIBITED);
    assertThat(tested).contains((Object[]) Quiet.values());
  }

  private static Incident dead() {
    return dead(Cause.CONNECTION_LOST);
  }

  private static Incident dead(Cause cause) {
    return incident(cause, Impact.OFFLINE);
  }

  private static Incident flap() {
    return incident(Cause.CONNECTION_LOST, Impact.FLAPPING);
  }

  private static Incident incident(Cause cause, Impact impact) {
    Instant since = Looks.at("01:00");
    Window span = new Window(since, since);
    Member member =
        new Member(
            Device.of("a"),
            Client.UNKNOWN,
            "",
            impact,
            since,
            since,
            1,
            since,
            Optional.empty(),
            Severity.NONE,
            Optional.empty());
    return Incident.opened(Looks.HUB, Scope.DEVICES, cause, "", span, since)
        .withRoster(Roster.EMPTY.listing(List.of(member), 0));
  }

  private static Incident told(Incident incident, NoticeKind kind, int minutesAgo) {
    Instant at = NOW.minusSeconds(60L * minutesAgo);
    return incident.withTold(incident.told().after(kind, incident, Policy.DEFAULT, at));
  }

  /** Opened so long ago, and a second notice 5 minutes ago. */
  private static Incident twice(Incident incident, int minutesAgo) {
    return told(told(incident, NoticeKind.OPENED, minutesAgo), NoticeKind.UPGRADED, 5);
  }

  private static Incident wide(Cause cause, int minutesOld, int spoken) {
    Instant at = NOW.minusSeconds(60L * minutesOld);
    Incident incident =
        Incident.opened(Looks.HUB, Scope.WIDE, cause, "", new Window(at, at), at)
            .withRoster(Roster.EMPTY.counting(50, 50));
    for (int i = 0; i < spoken; i++) {
      incident = told(incident, NoticeKind.OPENED, minutesOld);
    }
    return incident;
  }
}
