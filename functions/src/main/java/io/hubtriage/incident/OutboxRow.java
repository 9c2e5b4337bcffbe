package io.hubtriage.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * One notice on its way to one channel.
 *
 * @param attempts how often sending was begun
 * @param notBefore when it is due; while it is being sent, when somebody else may try
 * @param sentAt when the channel took it; empty before
 * @param proof what the channel answered, why it would not, or the summary that stands for it;
 *     {@code ""} if there is nothing to say
 */
public record OutboxRow(
    Notice notice,
    String channel,
    State state,
    int attempts,
    Instant notBefore,
    Optional<Instant> sentAt,
    String proof) {

  /** How far it is. */
  public enum State {
    /** Not sent yet, or being sent. */
    PENDING,
    /** The channel took it. */
    SENT,
    /** The channel asked for patience. */
    DEFERRED,
    /** The channel's budget is spent; it goes out with others, in one summary. */
    HELD,
    /** A summary stands for it. */
    SUMMARISED,
    /** The channel will never take it. */
    REJECTED;

    /** Whether it still has to be sent. */
    public boolean waits() {
      return this == PENDING || this == DEFERRED || this == HELD;
    }
  }

  /** A row that is due as soon as the notice was decided. */
  public static OutboxRow of(Notice notice, String channel) {
    return new OutboxRow(notice, channel, State.PENDING, 0, notice.at(), Optional.empty(), "");
  }

  /** Whether it should be sent at {@code now}. */
  public boolean due(Instant now) {
    return state.waits() && !notBefore.isAfter(now);
  }

  /** Whether both are the same notice on the same channel. */
  public boolean sameAs(OutboxRow other) {
    return notice.id().equals(other.notice.id()) && channel.equals(other.channel);
  }

  OutboxRow begun(Instant retryAt) {
    return new OutboxRow(notice, channel, state, attempts + 1, retryAt, sentAt, proof);
  }

  OutboxRow sent(Instant now, String proof) {
    return new OutboxRow(notice, channel, State.SENT, attempts, notBefore, Optional.of(now), proof);
  }

  OutboxRow waiting(State state, Instant until, String why) {
    return new OutboxRow(notice, channel, state, attempts, until, sentAt, why);
  }

  OutboxRow closed(State state, String why) {
    return new OutboxRow(notice, channel, state, attempts, notBefore, sentAt, why);
  }
}
