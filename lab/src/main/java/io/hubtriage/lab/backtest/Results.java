package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Incident;
import io.hubtriage.lab.log.Drop;
import io.hubtriage.lab.report.Report;
import io.hubtriage.lab.report.Story;
import io.hubtriage.lab.score.Accuracy;
import io.hubtriage.lab.score.AccuracyJson;
import io.hubtriage.lab.score.AccuracyTable;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything a replay leaves behind: the files of the contract and a summary for the terminal. */
final class Results {
  private final Inputs inputs;
  private final Replay replay;
  private final SentLog sent;
  private final List<Incident> incidents;
  private final Window span;
  private final Words words;

  Results(Inputs inputs, Replay replay, SentLog sent) {
    this.inputs = inputs;
    this.replay = replay;
    this.sent = sent;
    this.incidents = replay.store().history();
    this.span = inputs.log().ingestion().orElseThrow();
    this.words = new Words(span.end());
  }

  /** Writes all files and tells in short what is in them. */
  void write(Output output, PrintWriter terminal) {
    output.lines(
        "attributions.jsonl", AttributionLines.of(replay.verdicts(), replay.memberships()));
    output.lines("incidents.jsonl", IncidentLines.of(incidents, replay.memberships(), sent, words));
    Optional<Accuracy> accuracy =
        inputs.truth().map(truth -> Accuracy.of(truth, AttributionLines.labels(replay.verdicts())));
    accuracy.ifPresent(a -> output.text("accuracy.json", AccuracyJson.render(a)));
    Story story = story(accuracy);
    output.lines("messages.jsonl", MessageLines.of(sent));
    output.lines("metrics.jsonl", MetricLines.of(story.hubs()));
    output.text("report.html", Report.render(story));
    terminal.print(
        new Summary(inputs, replay.verdicts(), incidents, sent, words).text(output, span));
    accuracy.ifPresent(a -> terminal.print("\n" + AccuracyTable.render(a)));
    terminal.flush();
  }

  private Story story(Optional<Accuracy> accuracy) {
    List<String> faults = new ArrayList<>();
    inputs.reports().forEach(r -> r.faults().forEach(f -> faults.add(f.toString())));
    return new Story(
        inputs.source(),
        span,
        inputs.rows().rows(),
        hubs(),
        incidents.stream()
            .map(
                i ->
                    new Story.OfIncident(
                        i, words.why(i), List.copyOf(replay.memberships().devices(i.id()))))
            .toList(),
        sent.messages().stream()
            .map(
                m ->
                    new Story.Message(
                        m.notice(),
                        m.channel(),
                        m.file(),
                        new String(m.bytes(), StandardCharsets.UTF_8)))
            .toList(),
        faults,
        accuracy);
  }

  private List<Story.OfHub> hubs() {
    Map<Hub, List<Story.Drop>> drops = new TreeMap<>();
    Map<Hub, Map<Cause, Long>> causes = new TreeMap<>();
    List<Drop> all = replay.verdicts().drops();
    Instant from = span.start();
    for (int i = 0; i < all.size(); i++) {
      Drop drop = all.get(i);
      Cause cause = replay.verdicts().verdict(i).cause();
      drops
          .computeIfAbsent(drop.hub(), h -> new ArrayList<>())
          .add(new Story.Drop(drop.time(), cause));
      causes
          .computeIfAbsent(drop.hub(), h -> new EnumMap<>(Cause.class))
          .merge(cause, 1L, Long::sum);
      from = drop.time().isBefore(from) ? drop.time() : from;
    }
    Window metric = new Window(from, span.end());
    List<Story.OfHub> hubs = new ArrayList<>();
    drops.forEach(
        (hub, there) ->
            hubs.add(
                new Story.OfHub(
                    hub,
                    causes.getOrDefault(hub, Map.of()),
                    there,
                    inputs.metric().counts(hub, metric))));
    return hubs;
  }
}
