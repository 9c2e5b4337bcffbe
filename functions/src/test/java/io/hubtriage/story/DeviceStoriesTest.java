package io.hubtriage.story;

import static io.hubtriage.model.Cause.AUTHENTICATION_FAILURE;
import static io.hubtriage.model.Cause.CONNECTION_LOST;
import static io.hubtriage.model.Cause.CRASH_LOOP;
import static io.hubtriage.model.Cause.PLATFORM_UPGRADE;
import static io.hubtriage.model.Cause.SAS_TOKEN_RENEWAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Facts;
import org.junit.jupiter.api.Test;

final class DeviceStoriesTest {
  @Test
  void deadDeviceIsToldAndItsRecovery() {
    new Story()
        .offline(CONNECTION_LOST, "pump-7")
        .at("00:00")
        .look()
        .at("00:05")
        .look()
        .at("01:00")
        .well("pump-7")
        .look()
        .at("01:05")
        .look()
        .heard(
            "00:00 OPENED connection-lost 1 (+1) pump-7",
            "01:00 RESOLVED connection-lost 1 (+0) pump-7");
  }

  @Test
  void secondDeadDeviceIsToldAfterFourHours() {
    new Story()
        .offline(CONNECTION_LOST, "pump-7")
        .at("00:00")
        .look()
        .at("00:20")
        .offline(CONNECTION_LOST, "pump-8")
        .look()
        .at("03:59")
        .look()
        .at("04:00")
        .look()
        .heard(
            "00:00 OPENED connection-lost 1 (+1) pump-7",
            "04:00 GREW connection-lost 2 (+1) pump-8,pump-7");
  }

  @Test
  void newMemberThatRecoversBeforeItIsToldIsNotTold() {
    new Story()
        .offline(CONNECTION_LOST, "pump-7")
        .at("00:00")
        .look()
        .at("00:20")
        .offline(CONNECTION_LOST, "pump-8")
        .look()
        .at("03:00")
        .well("pump-8")
        .look()
        .at("04:00")
        .look()
        .heard(
            "00:00 OPENED connection-lost 1 (+1) pump-7",
            "04:00 REMINDER connection-lost 1 (+0) pump-7");
  }

  @Test
  void remindersFollowTheirSchedule() {
    new Story()
        .offline(AUTHENTICATION_FAILURE, "pump-7")
        .at("00:00")
        .lookEvery(60, "73:00")
        .heard(
            "00:00 OPENED authentication-failure 1 (+1) pump-7",
            "04:00 REMINDER authentication-failure 1 (+0) pump-7",
            "08:00 REMINDER authentication-failure 1 (+0) pump-7",
            "24:00 REMINDER authentication-failure 1 (+0) pump-7",
            "48:00 REMINDER authentication-failure 1 (+0) pump-7",
            "72:00 REMINDER authentication-failure 1 (+0) pump-7");
  }

  @Test
  void quietIsNotRecovery() {
    Story story =
        new Story()
            .offline(CONNECTION_LOST, "pump-7")
            .at("00:00")
            .look()
            .at("00:05")
            .unseen("pump-7")
            .look()
            .at("03:00")
            .look()
            .heard("00:00 OPENED connection-lost 1 (+1) pump-7");
    assertThat(story.history()).singleElement().matches(i -> i.open());
  }

  @Test
  void afterSevenDaysWatchingEndsWithOneWord() {
    Story story =
        new Story()
            .offline(CONNECTION_LOST, "pump-7")
            .at("00:00")
            .look()
            .unseen("pump-7")
            .at("167:59")
            .look()
            .at("168:00")
            .look()
            .at("170:00")
            .look()
            .at("200:00")
            .look()
            .heard(
                "00:00 OPENED connection-lost 1 (+1) pump-7",
                "167:59 REMINDER connection-lost 1 (+0) pump-7",
                "168:00 REMINDER connection-lost 1 (+0) pump-7");
    Facts.OfIncident last = (Facts.OfIncident) story.notices().get(2).facts();
    assertThat(last.evidence().findings().get(0).key()).isEqualTo("no-longer-watched");
    assertThat(last.evidence().findings().get(0).values()).containsEntry("devices", 1L);
    assertThat(story.history()).singleElement().matches(i -> !i.open());
  }

  @Test
  void deviceThatIsNoLongerWatchedIsNotTakenUpAgain() {
    new Story()
        .offline(CONNECTION_LOST, "pump-7")
        .at("00:00")
        .look()
        .at("168:00")
        .look()
        .at("168:05")
        .look()
        .at("250:00")
        .look()
        .heard(
            "00:00 OPENED connection-lost 1 (+1) pump-7",
            "168:00 REMINDER connection-lost 1 (+0) pump-7");
  }

  @Test
  void flappingDeviceIsToldOnceADayUntilItIsQuiet() {
    Story story = new Story();
    for (int hour = 0; hour < 26; hour++) {
      String clock = "%02d:".formatted(hour);
      story.at(clock + "00").flapping(CONNECTION_LOST, "pump-7").look();
      story.at(clock + "30").well("pump-7").look();
    }
    story
        .at("26:59")
        .look()
        .at("27:00")
        .look()
        .heard(
            "00:00 OPENED connection-lost 1 (+1) pump-7",
            "24:00 REMINDER connection-lost 1 (+0) pump-7",
            "27:00 RESOLVED connection-lost 1 (+0) pump-7");
  }

  @Test
  void deviceThatFlapsNowAndThenIsToldTwiceADay() {
    Story story = new Story();
    for (int hour = 0; hour < 24; hour += 4) {
      story.at("%02d:00".formatted(hour)).flapping(CRASH_LOOP, "pump-7").look();
      story.at("%02d:30".formatted(hour)).well("pump-7").look();
      story.at("%02d:00".formatted(hour + 1)).look();
    }
    story.heard("00:00 OPENED crash-loop 1 (+1) pump-7", "01:00 RESOLVED crash-loop 1 (+0) pump-7");
    assertThat(story.history()).as("the same incident all day").hasSize(1);
  }

  @Test
  void deviceThatWentForGoodAfterFlappingIsToldAfterFourHours() {
    new Story()
        .offline(CONNECTION_LOST, "pump-7")
        .at("00:00")
        .look()
        .at("01:00")
        .well("pump-7")
        .look()
        .at("02:00")
        .offline(CONNECTION_LOST, "pump-7")
        .look()
        .at("05:59")
        .look()
        .at("06:00")
        .look()
        .at("07:00")
        .well("pump-7")
        .look()
        .heard(
            "00:00 OPENED connection-lost 1 (+1) pump-7",
            "01:00 RESOLVED connection-lost 1 (+0) pump-7",
            "06:00 OPENED connection-lost 1 (+1) pump-7",
            "07:00 RESOLVED connection-lost 1 (+0) pump-7");
  }

  @Test
  void muteDelaysWhatIsStillTrue() {
    new Story()
        .muted("00:00", "02:00")
        .offline(CONNECTION_LOST, "pump-7")
        .at("00:10")
        .look()
        .at("01:59")
        .look()
        .at("02:00")
        .look()
        .heard("02:00 OPENED connection-lost 1 (+1) pump-7");
  }

  @Test
  void whatBeganAndEndedInsideAMuteIsRecordedOnly() {
    Story story =
        new Story()
            .muted("00:00", "02:00")
            .offline(CONNECTION_LOST, "pump-7")
            .at("00:10")
            .look()
            .at("01:00")
            .well("pump-7")
            .look()
            .at("02:00")
            .look()
            .heard();
    assertThat(story.history()).singleElement().matches(i -> !i.open());
  }

  @Test
  void recoveryInsideAMuteIsToldAtItsEnd() {
    new Story()
        .muted("00:30", "40:00")
        .offline(CONNECTION_LOST, "pump-7")
        .at("00:10")
        .look()
        .at("01:00")
        .well("pump-7")
        .look()
        .at("39:59")
        .look()
        .at("40:00")
        .look()
        .heard(
            "00:10 OPENED connection-lost 1 (+1) pump-7",
            "40:00 RESOLVED connection-lost 1 (+0) pump-7");
  }

  @Test
  void harmlessCausesAreNoIncidents() {
    Story story =
        new Story()
            .flapping(SAS_TOKEN_RENEWAL, "pump-7")
            .offline(PLATFORM_UPGRADE, "pump-8")
            .at("00:00")
            .look()
            .at("05:00")
            .look()
            .heard();
    assertThat(story.history()).isEmpty();
  }

  @Test
  void newSpellCountsItsOwnDevices() {
    new Story()
        .at("00:00")
        .offline(CONNECTION_LOST, "a", "b", "c")
        .look()
        .at("01:00")
        .well("a", "b", "c")
        .look()
        .at("05:00")
        .offline(CONNECTION_LOST, "d")
        .look()
        .at("05:30")
        .well("d")
        .look()
        .heard(
            "00:00 OPENED connection-lost 3 (+3) a,b,c",
            "01:00 RESOLVED connection-lost 3 (+0) a,b,c",
            "05:00 OPENED connection-lost 1 (+1) d",
            "05:30 RESOLVED connection-lost 1 (+0) d,a,b");
  }
}
