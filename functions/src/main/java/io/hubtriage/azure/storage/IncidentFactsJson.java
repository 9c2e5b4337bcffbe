package io.hubtriage.azure.storage;

import com.fasterxml.jackson.databind.node.IntNode;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Facts.Affected;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;

/** What a notice of an incident says. */
final class IncidentFactsJson {
  private IncidentFactsJson() {}

  static Body write(Facts.OfIncident facts) {
    return new Body()
        .text("incidentId", facts.incidentId())
        .text("hub", facts.hub().resourceId())
        .code("cause", facts.cause())
        .code("severity", facts.severity())
        .number("provisional", facts.provisional() ? 1 : 0)
        .code("impact", facts.impact())
        .at("openedAt", facts.openedAt())
        .object("span", ModelJson.write(facts.span()))
        .at("causeKnownAt", facts.causeKnownAt())
        .at("resolvedAt", facts.resolvedAt())
        .number("members", facts.members())
        .number("offline", facts.offline())
        .number("newMembers", facts.newMembers())
        .objects("devices", facts.devices(), IncidentFactsJson::write)
        .share("confidence", facts.confidence())
        .object("evidence", EvidenceJson.write(facts.evidence()))
        .object("commonFactor", EvidenceJson.write(facts.commonFactor()))
        .texts("mergedIds", facts.mergedIds())
        .list("trend", facts.trend(), IntNode::valueOf);
  }

  static Facts.OfIncident read(Fields fields) {
    return new Facts.OfIncident(
        fields.text("incidentId"),
        new Hub(fields.text("hub")),
        fields.code("cause", Cause.class),
        fields.code("severity", Severity.class),
        fields.count("provisional") == 1,
        fields.code("impact", Impact.class),
        fields.at("openedAt"),
        ModelJson.window(fields.object("span")),
        fields.maybeAt("causeKnownAt"),
        fields.maybeAt("resolvedAt"),
        fields.count("members"),
        fields.count("offline"),
        fields.count("newMembers"),
        fields.objects("devices", IncidentFactsJson::affected),
        fields.share("confidence"),
        EvidenceJson.read(fields.object("evidence")),
        EvidenceJson.read(fields.object("commonFactor")),
        fields.texts("mergedIds"),
        fields.numbers("trend").stream().map(Math::toIntExact).toList());
  }

  private static Body write(Affected affected) {
    return ModelJson.write(affected.device())
        .object("client", ModelJson.write(affected.client()))
        .text("network", affected.network())
        .code("impact", affected.impact())
        .at("since", affected.since())
        .at("lastRow", affected.lastRow())
        .number("rows", affected.rows());
  }

  private static Affected affected(Fields fields) {
    return new Affected(
        ModelJson.device(fields),
        ModelJson.client(fields.object("client")),
        fields.text("network"),
        fields.code("impact", Impact.class),
        fields.at("since"),
        fields.at("lastRow"),
        fields.count("rows"));
  }
}
