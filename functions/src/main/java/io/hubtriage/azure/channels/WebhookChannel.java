package io.hubtriage.azure.channels;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Sent;
import io.hubtriage.notify.Rendering;
import io.hubtriage.settings.SettingName;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A receiver of the common alert schema over HTTPS. The headers are those of the Standard Webhooks
 * specification (standardwebhooks.com), so its libraries check them:
 *
 * <ul>
 *   <li>{@code webhook-id}: the notice's id, the same whenever a notice is repeated. A receiver
 *       that has seen it answers 2xx and does nothing.
 *   <li>{@code webhook-timestamp}: seconds since 1970 of this attempt. A receiver refuses what is
 *       more than 5 minutes away from its own clock, so a recorded request is soon worthless.
 *   <li>{@code webhook-signature}, if there is a key: {@code v1,} and the base64 of HMAC-SHA256
 *       over {@code <webhook-id>.<webhook-timestamp>.<raw body>}. A receiver computes it from the
 *       bytes as they came, before parsing, and compares in constant time.
 * </ul>
 */
final class WebhookChannel implements Channel {
  private final Script script;
  private final HttpPost post;
  private final Receiver receiver;
  private final Optional<Signer> signer;
  private final Clock clock;

  WebhookChannel(
      Script script, HttpPost post, Receiver receiver, Optional<Signer> signer, Clock clock) {
    this.script = script;
    this.post = post;
    this.receiver = receiver;
    this.signer = signer;
    this.clock = clock;
  }

  static Receiver receiver(SettingName url, Patience patience) {
    return new Receiver("the webhook receiver", url, "look up its address", patience.retry());
  }

  @Override
  public String name() {
    return script.channel();
  }

  @Override
  public Sent send(Notice notice) {
    Attempt attempt = Attempt.of(script, notice);
    Rendering rendering = script.of(notice);
    Reply reply = post.send(rendering, headers(notice.id(), rendering.bytes()));
    return attempt.ended(reply.status(), receiver.judge(reply, clock.instant()));
  }

  private Map<String, String> headers(String id, byte[] body) {
    long timestamp = clock.instant().getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    signer.ifPresent(s -> headers.put("webhook-signature", s.sign(id, timestamp, body)));
    return headers;
  }

  @Override
  public String toString() {
    return "webhook channel " + name();
  }
}
