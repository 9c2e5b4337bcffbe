package io.hubtriage.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.diagnose.SessionHistogram;
import io.hubtriage.diagnose.SessionHistogram.Bin;
import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.OutboxRow.State;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Evidence.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Blindness is told once when it begins and once when it is over, and calm is not blindness. */
final class BlindnessTest {
  private static final Duration WEEK = Duration.ofDays(8);
  private static final SessionHistogram RENEWALS =
      new SessionHistogram(
          Map.of(new Cohort("custom", "sas", "Mqtt"), Map.of(65, new Bin(400, 100, 390))));

  private final WatchStory story = new WatchStory();

  @Test
  void whatIsWellIsNotSpokenOf() {
    story.until(WEEK).heard();
    assertThat(story.asked).as("questions to the log").isZero();
  }

  /** Each look is a process of its own, so a restart at any time changes nothing. */
  @Test
  void failingSweepsOfTheLogAreToldOnceAndTheirEnd() {
    story.until(minutes(60)).heard();
    story.logAnswers = false;
    story.until(minutes(75)).heard();
    story.until(minutes(600)).heard("PT1H20M OPENED log-unread hubtriage ops");
    story.logAnswers = true;
    story.until(minutes(700)).heard("PT10H10M RESOLVED log-unread hubtriage ops");
  }

  @Test
  void aSecondSpellIsToldAnew() {
    for (int i = 0; i < 2; i++) {
      story.until(minutes(60 + i * 200L));
      story.logAnswers = false;
      story.until(minutes(120 + i * 200L));
      story.logAnswers = true;
      story.until(minutes(180 + i * 200L));
    }
    story.heard(
        "PT1H20M OPENED log-unread hubtriage ops",
        "PT2H10M RESOLVED log-unread hubtriage ops",
        "PT4H40M OPENED log-unread hubtriage ops",
        "PT5H30M RESOLVED log-unread hubtriage ops");
  }

  @Test
  void aLogThatNeverAnsweredIsToldToo() {
    story.logAnswers = false;
    story.until(minutes(120)).heard("PT25M OPENED log-unread hubtriage ops");
  }

  @Test
  void eventsThatNobodyLooksAtAreTold() {
    story.until(minutes(60)).heard();
    story.eventsAreSwept = false;
    story.until(minutes(120)).heard("PT1H10M OPENED events-unread hubtriage ops");
    story.eventsAreSwept = true;
    story.until(minutes(180)).heard("PT2H10M RESOLVED events-unread hubtriage ops");
  }

  /**
   * Everything looks overdue then; the infrastructure's alert has told that the app stood still.
   */
  @Test
  void afterAPauseTheSweepsGetAChanceFirst() {
    story.until(minutes(60)).pause(Duration.ofHours(7)).until(minutes(600)).heard();
    story.pause(Duration.ofHours(7));
    story.logAnswers = false;
    story.until(minutes(1_200)).heard("PT17H10M OPENED log-unread hubtriage ops");
  }

  @Test
  void ofTwoInstancesAtOnceOneTells() {
    story.until(minutes(60));
    story.logAnswers = false;
    story.until(minutes(75));
    story.pause(minutes(5));
    WatchMemory one = WatchStory.KeptOrRaced.reading(story.vigils);
    WatchMemory other = WatchStory.KeptOrRaced.reading(story.vigils);
    story.look(one);
    story.look(other);
    story.look();
    story.heard("PT1H20M OPENED log-unread hubtriage ops");
  }

  @Test
  void whatIsMutedIsToldWhenTheMuteEnds() {
    story.until(minutes(60));
    story.logAnswers = false;
    story.muted = true;
    story.until(minutes(300)).heard();
    story.muted = false;
    story.until(minutes(400)).heard("PT5H5M OPENED log-unread hubtriage ops");
    story.muted = true;
    story.logAnswers = true;
    story.until(minutes(500)).heard();
    story.muted = false;
    story.until(minutes(600)).heard("PT8H25M RESOLVED log-unread hubtriage ops");
  }

  /** The longest pause of the week is the half hour rows are waited for; an hour is too long. */
  @Test
  void rowsMissingForLongerThanUsualAreToldOnce() {
    story.until(WEEK).heard();
    story.rowsCome = false;
    story.until(WEEK.plus(minutes(60))).heard();
    story.until(WEEK.plus(minutes(2_000))).heard("PT193H5M OPENED rows-missing plant ops");
    assertThat(story.finding()).isEqualTo("blind-rows-missing");
    story.rowsCome = true;
    story.until(WEEK.plus(minutes(2_300))).heard("PT225H25M RESOLVED rows-missing plant ops");
    story.rowsCome = false;
    story.until(WEEK.plus(minutes(2_500))).heard("PT231H25M OPENED rows-missing plant ops");
  }

  @Test
  void rowsThatComeLaterThanIsWaitedForAreTold() {
    story.until(WEEK);
    story.rowsCome = false;
    for (int i = 0; i < 60; i++) {
      story.until(WEEK.plus(minutes(5L * i)));
      story.comesLate(story.now().minus(minutes(45)));
    }
    story.heard("PT193H5M OPENED rows-missing plant ops");
    assertThat(story.finding()).isEqualTo("blind-rows-late");
  }

  @Test
  void aFleetThatIsSwitchedOffIsCalm() {
    story.until(WEEK);
    story.rowsCome = false;
    story.connected = 0;
    story.until(WEEK.plus(minutes(3_000))).heard();
    assertThat(story.asked).as("questions to the log").isZero();
  }

  /** Ten hours without a row every night for a week. */
  @Test
  void aHubThatIsQuietByHabitIsCalm() {
    for (int day = 0; day < 8; day++) {
      story.rowsCome = true;
      story.until(Duration.ofHours(24L * day + 14));
      story.rowsCome = false;
      story.until(Duration.ofHours(24L * day + 24));
    }
    story.until(WEEK.plus(Duration.ofHours(10))).heard();
    story.until(WEEK.plus(Duration.ofHours(24))).heard("PT202H25M OPENED rows-missing plant ops");
  }

  @Test
  void inTheFirstWeekOnlyADayWithoutRowsIsUnusualAndOnlyWhereTokensAreRenewed() {
    story.until(minutes(600));
    story.rowsCome = false;
    story.until(Duration.ofHours(40)).heard();
    WatchStory renewing = new WatchStory().renewing(RENEWALS);
    renewing.until(minutes(600));
    renewing.rowsCome = false;
    renewing.until(Duration.ofHours(40)).heard("PT36H5M OPENED rows-missing plant ops");
    assertThat(renewing.finding()).isEqualTo("blind-rows-none");
  }

  /** That it fails has a notice of its own. */
  @Test
  void ofALogThatIsNotReadNothingElseIsSaid() {
    story.until(WEEK);
    story.logAnswers = false;
    story.rowsCome = false;
    story.until(WEEK.plus(minutes(1_000))).heard("PT192H20M OPENED log-unread hubtriage ops");
  }

  @Test
  void farMoreUnknownThanUsualIsToldOnce() {
    story.until(WEEK);
    story.unknown = 40;
    story.until(WEEK.plus(minutes(600))).heard("PT193H20M OPENED many-unknown plant ops");
    story.unknown = 0;
    story.until(WEEK.plus(minutes(1_200))).heard("PT208H25M RESOLVED many-unknown plant ops");
  }

  @Test
  void unknownIsNoNewsWhereItIsUsualOrRare() {
    story.unknown = 30;
    story.until(WEEK).heard();
    WatchStory few = new WatchStory();
    few.rows = 3;
    few.until(WEEK);
    few.unknown = 1;
    few.until(WEEK.plus(minutes(200))).heard();
  }

  @Test
  void aChannelThatRejectsIsToldElsewhereAndUntilItTakesOne() {
    story.until(minutes(60));
    put("a-1", "ops", State.REJECTED, Optional.empty());
    story.until(minutes(120)).heard("PT1H5M OPENED channel-rejects hubtriage mail");
    story.until(Duration.ofHours(32)).heard();
    put("a-2", "ops", State.SENT, Optional.of(story.now()));
    story.until(Duration.ofHours(34)).heard("PT32H5M RESOLVED channel-rejects hubtriage mail");
  }

  @Test
  void aChannelThatTookOneSinceIsWell() {
    story.until(minutes(60));
    put("a-1", "ops", State.REJECTED, Optional.empty());
    put("a-2", "ops", State.SENT, Optional.of(story.now().plusSeconds(1)));
    story.until(minutes(120)).heard();
  }

  /** Nobody could tell it; {@code Status} does. */
  @Test
  void aChannelWithoutFallbackIsNotToldByItself() {
    story.until(minutes(60));
    put("a-1", "mail", State.REJECTED, Optional.empty());
    story.until(minutes(120)).heard();
  }

  private void put(String id, String channel, State state, Optional<Instant> sentAt) {
    Facts facts =
        new Facts.OfBlindness(
            "x",
            WatchStory.HUB,
            Blindness.LOG_UNREAD,
            story.now(),
            Optional.empty(),
            Finding.of("x"));
    Notice notice = new Notice(id, NoticeKind.OPENED, story.now(), facts);
    OutboxRow row = new OutboxRow(notice, channel, state, 1, story.now(), sentAt, "404");
    assertThat(story.store.replace(List.of(), List.of(row))).isTrue();
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
