package io.hubtriage.watch;

import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Deliveries.Tally;
import io.hubtriage.model.Evidence.Finding;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a channel takes what it is given. One that rejected a notice and took none since is deaf,
 * and stays so until it takes one: that nothing more was tried is no recovery.
 */
public final class ChannelsCheck {
  private ChannelsCheck() {}

  /**
   * Looks at one channel.
   *
   * @param tally its deliveries of the last day
   * @param open the trouble people were told of
   */
  public static Optional<Sight> check(String channel, Tally tally, Optional<Sight> open) {
    Optional<Instant> bad = tally.lastRejectedAt().filter(at -> !took(tally, at));
    return bad.map(at -> sight(channel, tally, at))
        .or(() -> open.filter(told -> !took(tally, told.since())));
  }

  private static Sight sight(String channel, Tally tally, Instant at) {
    Finding finding =
        Finding.of(
            "blind-channel-rejects",
            "channel",
            channel,
            "reason",
            tally.lastRejection().orElse(""));
    return new Sight(Blindness.CHANNEL_REJECTS, channel, at, finding);
  }

  private static boolean took(Tally tally, Instant since) {
    return tally.lastSent().filter(sent -> sent.isAfter(since)).isPresent();
  }
}
