package io.hubtriage.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.report.Body.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
  @Test
  void readsACardFromTopToBottom() {
    Body body = CardText.read(Stories.resource("card.json"));
    List<String> lines = body.lines().stream().map(Line::joined).toList();
    assertThat(lines)
        .containsSubsequence(
            "Critical · New incident",
            "IoT Hub fault: 431 devices, 37 of them offline",
            "Why",
            "What to do",
            "Device, State, Since",
            "Runbook",
            "Open the hub");
    assertThat(body.lines())
        .contains(
            Line.link("Runbook", "https://wiki.example.com/runbooks/iot-hub"),
            Line.cells(
                List.of(
                    "gateway_1/filter\nJava 2.5.0 · Mqtt · sas · 203.0.113.XXX",
                    "Offline",
                    "11:19 UTC")));
  }

  @Test
  void readsElementsItDoesNotKnow() {
    Body body =
        card(
            "{\"type\":\"Future\",\"items\":[{\"type\":\"TextBlock\",\"text\":\"a\\\\_b\\n- c\"}]},"
                + "{\"type\":\"Table\",\"rows\":[{\"type\":\"TableRow\",\"cells\":["
                + "{\"type\":\"TableCell\",\"items\":[{\"type\":\"TextBlock\",\"text\":\"x\"}]},"
                + "{\"type\":\"TableCell\",\"items\":[]}]}]},"
                + "{\"type\":\"FactSet\",\"facts\":[{\"title\":\"t\",\"value\":\"v\"}]}");
    assertThat(body.lines())
        .containsExactly(
            Line.plain("plain", "a_b"),
            Line.plain("plain", "- c"),
            Line.cells(List.of("x", "")),
            Line.fact("t", "v"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "http://example.com", "data:text/html,x", ""})
  void linksOnlyWhatIsSafe(String url) {
    Body body = card("{\"type\":\"Action.OpenUrl\",\"title\":\"go\",\"url\":\"" + url + "\"}");
    assertThat(body.lines()).extracting(Line::href).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json {", "[1, 2]"})
  void showsWhatIsNoCardAsItIs(String text) {
    Body body = CardText.read(text);
    assertThat(body.lines()).isEmpty();
    assertThat(body.text().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
  }

  @Test
  void decodesAMail() {
    Body body = MailText.read(Stories.resource("mail.eml"));
    assertThat(body.subject()).isEqualTo("IoT Hub contoso-plant: devices disconnecting – 24 Nov");
    assertThat(body.text())
        .startsWith("Critical · New incident")
        .endsWith("Azure status.")
        .doesNotContain("=C2", "<p>", "Content-Type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: s\r\nContent-Type: text/html\r\n\r\n<p>x</p>",
        "Subject: s\r\nContent-Type: text/plain; charset=no-such\r\n\r\nx"
      })
  void showsAMailWithoutReadableTextAsItIs(String mail) {
    assertThat(MailText.read(mail).text()).isEqualTo(mail);
  }

  private static Body card(String elements) {
    return CardText.read(
        "{\"attachments\":[{\"content\":{\"type\":\"AdaptiveCard\",\"body\":["
            + elements
            + "]}}]}");
  }
}
