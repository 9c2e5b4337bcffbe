package io.hubtriage.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.notify.email.Addresses;
import io.hubtriage.notify.email.EmailRenderer;
import io.hubtriage.notify.teams.TeamsRenderer;
import io.hubtriage.notify.webhook.WebhookRenderer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every cause, kind and language, as people get to see them. */
final class GoldenTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);
  private static final List<NoticeKind> KINDS =
      List.of(
          NoticeKind.OPENED,
          NoticeKind.GREW,
          NoticeKind.UPGRADED,
          NoticeKind.REMINDER,
          NoticeKind.RESOLVED);

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void teams() throws Exception {
    Renderer renderer = new TeamsRenderer();
    Map<String, String> files = new TreeMap<>();
    for (Locale locale : LANGUAGES) {
      Stream<Notice> blind =
          Stream.of(Blindness.LOG_UNREAD, Blindness.EVENTS_UNREAD, Blindness.MANY_UNKNOWN)
              .map(kind -> Samples.blind(kind, NoticeKind.OPENED));
      for (Notice notice : Stream.of(incidents(KINDS), others(), blind).flatMap(n -> n).toList()) {
        files.put(name(notice, locale, "json"), pretty(renderer, notice, locale));
      }
    }
    Golden.check("teams", files);
  }

  @Test
  void webhook() throws Exception {
    Renderer renderer = new WebhookRenderer();
    Map<String, String> files = new TreeMap<>();
    for (Locale locale : LANGUAGES) {
      Stream<Notice> opened = incidents(List.of(NoticeKind.OPENED)).filter(n -> alerts(n.facts()));
      Stream<Notice> later =
          Stream.of(NoticeKind.UPGRADED, NoticeKind.RESOLVED)
              .map(kind -> Samples.notice(Cause.HUB_TRANSIENT, kind));
      for (Notice notice : Stream.of(opened, later, others()).flatMap(n -> n).toList()) {
        files.put(name(notice, locale, "json"), pretty(renderer, notice, locale));
      }
    }
    Golden.check("webhook", files);
  }

  @Test
  void email() throws Exception {
    Renderer renderer =
        new EmailRenderer(
            new Addresses("HubTriage <hubtriage@example.com>", List.of("ops@example.com")));
    Map<String, String> files = new TreeMap<>();
    for (Locale locale : LANGUAGES) {
      Stream<Notice> some =
          incidents(List.of(NoticeKind.OPENED)).filter(n -> !n.id().contains("planned"));
      Notice over = Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.RESOLVED);
      for (Notice notice : Stream.concat(some, Stream.concat(Stream.of(over), others())).toList()) {
        files.put(name(notice, locale, "txt"), decoded(renderer, notice, locale));
      }
    }
    Golden.check("email", files);
  }

  @Test
  void staysSmallEnoughToReview() {
    assertThat(Golden.size()).isBetween(100_000L, 1_500_000L);
  }

  /** Causes that never alert need no stories about growing and reminding. */
  private static Stream<Notice> incidents(List<NoticeKind> kinds) {
    return Stream.of(Cause.values())
        .flatMap(
            cause ->
                kinds.stream()
                    .filter(kind -> !cause.benign() || kind == NoticeKind.OPENED)
                    .map(kind -> Samples.notice(cause, kind)));
  }

  private static boolean alerts(Facts facts) {
    return ((Facts.OfIncident) facts).severity().alerts();
  }

  private static Stream<Notice> others() {
    return Stream.of(
        Samples.provisional(),
        Samples.sparse(),
        Samples.digest(),
        Samples.blindDigest(),
        Samples.summary(),
        Samples.blind(Blindness.ROWS_MISSING, NoticeKind.OPENED),
        Samples.blind(Blindness.CHANNEL_REJECTS, NoticeKind.OPENED),
        Samples.blind(Blindness.LOG_UNREAD, NoticeKind.RESOLVED));
  }

  private static String name(Notice notice, Locale locale, String extension) {
    return notice.id().substring(2) + "." + locale.getLanguage() + "." + extension;
  }

  /** The query in its link is shown as text: packed bytes differ between zlib versions. */
  private static String pretty(Renderer renderer, Notice notice, Locale locale) throws Exception {
    Rendering rendering = renderer.render(notice, Samples.audience(locale));
    String json =
        JSON.writer(
                new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter(" ", "\n"))
                    .withArrayIndenter(new DefaultIndenter(" ", "\n")))
            .writeValueAsString(JSON.readTree(rendering.bytes()));
    return SharedQuery.unpack(json) + "\n";
  }

  private static String decoded(Renderer renderer, Notice notice, Locale locale) throws Exception {
    byte[] bytes = renderer.render(notice, Samples.audience(locale)).bytes();
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    String headers =
        Collections.list(mail.getAllHeaderLines()).stream()
            .filter(line -> !line.startsWith("Subject") && !line.startsWith("Thread-Topic"))
            .collect(Collectors.joining("\n"));
    String all =
        headers
            + "\nSubject: "
            + mail.getSubject()
            + "\n\n"
            + parts.getBodyPart(0).getContent()
            + "\n"
            + parts.getBodyPart(1).getContent();
    return SharedQuery.unpack(all.replace("\r\n", "\n"));
  }
}
