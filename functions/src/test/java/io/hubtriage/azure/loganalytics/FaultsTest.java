package io.hubtriage.azure.loganalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.monitor.query.LogsQueryClient;
import com.azure.monitor.query.models.LogsQueryResult;
import com.azure.monitor.query.models.LogsQueryResultStatus;
import io.hubtriage.azure.LocalClients;
import io.hubtriage.azure.ScriptedServer;
import io.hubtriage.azure.ScriptedServer.Reply;
import io.hubtriage.fuzz.Mutations;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/**
 * Whatever goes wrong is one exception that says what was asked, of which workspace, and what to do
 * about it; half an answer is none.
 */
final class FaultsTest {
  private static final String ANSWER = Answers.recorded("activity");

  /** The client adds five seconds, which the test of a silent server takes. */
  private static final Duration SERVER_TIMEOUT = Duration.ZERO;

  private static ScriptedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = ScriptedServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> faultsOfTheService() {
    return Stream.of(
        argumentSet("throttled", Reply.json(429, "{}"), 3, "too many queries (HTTP 429)"),
        argumentSet("took too long", Reply.json(504, "{}"), 1, "took too long (HTTP 504)"),
        argumentSet("failed", Reply.json(500, "{}"), 3, "HTTP 500; the next sweep asks again"),
        argumentSet("dropped", Reply.dropped(), 3, "the connection failed"),
        argumentSet(
            "breaks off",
            Reply.json(200, "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":"),
            3,
            "the connection failed"),
        argumentSet("silent", Reply.silence(), 1, "no answer in time"),
        argumentSet("not allowed", Reply.json(403, "{}"), 1, "role Log Analytics Reader"),
        argumentSet("bad token", Reply.json(401, "{}"), 1, "role Log Analytics Reader"),
        argumentSet("no workspace", Reply.json(404, "{}"), 1, "check workspaceId"),
        argumentSet("odd status", Reply.json(418, "{}"), 1, "HTTP 418"),
        argumentSet(
            "fresh workspace",
            Reply.json(
                400,
                Answers.badRequest(
                    "SEM0100",
                    "'where' operator: Failed to resolve table or column expression named"
                        + " 'AzureDiagnostics'")),
            1,
            "no IoT Hub logs have arrived in this workspace yet"),
        argumentSet(
            "refused",
            Reply.json(400, Answers.badRequest("SYN0002", "Query could not be parsed")),
            1,
            "the query was refused: "));
  }

  static Stream<Arguments> faultsOfTheAnswer() {
    Map<String, String> html = Map.of("Content-Type", "text/html");
    return Stream.of(
        argumentSet("partial", json(Answers.partial(ANSWER)), "came (PartialError)"),
        argumentSet("a proxy's page", Reply.text(200, html, "<html>"), "no query result"),
        argumentSet("empty 200", Reply.text(200, Map.of(), ""), "the answer"),
        argumentSet(
            "a list for a text",
            json("{\"tables\":[{\"name\":[],\"rows\":[],\"columns\":[]}]}"),
            "no query result"),
        argumentSet("204", Reply.text(204, Map.of(), ""), "no query result"),
        argumentSet("no table", json("{\"tables\":[]}"), "0 tables instead of one"),
        argumentSet(
            "two tables",
            json(
                ANSWER.replace(
                    "{\"tables\":[", "{\"tables\":[{\"name\":\"x\",\"columns\":[],\"rows\":[]},")),
            "2 tables instead of one"),
        argumentSet(
            "column missing",
            json(ANSWER.replace("\"signal\"", "\"code\"")),
            "lacks the column signal of type long"),
        argumentSet(
            "column of another type",
            json(ANSWER.replace("\"rows\",\"type\":\"long\"", "\"rows\",\"type\":\"real\"")),
            "lacks the column rows of type long"),
        argumentSet("null", json(ANSWER.replace(",31,29,", ",null,29,")), "column rows is empty"),
        argumentSet("no number", json(ANSWER.replace(",31,29,", ",\"x\",29,")), "x"),
        argumentSet("no time", json(ANSWER.replace("2026-03-02T12:00:00Z", "noon")), "noon"),
        argumentSet("no operation", json(ANSWER.replace(",1,0,31,", ",2,0,31,")), "column connect"),
        argumentSet("no signal", json(ANSWER.replace(",1,0,31,", ",1,99,31,")), "number 99"),
        argumentSet("no hub", json(ANSWER.replaceAll("/subs[a-z0-9./-]*", "")), "resource id"),
        argumentSet(
            "too many rows",
            json(Answers.activityOf(Workspace.MOST_ROWS + 1)),
            "more than 10000 rows"));
  }

  static Stream<Arguments> faultsOfCells() {
    String part =
        "{\\\"device\\\":\\\"d\\\",\\\"module\\\":\\\"\\\",\\\"client\\\":\\\"\\\",\\\"protocol\\\":\\\"\\\","
            + "\\\"auth\\\":\\\"\\\",\\\"networks\\\":[],\\\"size\\\":2,\\\"rows\\\":[1,65537]}";
    return Stream.of(
        argumentSet("null cell", "1,null", "timelines is empty"),
        argumentSet(
            "part missing", "2,\"[" + part + "]\"", "holds 1 parts of timelines instead of 2"),
        argumentSet("part too many", "1,\"[" + part + "," + part + "]\"", "holds 2 parts"),
        argumentSet("cut off", "1,\"[" + part.substring(0, 60) + "\"", "cut off"),
        argumentSet("not a list", "1,\"" + part + "\"", "no list of timelines"),
        argumentSet(
            "row missing", "1,\"[" + part.replace(",65537", "") + "]\"", "1 rows instead of 2"),
        argumentSet("row no number", "1,\"[" + part.replace("65537", "null") + "]\"", "no number"),
        argumentSet(
            "id not text", "1,\"[" + part.replace("\\\"d\\\"", "7") + "]\"", "no text device"));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheService")
  void saysWhatTheServiceDidNotDo(Reply reply, int requests, String says) {
    server.script(reply);
    assertThat(failure(LocalClients.credential())).contains("for activity: ").contains(says);
    assertThat(server.requests()).hasSize(requests);
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheAnswer")
  void believesOnlyWholeAnswers(Reply reply, String says) {
    server.script(reply);
    Mutations.soon(
        () -> assertThat(failure(LocalClients.credential())).contains("for activity: ", says));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("faultsOfCells")
  void countsWhatIsInCells(String partsAndCell, String says) {
    server.script(json(Answers.timelinesWith(partsAndCell)));
    LogAnalytics log = log(LocalClients.credential());
    assertThat(failure(() -> log.timelines(Samples.question())))
        .contains("for timelines: ")
        .contains(says);
  }

  @ParameterizedTest
  @CsvSource({
    "40, null, column devices is empty",
    "version, colour, column dimension holds the unknown colour",
    "devices, count, lacks the column devices of type long",
  })
  void believesOnlyWholePopulations(String told, String instead, String says) {
    String answer = Answers.recorded("population");
    server.script(json(answer.replace(told, instead)));
    LogAnalytics log = log(LocalClients.credential());
    Window time = new Window(Samples.NOON, Samples.AS_OF);
    assertThat(failure(() -> log.population(Samples.HUB, Samples.TRAITS, time, Samples.AS_OF)))
        .contains("for population: ")
        .contains(says);
  }

  @Test
  void saysThatThereIsNoToken() {
    assertThat(
            failure(
                request ->
                    Mono.error(new ClientAuthenticationException("no managed identity", null))))
        .contains("give the app a managed identity");
  }

  /** An app lives for days, a token for an hour. */
  @Test
  void aTokenThatRanOutIsAskedForAnew() {
    server.script(json(ANSWER));
    AtomicInteger asked = new AtomicInteger();
    OffsetDateTime ranOut = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    LogAnalytics log =
        log(
            request -> {
              asked.incrementAndGet();
              return Mono.just(new AccessToken(LocalClients.TOKEN, ranOut));
            });
    assertThat(activity(log)).isNotEmpty();
    assertThat(activity(log)).isNotEmpty();
    assertThat(asked).hasValue(2);
  }

  /** Seen of no service yet, but the client's types allow both. */
  @Test
  void noValueAndAStatusWithoutAnErrorAreFaults() {
    LogsQueryClient client = mock();
    LogAnalytics log = new LogAnalytics(client, "workspace-1");
    LogsQueryResult failed = mock();
    when(failed.getQueryResultStatus()).thenReturn(LogsQueryResultStatus.FAILURE);
    when(client.queryWorkspaceWithResponse(anyString(), anyString(), any(), any(), any()))
        .thenReturn(new SimpleResponse<>(null, 200, null, null))
        .thenReturn(new SimpleResponse<>(null, 200, null, failed));
    assertThat(failure(() -> activity(log))).contains("the answer was empty");
    assertThat(failure(() -> activity(log))).contains("only part of the answer came (no code)");
  }

  private static Reply json(String body) {
    return Reply.json(200, body);
  }

  private static String failure(TokenCredential credential) {
    LogAnalytics log = log(credential);
    return failure(() -> activity(log));
  }

  private static LogAnalytics log(TokenCredential credential) {
    return new LogAnalytics(
        LocalClients.logs(server.port(), credential, LocalClients.soon(LogAnalytics.retries())),
        "workspace-1",
        SERVER_TIMEOUT);
  }

  private static List<?> activity(LogAnalytics log) {
    return log.activity(new Window(Samples.NOON, Samples.AS_OF), Samples.AS_OF);
  }

  /** The failure's message: one line, naming the workspace; no token in it or behind it. */
  private static String failure(ThrowingCallable question) {
    Throwable thrown = catchThrowable(question);
    assertThat(thrown).isInstanceOf(ConnectionLogUnavailableException.class);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(LocalClients.TOKEN);
    String message = String.valueOf(thrown.getMessage());
    assertThat(message).hasLineCount(1).startsWith("asking workspace workspace-1 for ");
    assertThat(message.length()).isLessThan(500);
    return message;
  }
}
