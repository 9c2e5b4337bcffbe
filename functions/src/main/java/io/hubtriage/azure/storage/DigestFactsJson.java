package io.hubtriage.azure.storage;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Facts.Coverage;
import io.hubtriage.incident.Facts.Life;
import io.hubtriage.incident.Facts.Line;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What a digest and a summary say. */
final class DigestFactsJson {
  private DigestFactsJson() {}

  static Body write(Facts.OfDigest facts) {
    return new Body()
        .text("hub", facts.hub().resourceId())
        .object("day", ModelJson.write(facts.day()))
        .object("rows", rows(facts.rowsByCause()))
        .objects("incidents", facts.incidents(), DigestFactsJson::write)
        .objects("lives", facts.lives(), DigestFactsJson::write)
        .object("coverage", write(facts.coverage()))
        .objects("advice", facts.advice(), EvidenceJson::write);
  }

  static Facts.OfDigest digest(Fields fields) {
    return new Facts.OfDigest(
        new Hub(fields.text("hub")),
        ModelJson.window(fields.object("day")),
        rows(fields.object("rows")),
        fields.objects("incidents", DigestFactsJson::line),
        fields.objects("lives", DigestFactsJson::life),
        coverage(fields.object("coverage")),
        fields.objects("advice", EvidenceJson::finding));
  }

  static Body write(Facts.OfSummary facts) {
    return new Body()
        .text("hub", facts.hub().resourceId())
        .objects("lines", facts.lines(), DigestFactsJson::write);
  }

  static Facts.OfSummary summary(Fields fields) {
    return new Facts.OfSummary(
        new Hub(fields.text("hub")), fields.objects("lines", DigestFactsJson::line));
  }

  static Body rows(Map<Cause, Long> rows) {
    Body body = new Body();
    new EnumMap<>(rows.isEmpty() ? new EnumMap<Cause, Long>(Cause.class) : rows)
        .forEach((cause, count) -> body.number(cause.code(), count));
    return body;
  }

  static Map<Cause, Long> rows(Fields fields) {
    Map<Cause, Long> rows = new EnumMap<>(Cause.class);
    fields.each(
        (code, count) ->
            rows.put(
                Cause.coded(code)
                    .orElseThrow(() -> fields.wrong(code, count, "the rows of a known cause")),
                fields.number(code)));
    return rows;
  }

  private static Body write(Line line) {
    return new Body()
        .text("incidentId", line.incidentId())
        .code("kind", line.kind())
        .code("cause", line.cause())
        .code("severity", line.severity())
        .code("impact", line.impact())
        .number("members", line.members())
        .at("openedAt", line.openedAt())
        .at("resolvedAt", line.resolvedAt());
  }

  private static Line line(Fields fields) {
    return new Line(
        fields.text("incidentId"),
        fields.code("kind", NoticeKind.class),
        fields.code("cause", Cause.class),
        fields.code("severity", Severity.class),
        fields.code("impact", Impact.class),
        fields.count("members"),
        fields.at("openedAt"),
        fields.maybeAt("resolvedAt"));
  }

  private static Body write(Life life) {
    return new Body()
        .object("cohort", ModelJson.write(life.cohort()))
        .text("session", life.session().toString())
        .number("sessions", life.sessions());
  }

  private static Life life(Fields fields) {
    return new Life(
        ModelJson.cohort(fields.object("cohort")),
        Duration.parse(fields.text("session")),
        fields.number("sessions"));
  }

  private static Body write(Coverage coverage) {
    return new Body()
        .at("newestRow", coverage.newestRow())
        .number("minutesWithRows", coverage.minutesWithRows())
        .number("minutes", coverage.minutes());
  }

  private static Coverage coverage(Fields fields) {
    return new Coverage(
        fields.maybeAt("newestRow"), fields.number("minutesWithRows"), fields.number("minutes"));
  }
}
