package io.hubtriage.azure.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the JSON the host hands over to what people read, through everything that ships. */
@Timeout(300)
final class AppStoriesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void renewalsAreNothingButALineInTheDigest() throws IOException {
    try (AppStory story = new AppStory(folder, "06:00:00")) {
      for (int i = 0; i < 30; i++) {
        Instant connected = AppStory.at("04:40:00").plusSeconds(97L * i);
        story.connects("pump-" + i, connected);
        story.renews("pump-" + i, connected.plusSeconds(65 * 60 + 20 + i % 7));
        story.renews("pump-" + i, connected.plusSeconds(2 * (65 * 60 + 25)));
      }
      story
          .until("07:20:00")
          .heard("07:20 Daily digest: 100% of 72 disconnect rows needed nobody – plant-berlin");
      assertThat(story.app.logged(Level.WARNING)).isEmpty();
    }
  }

  @Test
  void outageIsToldByEventsAndNamedByTheLog() throws IOException {
    try (AppStory story = new AppStory(folder, "10:00:00")) {
      for (int i = 0; i < 60; i++) {
        story.connects("pump-" + i, AppStory.at("08:10:00").plusSeconds(61L * i));
        story.drops("pump-" + i, AppStory.at("10:10:00").plusSeconds(i), Signal.SERVER_ERROR);
        story.connects("pump-" + i, AppStory.at("10:16:00").plusSeconds(2L * i));
      }
      story
          .until("10:50:00")
          .heard(
              "10:12 Critical · New incident: Cause pending: 31 devices offline – plant-berlin",
              "10:20 Critical · Cause found: IoT Hub fault: 60 devices dropped and came back –"
                  + " plant-berlin",
              "10:25 Critical · Resolved: IoT Hub fault: over after 15 min – plant-berlin");
      assertThat(story.app.logged(Level.WARNING)).isEmpty();
    }
  }

  @Test
  void deadDeviceIsToldOnceAndItsReturnToo() throws IOException {
    try (AppStory story = new AppStory(folder, "12:00:00")) {
      story.connects("pump-7", AppStory.at("09:05:00"));
      story.drops("pump-7", AppStory.at("12:02:30"), Signal.CLOSED_REMOTELY);
      story.connects("pump-7", AppStory.at("12:51:10"));
      story
          .until("13:10:00")
          .heard(
              "12:08 Warning · New incident: Cause pending: pump-7 is offline – plant-berlin",
              "12:52 Warning · Resolved: Connection lost: over after 50 min – plant-berlin");
      assertThat(story.app.logged(Level.WARNING)).isEmpty();
    }
  }

  /** The host starts a second instance, a timer fires twice: everybody looks at the same minute. */
  @Test
  void manySweepsAtOnceTellOnce() throws IOException {
    try (AppStory story = new AppStory(folder, "12:00:00")) {
      story.drops("pump-7", AppStory.at("12:02:30"), Signal.CLOSED_REMOTELY).until("12:07:00");
      assertThat(story.app.heard()).isEmpty();
      story.app.clock.set(AppStory.at("12:10:00"));
      List<Runnable> sweeps =
          List.of(
              story.app::sweepEvents,
              story.app::sweepLogs,
              story.app::sweepEvents,
              story.app::sweepLogs);
      sweeps.parallelStream().forEach(Runnable::run);
      story.app.deliver();
      assertThat(story.app.heard()).hasSize(1);
      assertThat(story.app.mail.getReceivedMessages()).hasSize(1);
    }
  }
}
