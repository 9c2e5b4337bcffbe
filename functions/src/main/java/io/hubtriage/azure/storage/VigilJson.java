package io.hubtriage.azure.storage;

import io.hubtriage.incident.Blindness;
import io.hubtriage.watch.Gaps;
import io.hubtriage.watch.Shares;
import io.hubtriage.watch.Shares.Count;
import io.hubtriage.watch.Sight;
import io.hubtriage.watch.Spell;
import io.hubtriage.watch.Vigil;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the watch remembers of a hub. */
final class VigilJson {
  private VigilJson() {}

  static Body write(Vigil vigil) {
    return new Body()
        .at("beganAt", vigil.beganAt())
        .at("lookedAt", vigil.lookedAt())
        .objects("spells", vigil.spells(), VigilJson::write)
        .at("newestRow", vigil.gaps().newest())
        .objects("gaps", vigil.gaps().longest().entrySet(), VigilJson::gap)
        .objects("shares", vigil.shares().bins().entrySet(), VigilJson::count)
        .objects("counted", vigil.shares().counted().entrySet(), VigilJson::count);
  }

  static Vigil read(Fields fields) {
    Map<Instant, Duration> gaps = new TreeMap<>();
    fields.objects("gaps", g -> gaps.put(g.at("day"), Duration.parse(g.text("longest"))));
    return new Vigil(
        fields.at("beganAt"),
        fields.at("lookedAt"),
        fields.objects("spells", VigilJson::spell),
        new Gaps(fields.maybeAt("newestRow"), gaps),
        new Shares(counts(fields, "shares"), counts(fields, "counted")));
  }

  private static Body write(Spell spell) {
    Sight sight = spell.sight();
    return new Body()
        .code("kind", sight.kind())
        .text("subject", sight.subject())
        .at("since", sight.since())
        .object("finding", EvidenceJson.write(sight.finding()))
        .texts("channels", spell.channels());
  }

  private static Spell spell(Fields fields) {
    Sight sight =
        new Sight(
            fields.code("kind", Blindness.class),
            fields.text("subject"),
            fields.at("since"),
            EvidenceJson.finding(fields.object("finding")));
    return new Spell(sight, fields.texts("channels"));
  }

  private static Body gap(Map.Entry<Instant, Duration> gap) {
    return new Body().at("day", gap.getKey()).text("longest", gap.getValue().toString());
  }

  private static Body count(Map.Entry<Instant, Count> count) {
    return new Body()
        .at("from", count.getKey())
        .number("unknown", count.getValue().unknown())
        .number("rows", count.getValue().rows());
  }

  private static Map<Instant, Count> counts(Fields fields, String name) {
    Map<Instant, Count> counts = new TreeMap<>();
    fields.objects(
        name, c -> counts.put(c.at("from"), new Count(c.number("unknown"), c.number("rows"))));
    return counts;
  }
}
