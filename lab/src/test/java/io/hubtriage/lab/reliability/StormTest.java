package io.hubtriage.lab.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Deliverer;
import io.hubtriage.incident.Delivery;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.Roster;
import io.hubtriage.incident.Sent;
import io.hubtriage.incident.memory.MemoryBudgets;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.Renderer;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.pipeline.Voices;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.EventSweep;
import io.hubtriage.sweep.JournalSightings;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.memory.KeptEvents;
import io.hubtriage.sweep.memory.KeptMemory;
import io.hubtriage.sweep.memory.MemoryEventJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * All devices of a hub drop within a minute and come back within ten. {@code -Dsoak=true} takes a
 * million of them instead of a hundred thousand.
 */
final class StormTest {
  private static final int DEVICES = Boolean.getBoolean("soak") ? 1_000_000 : 100_000;
  private static final int MOST_BYTES = 20 * 1024;
  private static final Instant TEN = Instant.parse("2026-03-10T10:00:00Z");
  private static final Duration LAG = Duration.ofMinutes(4);
  private static final Hub HUB =
      new Hub("/subscriptions/s/resourcegroups/g/providers/microsoft.devices/iothubs/storm");
  private static final Client CLIENT =
      Client.of("azure-iot-device/1.17.1 (node v10.16.0)", "Mqtt", "sas");
  private static final Rules RULES = Rules.of(Settings.DEFAULT);

  private final MemoryStore store = new MemoryStore();
  private final KeptMemory memory = new KeptMemory();
  private final KeptEvents eventMemory = new KeptEvents();
  private final MemoryEventJournal journal = new MemoryEventJournal();
  private final Map<String, List<Heard>> heard = new TreeMap<>();

  private record Heard(Notice notice, int bytes) {}

  @Test
  void aHubThatDropsEverythingIsTwoMessagesAndItsEnd() {
    MemoryConnectionLog log = log();
    for (int minute = 1; minute <= 60; minute++) {
      Instant now = TEN.plusSeconds(60L * minute);
      file(minute);
      sweepEvents(now);
      if (minute % 5 == 0) {
        sweepLog(log, now);
      }
      deliver(now);
    }
    assertThat(heard.keySet()).hasSize(Settings.DEFAULT.channels().size());
    heard.forEach(
        (channel, messages) -> {
          assertThat(messages).extracting(Heard::bytes).allMatch(bytes -> bytes <= MOST_BYTES);
          List<NoticeKind> kinds = messages.stream().map(m -> m.notice().kind()).toList();
          assertThat(kinds).as(channel).hasSizeLessThanOrEqualTo(3).endsWith(NoticeKind.RESOLVED);
          assertThat(kinds).as(channel).doesNotHaveDuplicates();
          Facts.OfIncident told =
              (Facts.OfIncident) messages.get(messages.size() - 2).notice().facts();
          assertThat(told.cause()).isEqualTo(Cause.HUB_TRANSIENT);
          assertThat(told.members()).isBetween(DEVICES * 19 / 20, DEVICES * 21 / 20);
        });
    assertThat(store.rows()).allMatch(row -> row.state() == OutboxRow.State.SENT);
    assertThat(store.history())
        .allMatch(incident -> incident.roster().listed().size() <= Roster.MAX_LISTED)
        .allMatch(incident -> !incident.open())
        .extracting(Incident::cause)
        .containsExactly(Cause.HUB_TRANSIENT);
  }

  private static MemoryConnectionLog log() {
    MemoryConnectionLog.Builder log = MemoryConnectionLog.builder();
    for (int i = 0; i < DEVICES; i++) {
      Device device = device(i);
      log.add(row(device, connected(i), Operation.CONNECT, "", ""));
      log.add(row(device, gone(i), Operation.DISCONNECT, "500001", "ServerError"));
      log.add(row(device, back(i), Operation.CONNECT, "", ""));
    }
    return log.build();
  }

  private static ConnectionRow row(
      Device device, Instant at, Operation operation, String code, String description) {
    return new ConnectionRow(
        HUB, device, at, operation, code, description, CLIENT, "203.0.113.XXX", at.plus(LAG));
  }

  private static Device device(int i) {
    return Device.of(String.format(Locale.ROOT, "pump-%07d", i));
  }

  private static Instant connected(int i) {
    return TEN.minusSeconds(2_400).plusMillis(1_200_000L * i / DEVICES);
  }

  private static Instant gone(int i) {
    return TEN.plusSeconds(300).plusMillis(60_000L * i / DEVICES);
  }

  private static Instant back(int i) {
    return TEN.plusSeconds(600).plusMillis(240_000L * i / DEVICES);
  }

  /** The events of the minute before this one, at most: the hub looks once a minute. */
  private void file(int minute) {
    Instant now = TEN.plusSeconds(60L * minute);
    Instant from = now.minusSeconds(60);
    if (now.isBefore(gone(0)) || from.isAfter(back(DEVICES))) {
      return;
    }
    for (int i = 0; i < DEVICES; i++) {
      if (within(gone(i), from, now)) {
        append(i, gone(i), ConnectionEvent.State.DISCONNECTED, 1, now);
      }
      if (within(back(i), from, now)) {
        append(i, back(i), ConnectionEvent.State.CONNECTED, 2, now);
      }
    }
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private void append(int i, Instant at, ConnectionEvent.State state, int number, Instant now) {
    String sequence = String.format(Locale.ROOT, "%064X", number);
    journal.append(new ConnectionEvent(HUB, device(i), state, at, sequence), now);
  }

  private void sweepEvents(Instant now) {
    new EventSweep(journal, eventMemory, memory, desk(), RULES.eventPlan())
        .sweep(List.of(HUB), now);
  }

  private void sweepLog(MemoryConnectionLog log, Instant now) {
    new LogSweep(
            log,
            (hub, window) -> List.of(),
            desk(),
            store,
            memory,
            RULES.telling(),
            RULES.plan(),
            new JournalSightings(journal, eventMemory, RULES.plan()))
        .sweep(now);
  }

  private IncidentDesk desk() {
    return new IncidentDesk(store, RULES.lifecycle(), RULES.router());
  }

  private void deliver(Instant now) {
    Map<String, Channel> channels = new TreeMap<>();
    for (ChannelSettings channel : Settings.DEFAULT.channels()) {
      channels.put(
          channel.name(),
          new Ear(Voices.renderer(channel), Voices.audience(Settings.DEFAULT, channel)));
    }
    new Deliverer(
            store, new MemoryBudgets(), Delivery.to(channels, RULES.budgets(), RULES.fallbacks()))
        .deliverDue(now, 1_000);
  }

  /** Writes down how large what it hears is. */
  private final class Ear implements Channel {
    private final Renderer renderer;
    private final Audience audience;

    Ear(Renderer renderer, Audience audience) {
      this.renderer = renderer;
      this.audience = audience;
    }

    @Override
    public String name() {
      return audience.channel();
    }

    @Override
    public Sent send(Notice notice) {
      int bytes = renderer.render(notice, audience).bytes().length;
      heard.computeIfAbsent(name(), n -> new ArrayList<>()).add(new Heard(notice, bytes));
      return new Sent.Accepted("");
    }
  }
}
