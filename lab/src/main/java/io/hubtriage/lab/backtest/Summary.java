package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Incident;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.lab.cli.TextTable;
import io.hubtriage.lab.cli.TextTable.Column;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Window;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A replay in short, for the terminal: what was noise, what was not, and what was said about it.
 */
final class Summary {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Inputs inputs;
  private final Verdicts verdicts;
  private final List<Incident> incidents;
  private final SentLog sent;
  private final Words words;

  Summary(Inputs inputs, Verdicts verdicts, List<Incident> incidents, SentLog sent, Words words) {
    this.inputs = inputs;
    this.verdicts = verdicts;
    this.incidents = incidents;
    this.sent = sent;
    this.words = words;
  }

  String text(Output output, Window span) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d rows of %d hubs, %s to %s UTC (%d h)%n",
            inputs.rows().rows(),
            inputs.log().hubs().size(),
            TIME.format(span.start()),
            TIME.format(span.end()),
            Math.round(span.length().toMinutes() / 60.0)));
    text.append('\n').append(causes()).append('\n').append(alerts()).append('\n');
    text.append(files(output));
    return text.toString();
  }

  private String causes() {
    Map<Cause, Long> counts = verdicts.counts();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long benign =
        counts.entrySet().stream()
            .filter(e -> e.getKey().benign())
            .mapToLong(Map.Entry::getValue)
            .sum();
    TextTable table =
        new TextTable(Column.left("cause"), Column.right("rows"), Column.right("share"));
    counts.entrySet().stream()
        .sorted(Map.Entry.<Cause, Long>comparingByValue().reversed())
        .forEach(e -> table.row(e.getKey().code(), number(e.getValue()), share(e.getValue(), all)));
    return table
        + String.format(
            Locale.ROOT, "%nNoise removed: %s of %,d rows need nobody.%n", share(benign, all), all);
  }

  private String alerts() {
    if (incidents.isEmpty()) {
      return "No incident.\n";
    }
    TextTable table =
        new TextTable(
            Column.left("opened"),
            Column.left("resolved"),
            Column.left("hub"),
            Column.left("cause"),
            Column.right("devices"),
            Column.right("messages"),
            Column.left("evidence"));
    Set<String> merged =
        incidents.stream().flatMap(i -> i.mergedIds().stream()).collect(Collectors.toSet());
    for (Incident incident : incidents) {
      if (merged.contains(incident.id())) {
        continue; // The one that took it in is the whole story.
      }
      table.row(
          TIME.format(incident.openedAt()),
          incident.resolvedAt().map(TIME::format).orElse("open"),
          incident.hub().name(),
          incident.cause().code(),
          number(incident.roster().peak()),
          messages(incident),
          shorten(words.why(incident)));
    }
    return table.toString();
  }

  private long messages(Incident incident) {
    return Stream.concat(Stream.of(incident.id()), incident.mergedIds().stream())
        .mapToLong(id -> sent.messages().stream().filter(m -> m.about(id)).count())
        .sum();
  }

  private String files(Output output) {
    long digests =
        sent.messages().stream().filter(m -> m.notice().kind() == NoticeKind.DIGEST).count();
    return String.format(
        Locale.ROOT,
        "%d messages (%d of them digests) in %s; open %s%n",
        sent.messages().size(),
        digests,
        output.file("notices"),
        output.file("report.html"));
  }

  private static String shorten(String evidence) {
    int most = 70;
    return evidence.length() <= most ? evidence : evidence.substring(0, most - 1) + "…";
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String share(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0 : 100.0 * part / whole);
  }
}
