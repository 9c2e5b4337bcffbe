package io.hubtriage.settings;

import java.time.Duration;
import java.util.List;

/**
 * How patient the incidents are.
 *
 * @param offlineGrace how long after its disconnect event a device may stay away before it counts
 *     as offline; 1 to 10 minutes
 * @param reminders times after an incident opened at which it is told again; ascending, may be
 *     empty
 * @param remindersThenEvery how often after the last of them; 1 hour to 7 days
 * @param newMembersEvery how often at most new members of an open incident are told; 5 minutes to 1
 *     day
 * @param offlineWatch after how long an offline device is no longer waited for; 1 to 30 days
 */
public record Thresholds(
    Duration offlineGrace,
    List<Duration> reminders,
    Duration remindersThenEvery,
    Duration newMembersEvery,
    Duration offlineWatch) {
  /** What holds unless the file says otherwise. */
  public static final Thresholds DEFAULT =
      new Thresholds(
          Duration.ofMinutes(5),
          List.of(Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24)),
          Duration.ofDays(1),
          Duration.ofHours(4),
          Duration.ofDays(7));

  /** Copies the list. */
  public Thresholds {
    reminders = List.copyOf(reminders);
  }
}
