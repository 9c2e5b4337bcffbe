package io.hubtriage.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.cli.Progress.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final StringWriter screen = new StringWriter();
  private long now = 5_000_000_000L;

  @Test
  void writesALineForEveryTenthPartIfNobodyWatches() {
    Progress progress = begin(Style.LINES, 1_000);
    for (int i = 1; i <= 1_000; i++) {
      passes(Duration.ofMillis(100));
      progress.at(i);
    }
    progress.close();
    assertThat(screen.toString().lines())
        .hasSize(10)
        .startsWith("replaying: 10 % (10 s)", "replaying: 20 % (20 s)")
        .endsWith("replaying: 90 % (1:30 min)", "replaying: 100 % (1:40 min)");
  }

  @Test
  void skipsTenthsThatPassAtOnce() {
    Progress progress = begin(Style.LINES, 10);
    progress.at(0);
    progress.at(7);
    progress.at(7);
    assertThat(screen.toString().lines()).containsExactly("replaying: 70 % (0 s)");
  }

  @Test
  void drawsABarAtMostTenTimesASecond() {
    Progress progress = begin(Style.BAR, 100);
    for (int i = 1; i <= 100; i++) {
      passes(Duration.ofMillis(10));
      progress.at(i / 2);
    }
    assertThat(drawn()).hasSize(10);
  }

  @Test
  void theBarShowsHowFarAndHowLongYet() {
    Progress progress = begin(Style.BAR, 200);
    progress.at(50);
    passes(Duration.ofSeconds(20));
    progress.at(100);
    passes(Duration.ofSeconds(70));
    progress.at(200);
    progress.close();
    assertThat(drawn())
        .containsExactly(
            "replaying [#######-----------------------] 25 %",
            "replaying [###############---------------] 50 % 20 s left",
            "replaying [##############################] 100 % in 1:30 min",
            "replaying [##############################] 100 % in 1:30 min");
    assertThat(screen.toString()).endsWith(System.lineSeparator());
  }

  @Test
  void anEndBeforeTheTimeKeepsTheLastState() {
    Progress progress = begin(Style.BAR, 10);
    progress.at(3);
    progress.close();
    progress.close();
    progress.at(9);
    assertThat(drawn()).last().isEqualTo("replaying [#########---------------------] 30 %");
    assertThat(screen.toString()).containsOnlyOnce("\n");
  }

  @Test
  void staysInBounds() {
    Progress progress = begin(Style.LINES, 10);
    progress.at(99);
    progress.at(-1);
    Progress nothing = begin(Style.LINES, 0);
    nothing.at(0);
    assertThat(screen.toString().lines())
        .containsExactly("replaying: 100 % (0 s)", "replaying: 100 % (0 s)");
  }

  private Progress begin(Style style, long total) {
    return new Progress(new PrintWriter(screen), style, "replaying", total, () -> now);
  }

  private void passes(Duration time) {
    now += time.toNanos();
  }

  private List<String> drawn() {
    String text = screen.toString().replace("\u001b[K", "").stripTrailing();
    return List.of(text.substring(1).split("\r", -1));
  }
}
