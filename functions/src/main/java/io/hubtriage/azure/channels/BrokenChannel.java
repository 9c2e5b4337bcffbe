package io.hubtriage.azure.channels;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Sent;

/**
 * A channel that cannot send until somebody sets it up. It rejects every notice, so each goes to
 * the fallback channel and the status page says what to do; the other channels work on.
 *
 * @param why what to set
 */
record BrokenChannel(Script script, String why) implements Channel {
  @Override
  public String name() {
    return script.channel();
  }

  @Override
  public Sent send(Notice notice) {
    return Attempt.of(script, notice).ended("not-set-up", new Sent.Rejected(why));
  }
}
