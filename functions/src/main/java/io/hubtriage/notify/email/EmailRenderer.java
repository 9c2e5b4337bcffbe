package io.hubtriage.notify.email;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.Renderer;
import io.hubtriage.notify.Rendering;
import io.hubtriage.notify.bulletin.Bulletin;
import io.hubtriage.notify.bulletin.BulletinWriter;
import io.hubtriage.notify.bulletin.Room;
import io.hubtriage.notify.text.Foreign;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Notices as MIME messages ready for SMTP, with a text and an HTML part that say the same. */
public final class EmailRenderer implements Renderer {
  private final Addresses addresses;
  private final BulletinWriter writer = new BulletinWriter();
  private final MailTemplate text = MailTemplate.text();
  private final MailTemplate html = MailTemplate.html();

  /** Renders mails for these correspondents. */
  public EmailRenderer(Addresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public Rendering render(Notice notice, Audience audience) {
    Bulletin bulletin = writer.write(notice, audience, Foreign.PLAIN, Room.AMPLE);
    Mail mail =
        new Mail(
            addresses,
            Conversation.of(notice, addresses.domain()),
            writer.subject(notice, audience),
            notice.at(),
            audience.locale().getLanguage(),
            text.fill(bulletin, audience.locale().getLanguage()),
            html.fill(bulletin, audience.locale().getLanguage()));
    return new Rendering(mail.bytes(), "eml", "message/rfc822");
  }

  /**
   * How mail programs find what belongs together (RFC 5322, 3.6.4). All notices of an incident
   * point to one parent that is never sent, so that they are one conversation whichever arrives
   * first or is lost.
   *
   * @param notice the notice's id
   * @param incident the incident's id, {@code ""} if the mail stands alone
   */
  record Conversation(String notice, String incident, String domain) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,64}");

    static Conversation of(Notice notice, String domain) {
      return new Conversation(notice.id(), conversation(notice.facts()), domain);
    }

    private static String conversation(Facts facts) {
      if (facts instanceof Facts.OfBlindness blindness) {
        return token(blindness.spellId());
      }
      return facts instanceof Facts.OfIncident incident ? token(incident.incidentId()) : "";
    }

    String messageId() {
      return "<notice." + notice + "@" + domain + ">";
    }

    String parentId() {
      return "<incident." + incident + "@" + domain + ">";
    }

    /** The id itself where it is fit for a header, as ours are; else a digest of it. */
    private static String token(String id) {
      return PLAIN.matcher(id).matches() ? id : digest(id);
    }

    private static String digest(String id) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
