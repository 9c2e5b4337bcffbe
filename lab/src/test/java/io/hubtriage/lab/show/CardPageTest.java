package io.hubtriage.lab.show;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.lab.cli.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page answers over loopback. */
final class CardPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path dir = Path.of("");
  private OutFolder folder = new OutFolder(dir);
  private Serving page = new CardPage(dir).serve(0);

  @BeforeEach
  void serve() {
    page.close();
    folder = new OutFolder(dir);
    page = new CardPage(dir).serve(0);
  }

  @AfterEach
  void stop() {
    page.close();
  }

  @Test
  void anEmptyFolderIsAPageToo() throws Exception {
    assertThat(get("").body()).contains("<main");
    JsonNode overview = json("api/overview");
    assertThat(overview.path("incidentCount").asInt(-1)).isZero();
    assertThat(overview.path("channels")).isEmpty();
    assertThat(overview.path("hubs")).isEmpty();
    assertThat(overview.path("report").asBoolean(true)).isFalse();
    assertThat(json("api/messages?channel=ops").path("total").asInt(-1)).isZero();
    assertThat(get("report.html").statusCode()).isEqualTo(404);
  }

  @Test
  void whatArrivesIsThereAtTheNextRequest() throws Exception {
    String before = json("api/version").path("version").asText();
    folder.card("a-1", "ops", OutFolder.NOON);
    assertThat(json("api/version").path("version").asText()).isNotEqualTo(before);
    JsonNode message = json("api/messages?channel=ops").path("messages").path(0);
    assertThat(message.path("kind").asText()).isEqualTo("opened");
    assertThat(message.path("at").asLong()).isEqualTo(OutFolder.NOON.getEpochSecond());
    assertThat(message.at("/card/body/0/text").asText()).isEqualTo("a-1");
    folder.card("a-2", "ops", OutFolder.NOON.plusSeconds(1));
    assertThat(json("api/messages?channel=ops").path("total").asInt()).isEqualTo(2);
  }

  @Test
  void aMessageNobodyWroteDownHasTheTimeOfItsFile() throws Exception {
    folder.notice("x-1.ops.team.json", "{\"attachments\":[{\"content\":{}}]}");
    long modified =
        Files.getLastModifiedTime(dir.resolve("notices/x-1.ops.team.json"))
            .toInstant()
            .getEpochSecond();
    JsonNode message = json("api/messages?channel=ops.team").path("messages").path(0);
    assertThat(message.path("at").asLong()).isEqualTo(modified);
    assertThat(message.path("kind").asText("none")).isEmpty();
  }

  @Test
  void halfAMessageIsShownAsText() throws Exception {
    folder.notice("x-1.ops.json", "{\"attachments\":[{");
    JsonNode message = json("api/messages?channel=ops").path("messages").path(0);
    assertThat(message.path("format").asText()).isEqualTo("text");
    assertThat(message.path("text").asText()).isEqualTo("{\"attachments\":[{");
  }

  @Test
  void halfALineIsReadOnceItIsWhole() throws Exception {
    folder.row(OutFolder.NOON, "crash-loop").append("attributions.jsonl", "{\"time\":\"2026-03-0");
    assertThat(rows()).isEqualTo(1);
    folder.append("attributions.jsonl", "2T12:00:00Z\",\"hub\":\"h\",\"cause\":\"crash-loop\"}\n");
    assertThat(rows()).isEqualTo(2);
  }

  private long rows() throws Exception {
    return json("api/overview").at("/causes/0/rows").asLong();
  }

  @ParameterizedTest
  @CsvSource({"24,24,0", "25,25,0", "26,25,1"})
  void aPageHasTheLastMessages(int sent, int shown, int start) throws Exception {
    for (int i = 0; i < sent; i++) {
      folder.card("m%02d".formatted(i), "ops", OutFolder.NOON.plusSeconds(i));
    }
    JsonNode answer = json("api/messages?channel=ops");
    assertThat(answer.path("messages")).hasSize(shown);
    assertThat(answer.path("start").asInt()).isEqualTo(start);
    assertThat(answer.path("messages").path(shown - 1).at("/card/body/0/text").asText())
        .isEqualTo("m%02d".formatted(sent - 1));
    assertThat(json("api/messages?channel=ops&before=" + start).path("messages")).hasSize(start);
  }

  @Test
  void aPageCanBeAskedForAroundAMessage() throws Exception {
    for (int i = 0; i < 60; i++) {
      folder.card("m%02d".formatted(i), "ops", OutFolder.NOON.plusSeconds(i));
    }
    JsonNode answer = json("api/messages?channel=ops&around=m30.ops.json");
    assertThat(answer.findValuesAsText("file")).contains("m30.ops.json").doesNotContain("m59");
    assertThat(answer.path("end").asInt()).isEqualTo(42);
  }

  @Test
  void aMailHasHeadersTextAndHtmlThatOpensLinksElsewhere() throws Exception {
    folder.notice(
        "m-1.mail.eml",
        """
        From: a@example.com
        Subject: =?UTF-8?B?5YiH5pat?=
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        plain
        --b
        Content-Type: text/html; charset=utf-8

        <html><head><title>t</title></head><body>rich</body></html>
        --b--
        """);
    JsonNode mail = json("api/messages?channel=mail").path("messages").path(0).path("mail");
    assertThat(mail.path("subject").asText()).isEqualTo("切断");
    assertThat(mail.path("headers").path(1).path(1).asText()).isEqualTo("切断");
    assertThat(mail.path("text").asText()).isEqualTo("plain");
    HttpResponse<String> html = get("mail/m-1.mail.eml");
    assertThat(html.body()).contains("<head><base target=\"_blank\"><title>t").contains("rich");
    assertThat(policy(html)).contains("sandbox").doesNotContain("allow-scripts");
  }

  @Test
  void nothingButItsOwnScriptsMayRun() throws Exception {
    for (String path :
        new String[] {"", "js/page.js", "api/overview", "lib/adaptivecards.min.js"}) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(policy(answer))
          .as(path)
          .contains("default-src 'none'", "script-src 'self';")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
    assertThat(get("").body()).doesNotContain("<script>", "onclick", "style=", "http://", "https:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notices/..%2Fsecret.ops.json",
        "notices/%2Fetc%2Fpasswd",
        "mail/..%2Fsecret.ops.eml",
        "js/..%2Fpage.html",
        "page.class",
        "lib/README.md",
        "Routes.class"
      })
  void nothingElseIsServed(String path) throws Exception {
    folder.append("secret.ops.json", "{}").append("secret.ops.eml", "Subject: s\n\n<p>");
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "api/timeline?hub=none, there is no hub none",
    "api/timeline?hub=h&from=x, 'For input string: \"x\"'",
    "api/messages?channel=ops&before=x, 'For input string: \"x\"'"
  })
  void aQuestionThatMakesNoSenseIsAnsweredSo(String path, String words) throws Exception {
    folder.row(OutFolder.NOON, "throttled").card("a", "ops", OutFolder.NOON);
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() throws Exception {
    String tag = get("page.css").headers().firstValue("ETag").orElseThrow();
    HttpRequest again =
        HttpRequest.newBuilder(page.uri().resolve("page.css")).header("If-None-Match", tag).build();
    assertThat(CLIENT.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, localhost, 200",
    "GET, 127.0.0.1:7070, 200",
    "GET, [::1]:7070, 200",
    "HEAD, localhost, 200",
    "GET, evil.example, 403",
    "GET, localhost.evil.example:80, 403",
    "POST, localhost, 405",
    "DELETE, localhost, 405"
  })
  void onlyLoopbackReads(String method, String host, int status) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.uri().getPort());
        OutputStream out = socket.getOutputStream()) {
      String request = method + " / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void aTakenPortIsSaidInOneLine() {
    int taken = page.uri().getPort();
    assertThatThrownBy(() -> new CardPage(dir).serve(taken))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("port " + taken)
        .hasMessageContaining("name another port");
  }

  @Test
  void aFolderThatIsNotThereIsSaidInOneLine() {
    assertThatThrownBy(() -> new CardPage(dir.resolve("none")).serve(0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none: there is no such folder");
  }

  @Test
  void closedMeansClosed() {
    URI uri = page.uri();
    page.close();
    assertThatThrownBy(
            () -> CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()))
        .isInstanceOf(ConnectException.class);
    try (Serving again = new CardPage(dir).serve(uri.getPort())) {
      assertThat(again.uri()).isEqualTo(uri);
    }
  }

  private static String policy(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(page.uri().resolve(path)).build(), BodyHandlers.ofString());
  }
}
