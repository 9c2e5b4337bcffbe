package io.hubtriage.azure.channels;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Sent;
import io.hubtriage.settings.SettingName;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Teams channel or chat behind a Power Automate workflow.
 *
 * <p>A workflow answers 202 before it has posted anything, so that is no proof. One that ends in a
 * <em>Response</em> action with status 200 and the body
 * {@code @{triggerOutputs()?['headers']?['X-HubTriage-Notice']}} answers after posting, with the
 * notice's id: that is kept as proof of delivery.
 */
final class TeamsChannel implements Channel {
  /** Carries the notice's id, for the workflow to answer with. */
  static final String NOTICE_HEADER = "X-HubTriage-Notice";

  /**
   * Failures behind an answer of 200, as in "Microsoft Teams endpoint returned HTTP error 429"
   * (learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using).
   */
  private static final Pattern HIDDEN_ERROR =
      Pattern.compile("\\berror:?\\s+([45]\\d\\d)\\b", Pattern.CASE_INSENSITIVE);

  private final Script script;
  private final HttpPost post;
  private final Receiver receiver;
  private final Clock clock;

  TeamsChannel(Script script, HttpPost post, Receiver receiver, Clock clock) {
    this.script = script;
    this.post = post;
    this.receiver = receiver;
    this.clock = clock;
  }

  static Receiver receiver(SettingName url, Patience patience) {
    return new Receiver("the Teams workflow", url, "create it again", patience.retry());
  }

  @Override
  public String name() {
    return script.channel();
  }

  @Override
  public Sent send(Notice notice) {
    Attempt attempt = Attempt.of(script, notice);
    Reply reply = unmasked(post.send(script.of(notice), Map.of(NOTICE_HEADER, notice.id())));
    Sent sent = receiver.judge(reply, clock.instant());
    return attempt.ended(
        reply.status(), proven(reply, notice) ? new Sent.Accepted(notice.id()) : sent);
  }

  /** An error in the body counts before anything else there: a repeated card beats a lost one. */
  private static Reply unmasked(Reply reply) {
    return reply instanceof Reply.Answered answer && answer.success()
        ? hiddenError(answer)
            .<Reply>map(code -> new Reply.Answered(code, answer.retryAfter(), ""))
            .orElse(answer)
        : reply;
  }

  private static Optional<Integer> hiddenError(Reply.Answered answer) {
    Matcher error = HIDDEN_ERROR.matcher(answer.body());
    return error.find() ? Optional.of(Integer.parseInt(error.group(1))) : Optional.empty();
  }

  private static boolean proven(Reply reply, Notice notice) {
    return reply instanceof Reply.Answered answer
        && answer.code() == 200
        && answer.body().contains(notice.id());
  }

  @Override
  public String toString() {
    return "Teams channel " + name();
  }
}
