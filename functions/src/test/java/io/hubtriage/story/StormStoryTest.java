package io.hubtriage.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Lifecycle;
import io.hubtriage.incident.Looks;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Outcome;
import io.hubtriage.incident.Roster;
import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hundred thousand devices at once. */
final class StormStoryTest {
  private static final int DEVICES = 100_000;

  @Test
  void hubOutageIsTwoMessages() {
    List<Notice> heard = new ArrayList<>();
    List<Incident> known = List.of();
    for (String clock : List.of("10:06", "10:11", "10:16", "10:21")) {
      Outcome outcome = Lifecycle.DEFAULT.update(known, storm(clock, false), Looks.at(clock));
      heard.addAll(outcome.notices());
      known = outcome.changed().isEmpty() ? known : outcome.changed();
      assertThat(known).singleElement().matches(i -> i.roster().count() == DEVICES);
      assertThat(known.get(0).roster().listed()).hasSize(Roster.MAX_LISTED);
    }
    heard.addAll(
        Lifecycle.DEFAULT.update(known, storm("10:40", true), Looks.at("10:40")).notices());
    assertThat(heard)
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.OPENED, NoticeKind.RESOLVED);
    Facts.OfIncident opened = (Facts.OfIncident) heard.get(0).facts();
    assertThat(opened.members()).isEqualTo(DEVICES);
    assertThat(opened.offline()).isEqualTo(DEVICES);
    assertThat(opened.devices()).hasSize(Facts.MAX_DEVICES);
  }

  @Test
  void expiredCertificateOfAWholeFleetIsOneMessage() {
    Instant noon = Looks.at("12:00");
    List<Condition> all = Looks.many(9_000, Cause.AUTHENTICATION_FAILURE, Impact.OFFLINE, noon);
    Assessment look = Looks.look(noon, List.of(), all, List.of());
    Outcome outcome = Lifecycle.DEFAULT.update(List.of(), look, noon);
    assertThat(outcome.notices()).hasSize(1);
    Facts.OfIncident facts = (Facts.OfIncident) outcome.notices().get(0).facts();
    assertThat(facts.members()).isEqualTo(9_000);
    assertThat(facts.newMembers()).isEqualTo(9_000);
    assertThat(Lifecycle.DEFAULT.update(outcome.changed(), look, noon).changed()).isEmpty();
  }

  private static Assessment storm(String clock, boolean over) {
    Instant start = Looks.at("10:00");
    Impact impact = over ? Impact.RECOVERED : Impact.OFFLINE;
    List<Condition> sample = Looks.many(5_000, Cause.HUB_TRANSIENT, impact, start);
    Window span = new Window(start, Looks.at("10:05"));
    Outage outage = Looks.outage(Cause.HUB_TRANSIENT, "", span, DEVICES, sample, over);
    List<Condition> conditions = over ? List.of() : sample;
    return Looks.look(Looks.at(clock), List.of(), conditions, List.of(outage));
  }
}
