package io.hubtriage.azure.storage;

import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Incident.Findings;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Scope;
import io.hubtriage.incident.Told;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import java.util.Set;
import java.util.TreeSet;

/** An incident, its devices and what was told of it. */
final class IncidentJson {
  private IncidentJson() {}

  static Body write(Incident incident) {
    return write(incident, RosterJson.write(incident.roster()));
  }

  /** Without those who left. */
  static Body writeShort(Incident incident) {
    return write(incident, RosterJson.writeShort(incident.roster()));
  }

  private static Body write(Incident incident, Body roster) {
    return new Body()
        .text("id", incident.id())
        .text("hub", incident.hub().resourceId())
        .code("scope", incident.scope())
        .code("cause", incident.cause())
        .text("network", incident.network())
        .object("span", ModelJson.write(incident.span()))
        .object("findings", write(incident.findings()))
        .at("openedAt", incident.openedAt())
        .at("causeKnownAt", incident.causeKnownAt())
        .at("resolvedAt", incident.resolvedAt())
        .texts("mergedIds", incident.mergedIds())
        .object("told", write(incident.told()))
        .object("roster", roster);
  }

  static Incident read(Fields fields) {
    return new Incident(
        fields.text("id"),
        new Hub(fields.text("hub")),
        fields.code("scope", Scope.class),
        fields.code("cause", Cause.class),
        fields.text("network"),
        RosterJson.read(fields.object("roster")),
        ModelJson.window(fields.object("span")),
        findings(fields.object("findings")),
        fields.at("openedAt"),
        fields.maybeAt("causeKnownAt"),
        fields.maybeAt("resolvedAt"),
        fields.texts("mergedIds"),
        told(fields.object("told")));
  }

  private static Body write(Findings findings) {
    return new Body()
        .share("confidence", findings.confidence())
        .object("evidence", EvidenceJson.write(findings.evidence()))
        .object("commonFactor", EvidenceJson.write(findings.commonFactor()));
  }

  private static Findings findings(Fields fields) {
    return new Findings(
        fields.share("confidence"),
        EvidenceJson.read(fields.object("evidence")),
        EvidenceJson.read(fields.object("commonFactor")));
  }

  private static Body write(Told told) {
    Set<String> kinds = new TreeSet<>();
    told.kinds().forEach(k -> kinds.add(Body.codeOf(k)));
    return new Body()
        .code("belief", told.belief())
        .code("cause", told.cause())
        .code("severity", told.severity())
        .code("impact", told.impact())
        .number("atOpening", told.atOpening())
        .number("members", told.members())
        .number("reminders", told.reminders())
        .number("spoken", told.spoken())
        .number("sequence", told.sequence())
        .texts("kinds", kinds)
        .at("openedAt", told.openedAt())
        .at("lastAt", told.lastAt())
        .at("beforeAt", told.beforeAt())
        .at("newsAt", told.newsAt());
  }

  private static Told told(Fields fields) {
    return new Told(
        fields.code("belief", Told.Belief.class),
        fields.code("cause", Cause.class),
        fields.code("severity", Severity.class),
        fields.code("impact", Impact.class),
        fields.count("atOpening"),
        fields.count("members"),
        fields.count("reminders"),
        fields.count("spoken"),
        fields.count("sequence"),
        Set.copyOf(fields.codes("kinds", NoticeKind.class)),
        fields.maybeAt("openedAt"),
        fields.maybeAt("lastAt"),
        fields.maybeAt("beforeAt"),
        fields.maybeAt("newsAt"));
  }
}
