package io.hubtriage.notify.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.notify.Odd;
import io.hubtriage.notify.Samples;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailRendererTest {
  private static final Addresses ADDRESSES =
      new Addresses(
          "ハブ監視 <hubtriage@example.com>", List.of("ops@example.com", "Night <night@example.com>"));

  private final EmailRenderer renderer = new EmailRenderer(ADDRESSES);

  @Test
  void allNoticesOfAnIncidentAreOneConversation() throws MessagingException {
    Set<String> threads =
        Stream.of(NoticeKind.OPENED, NoticeKind.GREW, NoticeKind.REMINDER, NoticeKind.RESOLVED)
            .map(kind -> read(Samples.notice(Cause.HUB_TRANSIENT, kind)))
            .map(mail -> header(mail, "References") + header(mail, "In-Reply-To") + subject(mail))
            .collect(Collectors.toSet());
    assertThat(threads).hasSize(1);
  }

  @Test
  void messagesOfDifferentNoticesDiffer() {
    assertThat(header(read(Samples.notice(Cause.THROTTLED, NoticeKind.OPENED)), "Message-ID"))
        .isEqualTo("<notice.n-throttled-opened@example.com>")
        .isNotEqualTo(header(read(Samples.notice(Cause.THROTTLED, NoticeKind.GREW)), "Message-ID"));
  }

  @Test
  void digestsStandAlone() {
    MimeMessage mail = read(Samples.digest());
    assertThat(header(mail, "References")).isNull();
    assertThat(subject(mail)).isEqualTo("IoT Hub contoso-plant: daily digest, 23 Nov");
  }

  @Test
  void saysThatAMachineWroteIt() {
    MimeMessage mail = read(Samples.notice(Cause.CRASH_LOOP, NoticeKind.OPENED));
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(mail, "X-HubTriage-Notice")).isEqualTo("n-crash-loop-opened");
    assertThat(header(mail, "X-HubTriage-Incident")).isEqualTo("81c0");
    assertThat(header(mail, "Date")).isEqualTo("Tue, 24 Nov 2026 12:00:00 +0000");
  }

  @Test
  void keepsNamesOfCorrespondents() throws MessagingException {
    MimeMessage mail = read(Samples.digest());
    assertThat(mail.getFrom()[0]).isEqualTo(Addresses.parse("ハブ監視 <hubtriage@example.com>"));
    assertThat(mail.getFrom()[0].toString()).contains("hubtriage@example.com");
    assertThat(mail.getAllRecipients()).hasSize(2);
  }

  @Test
  void equalNoticesGiveEqualBytes() {
    Notice notice = Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.OPENED);
    assertThat(new EmailRenderer(ADDRESSES).render(notice, Samples.audience(Locale.JAPANESE)))
        .isEqualTo(renderer.render(notice, Samples.audience(Locale.JAPANESE)));
  }

  @Property(tries = 200)
  void noTextBreaksOutOfItsPlace(@ForAll @NotEmpty String text) throws Exception {
    String hostile = text + "\r\nBcc: x@example.com\r\n\r\n<script>alert(1)</script>";
    MimeMessage mail = read(Odd.notice(hostile, 3));
    assertThat(names(mail)).isEqualTo(names(read(Samples.provisional())));
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(1).getContent().toString()).doesNotContain("<script");
  }

  @Test
  void everyLineIsShortAsciiAndEndsInCrLf() throws IOException {
    byte[] bytes =
        renderer
            .render(Odd.notice("漢_".repeat(300), 10), Samples.audience(Locale.JAPANESE))
            .bytes();
    String mail = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(mail.chars()).allMatch(c -> c < 0x80);
    assertThat(mail.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(mail.split("\r\n", -1)).allMatch(line -> line.length() <= 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ops", "a@b\r\nBcc: c@d", "ops@", "a@b, c@d", "オプス@example.com"})
  void refusesWhatIsNoAddress(String address) {
    assertThatThrownBy(() -> new Addresses("a@example.com", List.of(address)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNobody() {
    assertThatThrownBy(() -> new Addresses("a@example.com", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no recipient");
  }

  private static List<String> names(MimeMessage mail) throws MessagingException {
    return Collections.list(mail.getAllHeaders()).stream().map(Header::getName).toList();
  }

  private MimeMessage read(Notice notice) {
    byte[] bytes = renderer.render(notice, Samples.audience(Locale.ENGLISH)).bytes();
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static @org.jspecify.annotations.Nullable String header(MimeMessage mail, String name) {
    try {
      return mail.getHeader(name, null);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return java.util.Objects.requireNonNull(mail.getSubject());
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
