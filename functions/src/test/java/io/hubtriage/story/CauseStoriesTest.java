package io.hubtriage.story;

import static io.hubtriage.model.Cause.AUTHENTICATION_FAILURE;
import static io.hubtriage.model.Cause.CONNECTION_LOST;
import static io.hubtriage.model.Cause.CRASH_LOOP;
import static io.hubtriage.model.Cause.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people hear when the cause of a trouble becomes known, or another. */
final class CauseStoriesTest {
  @Test
  void unknownBecomesItsCause() {
    Story story =
        new Story()
            .offline(UNKNOWN, "pump-7")
            .at("00:00")
            .look()
            .at("00:20")
            .offline(AUTHENTICATION_FAILURE, "pump-7")
            .look()
            .at("01:00")
            .well("pump-7")
            .look()
            .heard(
                "00:00 OPENED unknown 1 (+1) pump-7",
                "00:20 UPGRADED authentication-failure 1 (+0) pump-7",
                "01:00 RESOLVED authentication-failure 1 (+0) pump-7");
    assertThat(story.history()).hasSize(1);
  }

  @Test
  void unknownIsMergedIntoTheOpenIncidentOfItsCauseAsANewMember() {
    Story story =
        new Story()
            .offline(AUTHENTICATION_FAILURE, "pump-1")
            .at("00:00")
            .look()
            .at("00:10")
            .offline(UNKNOWN, "pump-7")
            .look()
            .at("00:20")
            .offline(AUTHENTICATION_FAILURE, "pump-7")
            .lookEvery(20, "04:20")
            .at("05:00")
            .well("pump-1", "pump-7")
            .look()
            .heard(
                "00:00 OPENED authentication-failure 1 (+1) pump-1",
                "00:10 OPENED unknown 1 (+1) pump-7",
                "04:00 GREW authentication-failure 2 (+1) pump-7,pump-1",
                "05:00 RESOLVED authentication-failure 2 (+0) pump-1,pump-7");
    Facts.OfIncident merged = (Facts.OfIncident) story.notices().get(2).facts();
    Facts.OfIncident unknown = (Facts.OfIncident) story.notices().get(1).facts();
    assertThat(merged.mergedIds()).isEqualTo(List.of(unknown.incidentId()));
    assertThat(story.history()).noneMatch(i -> i.open());
  }

  @Test
  void unknownThatRecoversAfterItWasMergedIsToldAtTheEnd() {
    new Story()
        .offline(AUTHENTICATION_FAILURE, "pump-1")
        .at("00:00")
        .look()
        .at("00:10")
        .offline(UNKNOWN, "pump-7")
        .look()
        .at("00:20")
        .offline(AUTHENTICATION_FAILURE, "pump-7")
        .look()
        .at("00:40")
        .well("pump-7")
        .look()
        .at("01:00")
        .well("pump-1")
        .look()
        .heard(
            "00:00 OPENED authentication-failure 1 (+1) pump-1",
            "00:10 OPENED unknown 1 (+1) pump-7",
            "01:00 RESOLVED authentication-failure 2 (+0) pump-1,pump-7");
  }

  @Test
  void notKnowingAnyMoreTakesNoCauseBack() {
    new Story()
        .flapping(CRASH_LOOP, "pump-7")
        .at("00:00")
        .look()
        .at("00:20")
        .flapping(UNKNOWN, "pump-7")
        .look()
        .heard("00:00 OPENED crash-loop 1 (+1) pump-7");
  }

  @Test
  void memberMovesAndTheOthersStay() {
    new Story()
        .offline(CONNECTION_LOST, "pump-7", "pump-8")
        .at("00:00")
        .look()
        .at("00:20")
        .offline(CRASH_LOOP, "pump-8")
        .look()
        .at("04:20")
        .look()
        .heard(
            "00:00 OPENED connection-lost 2 (+2) pump-7,pump-8",
            "00:20 OPENED crash-loop 1 (+1) pump-8",
            "04:20 REMINDER connection-lost 1 (+0) pump-7",
            "04:20 REMINDER crash-loop 1 (+0) pump-8");
  }

  @Test
  void refusedKeyIsToldAtOnceThoughAnotherDeviceWasAwayBefore() {
    new Story()
        .at("09:00")
        .offline(UNKNOWN, "pump-7")
        .look()
        .at("09:05")
        .well("pump-7")
        .look()
        .at("09:10")
        .offline(UNKNOWN, "gate-1")
        .look()
        .at("09:35")
        .offline(AUTHENTICATION_FAILURE, "gate-1")
        .look()
        .heard(
            "09:00 OPENED unknown 1 (+1) pump-7",
            "09:05 RESOLVED unknown 1 (+0) pump-7",
            "09:35 OPENED authentication-failure 1 (+1) gate-1");
  }

  @Test
  void refusedKeyIsToldOfADeviceThatWasToldAsAwayAmongOthers() {
    new Story()
        .at("09:00")
        .offline(UNKNOWN, "gate-1", "pump-7")
        .look()
        .at("09:35")
        .offline(AUTHENTICATION_FAILURE, "gate-1")
        .look()
        .heard(
            "09:00 OPENED unknown 2 (+2) gate-1,pump-7",
            "09:35 OPENED authentication-failure 1 (+1) gate-1");
  }

  @Test
  void refusedKeyOfADeviceThatWasAwayEarlierInTheDayIsTold() {
    new Story()
        .at("09:00")
        .offline(UNKNOWN, "gate-1")
        .look()
        .at("09:30")
        .well("gate-1")
        .look()
        .at("10:00")
        .offline(AUTHENTICATION_FAILURE, "gate-1")
        .look()
        .heard(
            "09:00 OPENED unknown 1 (+1) gate-1",
            "09:30 RESOLVED unknown 1 (+0) gate-1",
            "10:00 OPENED authentication-failure 1 (+1) gate-1");
  }

  @Test
  void lossOfADeviceThatWasToldAsAwayAmongOthersIsNoNews() {
    new Story()
        .at("09:00")
        .offline(UNKNOWN, "gate-1", "pump-7")
        .look()
        .at("09:35")
        .offline(CONNECTION_LOST, "gate-1")
        .look()
        .heard("09:00 OPENED unknown 2 (+2) gate-1,pump-7");
  }
}
