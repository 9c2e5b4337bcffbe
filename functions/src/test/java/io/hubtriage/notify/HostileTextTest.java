package io.hubtriage.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.incident.Notice;
import io.hubtriage.notify.email.Addresses;
import io.hubtriage.notify.email.EmailRenderer;
import io.hubtriage.notify.teams.TeamsRenderer;
import io.hubtriage.notify.text.Foreign;
import io.hubtriage.notify.webhook.WebhookRenderer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * One test over all channels: whatever a device is called, it is a name in every message, nothing
 * else, and one can read which.
 */
final class HostileTextTest {
  /** learn.microsoft.com/azure/iot-hub/iot-hub-devguide-identity-registry. */
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-:.+%_#*?!(),=@;$'";

  /** What some layer may take for more than a name, or not show. */
  private static final List<String> ODD =
      List.of(
          "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
          "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}",
          "00123",
          "1e9",
          "0x1F",
          "-7",
          "true",
          "null",
          "NaN",
          "2026-03-10",
          "=1+1",
          "@everyone",
          "<at>x</at>",
          "\u202egnp.exe",
          "a\u200bb\u200d\ufeff",
          "\u2066x\u2069",
          "<script>alert(1)</script>",
          "[x](https://example.com)",
          "**x** _y_ ~~z~~",
          "{{DATE(x)}} ${y}",
          "x\r\nBcc: y@example.com",
          "\"],\"x\":[\"",
          "&lt;&#60;",
          "../../..",
          "\ud800",
          "\u0000");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EmailRenderer EMAIL =
      new EmailRenderer(new Addresses("hubtriage@example.com", List.of("ops@example.com")));

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(ODD),
        Arbitraries.strings().withChars(ALPHABET).ofMinLength(1).ofMaxLength(128),
        Arbitraries.of(ODD).list().ofMinSize(2).ofMaxSize(4).map(odd -> String.join("", odd)));
  }

  @Property(tries = 300)
  void aNameIsANameInTeams(@ForAll("names") String name) throws Exception {
    JsonNode card = JSON.readTree(rendered(new TeamsRenderer(), name));
    List<String> texts = texts(card);
    assertThat(texts).anyMatch(text -> text.contains(Foreign.MARKDOWN.tame(name, 128)));
    assertThat(texts).allMatch(HostileTextTest::shows);
    assertThat(card.findValuesAsText("type")).doesNotContain("Action.Submit", "Action.Execute");
  }

  @Property(tries = 300)
  void aNameIsANameInAWebhook(@ForAll("names") String name) throws Exception {
    JsonNode body = JSON.readTree(rendered(new WebhookRenderer(), name));
    JsonNode id = body.at("/data/alertContext/devices/0/deviceId");
    assertThat(id.isTextual()).as("a number stays a text").isTrue();
    assertThat(id.textValue()).isEqualTo(Foreign.PLAIN.tame(name, 128));
    assertThat(body.get("data")).hasSize(2);
    assertThat(texts(body)).allMatch(HostileTextTest::shows);
  }

  @Property(tries = 300)
  void aNameIsANameInAMail(@ForAll("names") String name) throws Exception {
    MimeMessage mail =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(rendered(EMAIL, name)));
    assertThat(mail.getHeader("Bcc")).isNull();
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    String text = parts.getBodyPart(0).getContent().toString();
    String html = parts.getBodyPart(1).getContent().toString();
    String shown = Foreign.PLAIN.tame(name, 128);
    assertThat(text).contains(shown);
    assertThat(unescaped(html)).contains(shown);
    assertThat(html).doesNotContain("<script", "<at>", "<x");
    assertThat(shows(text.replaceAll("[\r\n]", ""))).isTrue();
  }

  private static byte[] rendered(Renderer renderer, String name) {
    Notice notice = Odd.notice(List.of(name));
    return renderer.render(notice, Samples.audience(Locale.ENGLISH)).bytes();
  }

  /** Nothing in it hides, turns round or ends the line; of cards only the lists' own line ends. */
  private static boolean shows(String text) {
    return text.replace("\n", "")
        .codePoints()
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x3D;", "=")
        .replace("&#x60;", "`")
        .replace("&amp;", "&");
  }
}
