package io.hubtriage.azure.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.azure.ScriptedServer.Reply;
import io.hubtriage.azure.storage.WakeupMessage;
import io.hubtriage.azure.wiring.UnusableAppSettingException;
import io.hubtriage.incident.Deliveries.Tally;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.Lifecycle;
import io.hubtriage.incident.Looks;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Impact;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each function does when things go wrong. */
@Timeout(120)
final class TriggersTest {
  private static final Instant NOON = Looks.at("12:00");
  private static final Tally NONE = Tally.NONE;

  private final App app;

  TriggersTest(@TempDir Path folder) throws IOException {
    app = new App(folder, NOON);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{\"eventType\":\"Microsoft.Devices.DeviceConnected\"}"})
  void badEventIsParkedAndNeverThrown(String text) {
    app.receive(text);
    assertThat(app.logged(Level.WARNING)).singleElement().asString().contains("parked=1");
  }

  @Test
  void storageThatFailsMakesEventGridDeliverAgain() {
    app.environment.put("HubTriageStorage", "AccountKey=must-not-be-seen");
    assertThatThrownBy(() -> app.receive("no JSON"))
        .isInstanceOf(UnusableAppSettingException.class)
        .hasMessageContaining("HubTriageStorage")
        .hasMessageNotContaining("must-not-be-seen");
  }

  @Test
  void whatFailedOnceIsTriedAgain() {
    String connection = String.valueOf(app.environment.put("HubTriageStorage", "broken"));
    assertThatThrownBy(() -> app.sweepEvents()).isInstanceOf(UnusableAppSettingException.class);
    app.environment.put("HubTriageStorage", connection);
    app.sweepEvents();
    assertThat(app.logged(Level.INFO)).singleElement().asString().contains("sweep=events hubs=1");
  }

  @Test
  void logThatDoesNotAnswerHoldsUpNoNotice() {
    Wakeup lost = put("ops");
    app.clock.set(NOON.plus(Duration.ofMinutes(2)));
    app.log.answers(403);
    assertThatThrownBy(() -> app.sweepLogs())
        .isInstanceOf(ConnectionLogUnavailableException.class)
        .hasMessageContaining("Log Analytics Reader");
    assertThat(app.stolen()).contains(WakeupMessage.write(lost));
  }

  @Test
  void wakeupThatIsNotLostYetIsLeftAlone() {
    put("ops");
    app.clock.set(NOON.plus(Duration.ofMinutes(2)).minusMillis(1));
    app.sweepLogs();
    assertThat(app.stolen()).isEmpty();
  }

  @Test
  void sentNoticeIsNotSentByASecondWakeup() {
    String message = WakeupMessage.write(put("ops"));
    new DeliverNotice(app.wiring).run(message, app.context);
    new DeliverNotice(app.wiring).run(message, app.context);
    assertThat(app.heard()).hasSize(1);
    assertThat(app.logged(Level.INFO).get(1)).contains("state=nothing-to-do");
  }

  @Test
  void whoAsksForPatienceIsAskedAgainLater() {
    app.teams.script(Reply.text(429, Map.of("Retry-After", "600"), ""));
    new DeliverNotice(app.wiring).run(WakeupMessage.write(put("ops")), app.context);
    assertThat(app.logged(Level.INFO)).singleElement().asString().contains("state=deferred");
    assertThat(app.waiting()).as("hidden, but there").isEqualTo(1);
    assertThat(app.stolen()).isEmpty();
  }

  @Test
  void whatAChannelRejectsAnotherTellsAtOnce() {
    app.teams.script(Reply.text(404, Map.of(), ""));
    new DeliverNotice(app.wiring).run(WakeupMessage.write(put("ops")), app.context);
    assertThat(app.deliver()).isEqualTo(1);
    assertThat(app.mail.getReceivedMessages()).hasSize(1);
    assertThat(tally("ops").rejected()).isEqualTo(1);
    assertThat(app.logged(Level.WARNING)).noneMatch(line -> line.contains("sig=secret"));
  }

  /** The dead-man's switch of docs/operations.md waits for it. */
  @Test
  void everySweepThatSucceedsLeavesItsHeartbeat() {
    app.sweepLogs();
    assertThat(app.logged(Level.INFO)).filteredOn(l -> l.startsWith("sweep=logs")).hasSize(1);
    app.log.answers(403);
    assertThatThrownBy(() -> app.sweepLogs()).isInstanceOf(ConnectionLogUnavailableException.class);
    assertThat(app.logged(Level.INFO)).filteredOn(l -> l.startsWith("sweep=logs")).hasSize(1);
  }

  /** The log is what is broken, so it is not needed; the sweep after it fails all the same. */
  @Test
  void sweepsThatFailAreToldOnceThroughEveryChannel() {
    story(0, 30);
    app.log.answers(403);
    story(30, 75);
    assertThat(app.heard())
        .hasSize(1)
        .allMatch(text -> text.contains("cannot read the connection"));
    assertThat(app.mail.getReceivedMessages()).hasSize(1);
    app.log.answers(200);
    story(75, 100);
    assertThat(app.heard()).hasSize(2);
    assertThat(app.heard().get(1)).contains("Resolved", "over after");
    assertThat(app.logged(Level.WARNING)).anyMatch(line -> line.startsWith("watch=log-unread"));
  }

  private void story(int from, int to) {
    for (int minute = from + 1; minute <= to; minute++) {
      app.clock.set(NOON.plus(Duration.ofMinutes(minute)));
      app.sweepEvents();
      if (minute % 5 == 0) {
        try {
          app.sweepLogs();
        } catch (ConnectionLogUnavailableException e) {
          assertThat(e).hasMessageContaining("Log Analytics Reader");
        }
      }
      app.deliver();
    }
  }

  @Test
  void thatAChannelRejectsIsToldOnceOnAnother() {
    app.teams.script(Reply.text(404, Map.of(), ""));
    new DeliverNotice(app.wiring).run(WakeupMessage.write(put("ops")), app.context);
    story(0, 60);
    assertThat(app.mail.getReceivedMessages()).as("the notice, and that ops is deaf").hasSize(2);
    assertThat(app.teams.requests()).as("ops is not asked again").hasSize(1);
  }

  /**
   * The outbox has the notices; {@link #logThatDoesNotAnswerHoldsUpNoNotice} shows who wakes them.
   */
  @Test
  void queueThatIsDownFailsNoSweepAndLosesNoNotice() {
    String connection = String.valueOf(app.environment.get("HubTriageStorage"));
    app.environment.put(
        "HubTriageStorage",
        connection.replaceFirst("QueueEndpoint=[^;]+", "QueueEndpoint=http://127.0.0.1:1/none"));
    put(List.of("ops", "mail"));
    app.clock.set(NOON.plus(Duration.ofMinutes(2)));
    app.sweepLogs();
    assertThat(app.logged(Level.WARNING))
        .as("it is asked once, not for every notice")
        .filteredOn(line -> line.contains("the next log sweep wakes it"))
        .hasSize(1);
    assertThat(app.logged(Level.INFO)).anyMatch(line -> line.startsWith("sweep=logs"));
    assertThat(app.wiring.outbox().due(NOON.plus(Duration.ofMinutes(2)), 10)).hasSize(2);
  }

  @Test
  void poisonGoesToTheFallbackChannelAndIsCounted() {
    Wakeup wakeup = put("ops");
    new DeliverPoison(app.wiring).run(WakeupMessage.write(wakeup), app.context);
    assertThat(app.logged(Level.SEVERE))
        .singleElement()
        .asString()
        .contains(wakeup.noticeId(), "channel=ops", "mail tells it");
    assertThat(app.deliver()).isEqualTo(1);
    assertThat(app.heard()).isEmpty();
    assertThat(app.mail.getReceivedMessages()).hasSize(1);
    assertThat(tally("ops").givenUp()).isEqualTo(1);
  }

  @Test
  void poisonThatWasSentAllTheSameIsLeftAlone() {
    String message = WakeupMessage.write(put("ops"));
    new DeliverNotice(app.wiring).run(message, app.context);
    new DeliverPoison(app.wiring).run(message, app.context);
    assertThat(app.deliver()).isZero();
    assertThat(app.mail.getReceivedMessages()).isEmpty();
    assertThat(app.logged(Level.SEVERE)).singleElement().asString().contains("all the same");
  }

  @Test
  void messageOfSomebodyElseIsDropped() {
    new DeliverNotice(app.wiring).run("{\"hello\":1}", app.context);
    assertThat(app.logged(Level.SEVERE)).singleElement().asString().contains("no wake-up");
  }

  @Test
  void missingSettingsFileSaysWhatToDo() {
    app.environment.put("HUBTRIAGE_SETTINGS", "elsewhere.json");
    assertThatThrownBy(() -> app.sweepEvents())
        .isInstanceOf(UnusableAppSettingException.class)
        .hasMessageContaining("elsewhere.json")
        .hasMessageContaining("package again");
  }

  private Tally tally(String channel) {
    return app.wiring.deliveries().since(NOON).getOrDefault(channel, NONE);
  }

  /** Opens an incident at noon, told on a channel; its wake-up is lost. */
  private Wakeup put(String channel) {
    return put(List.of(channel)).get(0);
  }

  private List<Wakeup> put(List<String> channels) {
    List<OutboxRow> rows =
        new IncidentDesk(
                app.wiring.incidents(), Lifecycle.DEFAULT, (hub, cause, severity) -> channels)
            .work(
                Looks.look(
                    NOON,
                    List.of(),
                    List.of(Looks.condition("pump-7", Cause.CRASH_LOOP, Impact.OFFLINE, NOON)),
                    List.of()),
                NOON)
            .rows();
    assertThat(rows).hasSameSizeAs(channels);
    return rows.stream()
        .map(row -> new Wakeup(row.notice().facts().hub(), row.notice().id(), row.channel()))
        .toList();
  }
}
