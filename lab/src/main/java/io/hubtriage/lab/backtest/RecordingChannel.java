package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Sent;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.Renderer;
import io.hubtriage.notify.Rendering;

/** A channel that writes down what it would have sent, byte for byte. */
final class RecordingChannel implements Channel {
  private final Renderer renderer;
  private final Audience audience;
  private final Output output;
  private final SentLog sent;

  RecordingChannel(Renderer renderer, Audience audience, Output output, SentLog sent) {
    this.renderer = renderer;
    this.audience = audience;
    this.output = output;
    this.sent = sent;
  }

  @Override
  public String name() {
    return audience.channel();
  }

  @Override
  public Sent send(Notice notice) {
    Rendering rendering = renderer.render(notice, audience);
    byte[] bytes = rendering.bytes();
    String file = notice.id() + "." + name() + "." + rendering.extension();
    output.notice(file, bytes);
    sent.add(new SentLog.Message(notice, name(), file, bytes));
    return new Sent.Accepted("");
  }
}
