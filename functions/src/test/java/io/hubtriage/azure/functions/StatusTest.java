package io.hubtriage.azure.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import io.hubtriage.azure.ScriptedServer.Reply;
import io.hubtriage.model.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Answers;

/** What whoever watches HubTriage reads, and that it never keeps silent about itself. */
@Timeout(120)
final class StatusTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String START = "09:00:00";

  private final Path folder;
  private final AppStory story;
  private final App app;

  StatusTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.story = new AppStory(folder, START);
    this.app = story.app;
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void blindUntilTheFirstSweeps() {
    Answer before = ask();
    assertThat(before.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(before.problems("blind")).hasSize(2).allMatch(what -> what.endsWith("so far"));
    app.sweepEvents();
    app.sweepLogs();
    Answer after = ask();
    assertThat(after.status()).isEqualTo(HttpStatus.OK);
    assertThat(after.problems("blind")).isEmpty();
  }

  @Test
  void tellsWhatItKnows() {
    Instant dropped = AppStory.at("09:01:10");
    story.connects("pump-1", AppStory.at("08:50:00"));
    story.drops("pump-7", dropped, Signal.CLOSED_REMOTELY).until("09:15:00");
    Answer answer = ask();
    assertThat(answer.status()).isEqualTo(HttpStatus.OK);
    assertThat(answer.body().get("problems")).isEmpty();
    JsonNode hub = answer.body().get("hubs").get(0);
    assertThat(hub.get("hub").textValue()).isEqualTo("plant-berlin");
    assertThat(hub.at("/log/watermark").textValue()).isEqualTo("2026-03-10T09:15:00Z");
    assertThat(hub.at("/log/newestRow").textValue()).isEqualTo(dropped.toString());
    assertThat(hub.at("/log/newestRowAgeSeconds").longValue()).isEqualTo(13 * 60 + 50);
    assertThat(hub.at("/log/lateRowsWaitedForSeconds").longValue()).isEqualTo(20 * 60);
    assertThat(hub.at("/events/sweptAt").textValue()).isEqualTo("2026-03-10T09:15:00Z");
    assertThat(hub.at("/events/devicesAway").intValue()).isEqualTo(1);
    JsonNode open = hub.get("openIncidents");
    assertThat(open).hasSize(1);
    assertThat(open.get(0).get("impact").textValue()).isEqualTo("offline");
    assertThat(open.get(0).get("devices").intValue()).isEqualTo(1);
    assertThat(answer.body().get("channels")).hasSize(2);
    for (JsonNode channel : answer.body().get("channels")) {
      assertThat(channel.get("sent").intValue()).isEqualTo(app.heard().size());
      assertThat(channel.get("lastSent").textValue()).startsWith("2026-03-10T09:");
      assertThat(channel.get("rejected").intValue()).isZero();
    }
  }

  /** Three intervals: 15 min for the log, 3 min for the events. */
  @ParameterizedTest
  @CsvSource({
    "900, 180, 200",
    "901, 0, 503",
    "0, 181, 503",
  })
  void blindAfterThreeMissedSweeps(int sinceLogs, int sinceEvents, int status) {
    Instant now = AppStory.at("10:00:00");
    app.clock.set(now.minusSeconds(sinceLogs));
    app.sweepLogs();
    app.clock.set(now.minusSeconds(sinceEvents));
    app.sweepEvents();
    app.clock.set(now);
    assertThat(ask().status().value()).isEqualTo(status);
  }

  @Test
  void saysWhyTheLogDoesNotAnswer() {
    app.sweepLogs();
    app.sweepEvents();
    app.log.answers(403);
    Answer answer = ask();
    assertThat(answer.status()).as("the last sweep was just now").isEqualTo(HttpStatus.OK);
    assertThat(answer.problems("warning"))
        .anyMatch(what -> what.contains("the role Log Analytics Reader"));
  }

  @Test
  void tellsOfAChannelThatRejects() {
    app.teams.script(Reply.text(404, Map.of(), ""), Reply.text(202, Map.of(), ""));
    story.drops("pump-7", AppStory.at("09:01:10"), Signal.CLOSED_REMOTELY).until("09:10:00");
    Answer answer = ask();
    assertThat(answer.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(answer.problems("blind"))
        .singleElement()
        .asString()
        .contains("Channel ops rejected")
        .doesNotContain("sig=secret");
    story.connects("pump-7", AppStory.at("09:11:10")).until("09:30:00");
    Answer after = ask();
    assertThat(after.status()).as("it took one since").isEqualTo(HttpStatus.OK);
    assertThat(after.problems("warning")).singleElement().asString().contains("channel ops");
  }

  @Test
  void tellsOfASecretThatIsMissing() {
    app.environment.remove("TEAMS_OPS_URL");
    app.sweepLogs();
    app.sweepEvents();
    assertThat(ask().problems("warning")).anyMatch(what -> what.contains("TEAMS_OPS_URL"));
  }

  @Test
  void countsEventsThatCouldNotBeRead() {
    app.receive("no event");
    app.receive("no event either");
    app.sweepLogs();
    app.sweepEvents();
    Answer answer = ask();
    assertThat(answer.status()).isEqualTo(HttpStatus.OK);
    assertThat(answer.body().get("parkedEvents").intValue()).isEqualTo(2);
    assertThat(answer.problems("warning"))
        .anyMatch(what -> what.startsWith("2 events could not be read"));
  }

  @Test
  void tellsOfNoticesThatWait() {
    app.teams.script(Reply.text(429, Map.of("Retry-After", "60"), ""));
    story.drops("pump-7", AppStory.at("09:01:10"), Signal.CLOSED_REMOTELY).until("09:10:00");
    app.clock.set(AppStory.at("09:10:00").plus(Duration.ofMinutes(20)));
    assertThat(ask().problems("warning")).anyMatch(what -> what.contains("waited for over 15 min"));
  }

  @Test
  void settingsThatAreBrokenAreToldWithTheirFaults() throws IOException {
    Files.writeString(folder.resolve("hubtriage.json"), "{\"hubz\": []}");
    Answer answer = ask();
    assertThat(answer.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(answer.problems("blind")).singleElement().asString().contains("hubz");
  }

  @Test
  void noHubIsNothingToSee() throws IOException {
    Files.writeString(folder.resolve("hubtriage.json"), "{}");
    assertThat(ask().problems("blind")).anyMatch(what -> what.contains("lists no hub"));
  }

  @Test
  void storageThatIsNotThereIsTold() {
    app.environment.put("HubTriageStorage", "AccountKey=must-not-be-seen");
    Answer answer = ask();
    assertThat(answer.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(answer.problems("blind")).anyMatch(what -> what.contains("HubTriageStorage"));
    assertThat(answer.body().toString()).doesNotContain("must-not-be-seen");
  }

  private record Answer(HttpStatusType status, JsonNode body) {
    List<String> problems(String weight) {
      List<String> found = new ArrayList<>();
      for (JsonNode problem : body.get("problems")) {
        if (problem.get("weight").textValue().equals(weight)) {
          assertThat(problem.get("do").textValue()).isNotBlank();
          found.add(problem.get("what").textValue());
        }
      }
      return found;
    }
  }

  @SuppressWarnings("unchecked") // Mockito knows no generics.
  private Answer ask() {
    HttpRequestMessage<Optional<String>> request = mock(HttpRequestMessage.class);
    HttpStatusType[] status = new HttpStatusType[1];
    Object[] body = new Object[1];
    HttpResponseMessage.Builder builder =
        mock(HttpResponseMessage.Builder.class, Answers.RETURNS_SELF);
    when(builder.body(any()))
        .thenAnswer(
            call -> {
              body[0] = call.getArgument(0);
              return builder;
            });
    when(request.createResponseBuilder(any(HttpStatus.class)))
        .thenAnswer(
            call -> {
              status[0] = call.getArgument(0);
              return builder;
            });
    new Status(app.wiring).run(request, app.context);
    try {
      return new Answer(status[0], JSON.readTree(String.valueOf(body[0])));
    } catch (IOException e) {
      throw new IllegalStateException("not JSON: " + body[0], e);
    }
  }
}
