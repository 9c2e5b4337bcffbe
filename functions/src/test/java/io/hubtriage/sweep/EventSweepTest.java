package io.hubtriage.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventSweepTest {
  @Test
  void deadDeviceIsToldWithinASweepAfterTheGraceAndItsRecovery() {
    new EventStory()
        .gone("00:10:30", "pump-7")
        .back("01:00:10", "pump-7")
        .until("02:00:00")
        .heard("00:16 OPENED pump-7 1", "01:01 RESOLVED pump-7 1");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 00:11, 00:12",
    "5, 00:15, 00:16",
    "10, 00:20, 00:21",
  })
  void graceIsKeptToTheSecond(int grace, String atGrace, String aMinuteLater) {
    new EventStory()
        .grace(grace)
        .gone("00:10:00", "pump-7")
        .until("00:30:00")
        .heard(atGrace + " OPENED pump-7 1");
    new EventStory()
        .grace(grace)
        .gone("00:10:01", "pump-7")
        .until("00:30:00")
        .heard(aMinuteLater + " OPENED pump-7 1");
    new EventStory()
        .grace(grace)
        .gone("00:10:00", "pump-7")
        .back(LocalTime.parse(atGrace).minusSeconds(1).toString(), "pump-7")
        .until("00:30:00")
        .heard();
  }

  @Test
  void onlySequenceNumbersOrderEvents() {
    new EventStory()
        .goneTold("00:10:00", "00:12:30", "pump-7")
        .backTold("00:11:00", "00:11:02", "pump-7")
        .until("01:00:00")
        .heard();
  }

  @Test
  void twoConnectsInARowAreAFlapAndNoIncident() {
    EventStory story =
        new EventStory()
            .back("00:10:00", "pump-7")
            .back("00:11:00", "pump-7")
            .until("01:00:00")
            .heard();
    assertThat(story.history()).isEmpty();
  }

  @Test
  void deviceThatFlapsWhileItIsAwayIsStillAway() {
    new EventStory()
        .gone("00:10:00", "pump-7")
        .gone("00:14:00", "pump-7")
        .until("00:20:00")
        .heard("00:15 OPENED pump-7 1");
  }

  @Test
  void modulesAreDevicesOfTheirOwn() {
    new EventStory()
        .gone("00:10:00", "pump-7/camera")
        .back("00:11:00", "pump-7")
        .until("00:20:00")
        .heard("00:15 OPENED pump-7/camera 1");
  }

  @Test
  void edgeHubMayFlicker() {
    EventStory story = new EventStory().grace(1);
    for (int minute = 10; minute < 50; minute += 4) {
      story
          .gone("00:%d:00".formatted(minute), "edge/$edgeHub")
          .back("00:%d:10".formatted(minute + 2), "edge/$edgeHub");
    }
    story.until("01:00:00").heard();
  }

  @Test
  void edgeHubThatStaysAwayIsToldAfterTenMinutes() {
    new EventStory()
        .grace(1)
        .gone("00:10:00", "edge/$edgeHub")
        .until("00:30:00")
        .heard("00:20 OPENED edge/$edgeHub 1");
  }

  /** A connect event delivered at Event Grid's fourth try looks like a device that is away. */
  @ParameterizedTest
  @CsvSource({"99, 00:15", "100, 00:19"})
  void whereManyComeAndGoLateEventsAreWaitedFor(int returns, String told) {
    new EventStory()
        .busy(returns)
        .gone("00:10:00", "pump-7")
        .until("00:30:00")
        .heard(told + " OPENED pump-7 1");
  }

  @Test
  void disconnectOfLongAgoIsCheckedAgainstWhatCameSince() {
    new EventStory()
        .goneTold("00:10:00", "00:50:00", "pump-7", "pump-8")
        .back("00:11:00", "pump-7")
        .until("01:30:00")
        .heard("00:51 OPENED pump-8 1");
  }

  @Test
  void connectOfLongAgoEndsAnAbsence() {
    new EventStory()
        .gone("00:10:00", "pump-7")
        .backTold("00:16:00", "00:40:00", "pump-7")
        .until("01:30:00")
        .heard("00:15 OPENED pump-7 1", "00:41 RESOLVED pump-7 1");
  }

  @Test
  void deviceThatTheLogSawConnectIsNotAway() {
    new EventStory()
        .gone("00:10:00", "pump-7")
        .until("00:20:00")
        .backInTheLog("00:12:00", "pump-7")
        .until("01:00:00")
        .heard("00:15 OPENED pump-7 1", "00:21 RESOLVED pump-7 1");
  }

  @Test
  void missedSweepsAreMadeUpFor() {
    new EventStory()
        .until("00:10:00")
        .gone("00:12:00", "pump-7")
        .gone("00:13:00", "pump-8")
        .back("00:14:00", "pump-8")
        .downUntil("01:00:00")
        .until("01:00:00")
        .heard("01:00 OPENED pump-7 1");
  }

  @Test
  void manyAtOnceAreOneNoticeAndItsEnd() {
    String[] many = IntStream.range(0, 40).mapToObj("d%02d"::formatted).toArray(String[]::new);
    EventStory story =
        new EventStory().gone("00:10:00", many).back("00:17:00", many).until("01:00:00");
    story.heard("00:12 OPENED many 40", "00:20 RESOLVED many 40");
    assertThat(story.history()).hasSize(1);
  }

  @Test
  void fourAtOnceAreFourDevices() {
    new EventStory()
        .gone("00:10:00", "a", "b", "c", "d")
        .until("00:20:00")
        .heard("00:15 OPENED many 4");
  }

  @Test
  void renewalOfAWholeFleetIsNoCrowd() {
    EventStory story = new EventStory();
    String[] fleet = IntStream.range(0, 300).mapToObj(i -> "d" + i).toArray(String[]::new);
    for (int hour = 0; hour < 5; hour++) {
      story.gone("%02d:10:00".formatted(hour), fleet).back("%02d:11:00".formatted(hour), fleet);
    }
    story.until("05:00:00").heard();
  }

  @Test
  void whoStaysBehindIsToldWhenTheOthersAreBack() {
    String[] many = IntStream.range(0, 40).mapToObj("d%02d"::formatted).toArray(String[]::new);
    new EventStory()
        .gone("00:10:00", many)
        .gone("00:10:01", "dead")
        .back("00:17:00", many)
        .until("01:00:00")
        .heard("00:12 OPENED many 41", "00:21 RESOLVED many 41", "00:21 OPENED dead 1");
  }

  @Test
  void storesRememberABoundedNumber() {
    String[] storm = IntStream.range(0, 500).mapToObj(i -> "d" + i).toArray(String[]::new);
    EventStory story =
        new EventStory().remembering(100, 50).gone("00:10:00", storm).until("00:12:00");
    assertThat(story.remembered().away()).hasSize(100);
    assertThat(story.remembered().beyond()).isEqualTo(400);
    assertThat(story.remembered().crowds()).singleElement().matches(c -> c.count() == 500);
    story
        .back("00:20:00", storm)
        .until("00:40:00")
        .heard("00:12 OPENED many 500", "00:21 RESOLVED many 500");
  }
}
