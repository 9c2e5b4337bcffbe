package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Delivery;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.lab.score.Accuracy;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.lab.simulate.StateEvent;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.pipeline.Voices;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A simulated fleet, and what a backtest of it leaves behind. */
final class Fleet {
  private Fleet() {}

  /**
   * What was written.
   *
   * @param notices file name to content
   */
  record Outcome(Replay replay, SentLog sent, String incidents, Map<String, String> notices) {}

  static Outcome replay(SimulatedFleet fleet, List<ConnectionRow> rows, Path dir) {
    Output output = Output.in(dir);
    SentLog sent = new SentLog();
    Replay replay =
        new Replay(
            log(rows),
            metric(fleet),
            List.of(),
            Rules.of(Settings.DEFAULT),
            delivery(output, sent));
    replay.run(share -> {});
    output.lines(
        "incidents.jsonl",
        IncidentLines.of(
            replay.store().history(),
            replay.memberships(),
            sent,
            new Words(log(rows).ingestion().orElseThrow().end())));
    return new Outcome(replay, sent, text(dir.resolve("incidents.jsonl")), notices(dir));
  }

  static Accuracy accuracy(SimulatedFleet fleet, Outcome outcome) {
    List<LabelledRow> truth =
        fleet.truth().stream()
            .map(
                line ->
                    new LabelledRow(
                        new RowId(
                            line.time().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                            line.hub().name(),
                            line.device(),
                            line.code()),
                        line.cause(),
                        line.cause()))
            .toList();
    return Accuracy.of(truth, AttributionLines.labels(outcome.replay().verdicts()));
  }

  static MemoryConnectionLog log(List<ConnectionRow> rows) {
    MemoryConnectionLog.Builder log = MemoryConnectionLog.builder();
    rows.forEach(log::add);
    return log.build();
  }

  static MemoryConnectedDevices metric(SimulatedFleet fleet) {
    MemoryConnectedDevices metric = new MemoryConnectedDevices();
    fleet.counts().forEach((hub, samples) -> samples.forEach(s -> metric.add(hub, s)));
    return metric;
  }

  static List<ReceivedEvent> events(SimulatedFleet fleet) {
    return fleet.events().stream()
        .map(
            e ->
                new ReceivedEvent(
                    new ConnectionEvent(
                        e.device().hub(),
                        e.device().device(),
                        e.kind() == StateEvent.Kind.CONNECTED
                            ? State.CONNECTED
                            : State.DISCONNECTED,
                        e.at(),
                        e.sequence()),
                    e.receivedAt()))
        .toList();
  }

  private static Delivery delivery(Output output, SentLog sent) {
    Map<String, Channel> channels = new HashMap<>();
    for (ChannelSettings channel : Settings.DEFAULT.channels()) {
      channels.put(
          channel.name(),
          new RecordingChannel(
              Voices.renderer(channel), Voices.audience(Settings.DEFAULT, channel), output, sent));
    }
    Rules rules = Rules.of(Settings.DEFAULT);
    return Delivery.to(channels, rules.budgets(), rules.fallbacks());
  }

  static Map<String, String> notices(Path dir) {
    Map<String, String> notices = new TreeMap<>();
    try (Stream<Path> files = Files.list(dir.resolve("notices"))) {
      files.forEach(file -> notices.put(file.getFileName().toString(), text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return notices;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
