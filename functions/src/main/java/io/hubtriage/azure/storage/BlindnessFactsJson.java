package io.hubtriage.azure.storage;

import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Facts;
import io.hubtriage.model.Hub;

/** What a notice of HubTriage itself says. */
final class BlindnessFactsJson {
  private BlindnessFactsJson() {}

  static Body write(Facts.OfBlindness facts) {
    return new Body()
        .text("spellId", facts.spellId())
        .text("hub", facts.hub().resourceId())
        .code("kind", facts.kind())
        .at("since", facts.since())
        .at("until", facts.until())
        .object("finding", EvidenceJson.write(facts.finding()));
  }

  static Facts.OfBlindness read(Fields fields) {
    return new Facts.OfBlindness(
        fields.text("spellId"),
        new Hub(fields.text("hub")),
        fields.code("kind", Blindness.class),
        fields.at("since"),
        fields.maybeAt("until"),
        EvidenceJson.finding(fields.object("finding")));
  }
}
