package io.hubtriage.azure.storage;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.OutboxRow.State;

/** An outbox row and the notice in it. */
final class NoticeJson {
  private NoticeJson() {}

  static Body write(OutboxRow row) {
    return new Body()
        .text("channel", row.channel())
        .code("state", row.state())
        .number("attempts", row.attempts())
        .at("notBefore", row.notBefore())
        .at("sentAt", row.sentAt())
        .text("proof", row.proof())
        .object("notice", write(row.notice()));
  }

  static OutboxRow row(Fields fields) {
    return new OutboxRow(
        notice(fields.object("notice")),
        fields.text("channel"),
        fields.code("state", State.class),
        fields.count("attempts"),
        fields.at("notBefore"),
        fields.maybeAt("sentAt"),
        fields.text("proof"));
  }

  private static Body write(Notice notice) {
    return new Body()
        .text("id", notice.id())
        .code("kind", notice.kind())
        .at("at", notice.at())
        .object(name(notice.facts()), write(notice.facts()));
  }

  private static Notice notice(Fields fields) {
    return new Notice(
        fields.text("id"), fields.code("kind", NoticeKind.class), fields.at("at"), facts(fields));
  }

  private static String name(Facts facts) {
    if (facts instanceof Facts.OfIncident) {
      return "incident";
    }
    if (facts instanceof Facts.OfBlindness) {
      return "blindness";
    }
    return facts instanceof Facts.OfDigest ? "digest" : "summary";
  }

  private static Body write(Facts facts) {
    if (facts instanceof Facts.OfIncident incident) {
      return IncidentFactsJson.write(incident);
    }
    if (facts instanceof Facts.OfDigest digest) {
      return DigestFactsJson.write(digest);
    }
    if (facts instanceof Facts.OfBlindness blindness) {
      return BlindnessFactsJson.write(blindness);
    }
    if (facts instanceof Facts.OfSummary summary) {
      return DigestFactsJson.write(summary);
    }
    throw new IllegalArgumentException("nobody stores " + facts.getClass().getName());
  }

  private static Facts facts(Fields notice) {
    if (notice.names().contains("incident")) {
      return IncidentFactsJson.read(notice.object("incident"));
    }
    if (notice.names().contains("digest")) {
      return DigestFactsJson.digest(notice.object("digest"));
    }
    if (notice.names().contains("blindness")) {
      return BlindnessFactsJson.read(notice.object("blindness"));
    }
    return DigestFactsJson.summary(notice.object("summary"));
  }
}
