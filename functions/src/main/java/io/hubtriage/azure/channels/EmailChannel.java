package io.hubtriage.azure.channels;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Sent;

/** Mails over SMTP; Azure Communication Services takes them that way, too. */
final class EmailChannel implements Channel, AutoCloseable {
  private final Script script;
  private final SmtpLine line;
  private final MailServer server;

  EmailChannel(Script script, SmtpLine line, MailServer server) {
    this.script = script;
    this.line = line;
    this.server = server;
  }

  @Override
  public String name() {
    return script.channel();
  }

  @Override
  public Sent send(Notice notice) {
    Attempt attempt = Attempt.of(script, notice);
    SmtpReply reply = line.send(script.of(notice).bytes());
    return attempt.ended(reply.status(), server.judge(reply));
  }

  @Override
  public void close() {
    line.close();
  }

  @Override
  public String toString() {
    return "e-mail channel " + name();
  }
}
