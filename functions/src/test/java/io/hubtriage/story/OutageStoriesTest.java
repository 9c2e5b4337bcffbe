package io.hubtriage.story;

import static io.hubtriage.model.Cause.AUTHENTICATION_FAILURE;
import static io.hubtriage.model.Cause.CRASH_LOOP;
import static io.hubtriage.model.Cause.HUB_TRANSIENT;
import static io.hubtriage.model.Cause.SITE_OUTAGE;
import static io.hubtriage.model.Cause.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Facts;
import org.junit.jupiter.api.Test;

final class OutageStoriesTest {
  private static final String NET = "10.0.0.xxx";

  @Test
  void provisionalOutageIsUpgradedAndResolved() {
    Story story =
        new Story()
            .outage(UNKNOWN, "", "10:00", "10:02", 40, "a", "b")
            .at("10:03")
            .look()
            .outage(UNKNOWN, "", "10:00", "10:05", 90, "a", "b")
            .at("10:06")
            .look()
            .outage(HUB_TRANSIENT, "", "09:59", "10:08", 120, "a", "b")
            .at("10:20")
            .look()
            .over(HUB_TRANSIENT, "", "09:59", "10:12", 120, "a", "b")
            .at("10:30")
            .look()
            .at("10:35")
            .look()
            .heard(
                "10:03 OPENED unknown 40 (+40) a,b",
                "10:20 UPGRADED hub-transient 120 (+80) a,b",
                "10:30 RESOLVED hub-transient 120 (+0) a,b");
    assertThat(story.history()).hasSize(1);
  }

  @Test
  void resolvedOutageStaysResolvedWhileTheLookBackShowsIt() {
    new Story()
        .outage(HUB_TRANSIENT, "", "10:00", "10:08", 120, "a")
        .at("10:10")
        .look()
        .over(HUB_TRANSIENT, "", "10:00", "10:12", 120, "a")
        .at("10:30")
        .lookEvery(30, "36:00")
        .withoutOutage(HUB_TRANSIENT)
        .at("37:00")
        .look()
        .heard(
            "10:10 OPENED hub-transient 120 (+120) a", "10:30 RESOLVED hub-transient 120 (+0) a");
  }

  @Test
  void outageAlreadyOverWhenFirstSeenIsToldWithItsEnd() {
    Story story =
        new Story()
            .over(HUB_TRANSIENT, "", "10:00", "10:12", 120, "a")
            .at("10:30")
            .look()
            .at("10:35")
            .look()
            .heard(
                "10:30 OPENED hub-transient 120 (+120) a",
                "10:30 RESOLVED hub-transient 120 (+0) a");
    Facts.OfIncident opened = (Facts.OfIncident) story.notices().get(0).facts();
    Facts.OfIncident resolved = (Facts.OfIncident) story.notices().get(1).facts();
    assertThat(opened.resolvedAt()).isEmpty();
    assertThat(resolved.resolvedAt()).isPresent();
  }

  @Test
  void causeThatComesAfterTheEndIsStillTold() {
    new Story()
        .outage(UNKNOWN, "", "10:00", "10:02", 40, "a")
        .at("10:03")
        .look()
        .over(UNKNOWN, "", "10:00", "10:02", 40, "a")
        .at("10:06")
        .look()
        .over(HUB_TRANSIENT, "", "10:00", "10:04", 60, "a")
        .at("10:20")
        .look()
        .at("10:25")
        .look()
        .heard(
            "10:03 OPENED unknown 40 (+40) a",
            "10:06 RESOLVED unknown 40 (+0) a",
            "10:20 UPGRADED hub-transient 60 (+20) a");
  }

  @Test
  void deadDeviceInsideAnOutageIsToldWhenThatIsOver() {
    new Story()
        .outage(HUB_TRANSIENT, "", "10:00", "10:08", 120, "a", "b")
        .at("10:10")
        .offline(CRASH_LOOP, "a")
        .offline(HUB_TRANSIENT, "b")
        .look()
        .over(HUB_TRANSIENT, "", "10:00", "10:12", 120, "a", "b")
        .at("10:30")
        .look()
        .heard(
            "10:10 OPENED hub-transient 120 (+120) a,b",
            "10:30 RESOLVED hub-transient 120 (+0) a,b",
            "10:30 OPENED crash-loop 1 (+1) a",
            "10:30 OPENED unknown 1 (+1) b");
  }

  @Test
  void deviceThatRecoversInsideAnOutageIsNotToldByItself() {
    new Story()
        .outage(SITE_OUTAGE, NET, "10:00", "10:08", 120, "a")
        .at("10:10")
        .offline(CRASH_LOOP, "a")
        .look()
        .at("10:20")
        .well("a")
        .look()
        .over(SITE_OUTAGE, NET, "10:00", "10:12", 120, "a")
        .at("10:30")
        .look()
        .heard("10:10 OPENED site-outage 120 (+120) a", "10:30 RESOLVED site-outage 120 (+0) a");
  }

  @Test
  void growthIsToldOnceInTheFirstHours() {
    new Story()
        .outage(SITE_OUTAGE, NET, "10:00", "10:05", 100, "a")
        .at("10:06")
        .look()
        .outage(SITE_OUTAGE, NET, "10:00", "10:10", 199, "a")
        .at("10:11")
        .look()
        .outage(SITE_OUTAGE, NET, "10:00", "10:15", 200, "a")
        .at("10:16")
        .look()
        .outage(SITE_OUTAGE, NET, "10:00", "10:20", 1_000, "a")
        .at("10:21")
        .look()
        .at("14:05")
        .look()
        .at("14:06")
        .look()
        .heard(
            "10:06 OPENED site-outage 100 (+100) a",
            "10:16 GREW site-outage 200 (+100) a",
            "14:06 REMINDER site-outage 1000 (+800) a");
  }

  @Test
  void twoFaultsOfOneKindAreTwoIncidentsAQuarterOfAnHourApart() {
    Story story =
        new Story()
            .over(SITE_OUTAGE, NET, "10:00", "10:05", 100, "a")
            .over(SITE_OUTAGE, NET, "10:20", "10:25", 100, "a")
            .over(HUB_TRANSIENT, "", "10:00", "10:05", 100, "b")
            .over(HUB_TRANSIENT, "", "10:19", "10:25", 100, "b")
            .at("10:30")
            .look();
    assertThat(story.history()).filteredOn(i -> i.cause() == SITE_OUTAGE).hasSize(2);
    assertThat(story.history()).filteredOn(i -> i.cause() == HUB_TRANSIENT).hasSize(1);
  }

  @Test
  void provisionalOutageIsMergedIntoTheOneTheLogAlreadyShows() {
    Story story =
        new Story()
            .outage(UNKNOWN, "", "10:00", "10:02", 40, "a")
            .at("10:03")
            .look()
            .withoutOutage(UNKNOWN)
            .outage(SITE_OUTAGE, NET, "10:17", "10:19", 30, "b")
            .at("10:20")
            .look()
            .outage(SITE_OUTAGE, NET, "10:17", "10:19", 30, "b")
            .at("10:21")
            .look()
            .withoutOutage(SITE_OUTAGE)
            .outage(SITE_OUTAGE, NET, "10:01", "10:25", 70, "a", "b")
            .at("10:26")
            .look()
            .heard("10:03 OPENED unknown 40 (+40) a", "10:20 OPENED site-outage 30 (+30) b");
    assertThat(story.history())
        .filteredOn(i -> i.open())
        .singleElement()
        .satisfies(i -> assertThat(i.mergedIds()).hasSize(1));
  }

  @Test
  void wideFaultInsideAMuteIsToldNowhereIfItEndsThere() {
    Story story =
        new Story()
            .muted("10:00", "12:00")
            .outage(HUB_TRANSIENT, "", "10:00", "10:08", 120, "a")
            .at("10:10")
            .look()
            .over(HUB_TRANSIENT, "", "10:00", "10:12", 120, "a")
            .at("10:30")
            .look()
            .at("12:00")
            .look()
            .heard();
    assertThat(story.history()).hasSize(1);
  }

  @Test
  void outageNobodyReportsAnyMoreEndsWithItsLastDevice() {
    new Story()
        .outage(UNKNOWN, "", "10:00", "10:02", 2, "a", "b")
        .at("10:03")
        .look()
        .withoutOutage(UNKNOWN)
        .well("a")
        .at("10:15")
        .look()
        .well("b")
        .at("10:20")
        .look()
        .heard("10:03 OPENED unknown 2 (+2) a,b", "10:20 RESOLVED unknown 2 (+0) b");
  }

  @Test
  void outageNobodyReportsAnyMoreEndsAfterTheLongestLookBack() {
    new Story()
        .outage(HUB_TRANSIENT, "", "10:00", "10:05", 2, "a")
        .at("10:03")
        .look()
        .withoutOutage(HUB_TRANSIENT)
        .at("36:04")
        .look()
        .at("36:05")
        .look()
        .heard(
            "10:03 OPENED hub-transient 2 (+2) a",
            "36:04 REMINDER hub-transient 2 (+0) a",
            "36:05 RESOLVED hub-transient 2 (+0) a");
  }

  @Test
  void resolvedOutageThatIsJudgedAnewDoesNotOpenAgain() {
    Story story =
        new Story()
            .outage(HUB_TRANSIENT, "", "10:00", "10:05", 50, "a")
            .at("10:06")
            .look()
            .over(HUB_TRANSIENT, "", "10:00", "10:08", 50, "a")
            .at("10:15")
            .look()
            .withoutOutage(HUB_TRANSIENT)
            .over(SITE_OUTAGE, NET, "10:01", "10:08", 50, "a")
            .at("10:20")
            .look()
            .at("10:25")
            .look()
            .heard(
                "10:06 OPENED hub-transient 50 (+50) a", "10:15 RESOLVED hub-transient 50 (+0) a");
    assertThat(story.history()).singleElement().matches(i -> i.cause() == SITE_OUTAGE);
  }

  @Test
  void openOutageThatIsJudgedAnewIsUpgraded() {
    new Story()
        .outage(HUB_TRANSIENT, "", "10:00", "10:05", 50, "a")
        .at("10:06")
        .look()
        .withoutOutage(HUB_TRANSIENT)
        .outage(SITE_OUTAGE, NET, "10:00", "10:09", 50, "a")
        .at("10:10")
        .look()
        .heard("10:06 OPENED hub-transient 50 (+50) a", "10:10 UPGRADED site-outage 50 (+0) a");
  }

  @Test
  void sampledOutageSpeaksForDevicesBeyondItsSampleToo() {
    new Story()
        .outage(SITE_OUTAGE, NET, "10:00", "10:08", 7_000, "a")
        .at("10:23")
        .offline(CRASH_LOOP, "begins-within-a-quarter-of-an-hour")
        .look()
        .at("10:24")
        .offline(AUTHENTICATION_FAILURE, "begins-later")
        .look()
        .heard(
            "10:23 OPENED site-outage 7000 (+7000) a",
            "10:24 OPENED authentication-failure 1 (+1) begins-later");
  }

  @Test
  void outageSpeaksForDevicesThatWentWithItAndAreNotListedYet() {
    new Story()
        .outage(HUB_TRANSIENT, "", "10:00", "10:08", 120, "a")
        .at("10:05")
        .offline(UNKNOWN, "b", "c")
        .at("10:10")
        .look()
        .well("c")
        .at("10:20")
        .look()
        .over(HUB_TRANSIENT, "", "10:00", "10:12", 120, "a")
        .at("10:30")
        .look()
        .at("10:40")
        .well("b")
        .look()
        .heard(
            "10:10 OPENED hub-transient 120 (+120) a",
            "10:30 RESOLVED hub-transient 120 (+0) a",
            "10:30 OPENED unknown 1 (+1) b",
            "10:40 RESOLVED unknown 1 (+0) b");
  }

  @Test
  void troubleThatBeganLongBeforeAnOutageIsToldThroughIt() {
    new Story()
        .at("09:00")
        .offline(CRASH_LOOP, "b")
        .outage(HUB_TRANSIENT, "", "10:00", "10:08", 120, "a")
        .at("10:10")
        .look()
        .heard("10:10 OPENED hub-transient 120 (+120) a", "10:10 OPENED crash-loop 1 (+1) b");
  }
}
