package io.hubtriage.lab.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.lab.log.Drop;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code attributions.jsonl}: the verdict on every distinct disconnect and error row. */
final class AttributionLines {
  private AttributionLines() {}

  static Stream<ObjectNode> of(Verdicts verdicts, Memberships memberships) {
    List<Drop> drops = verdicts.drops();
    return IntStream.range(0, drops.size())
        .mapToObj(i -> line(drops.get(i), verdicts.verdict(i), memberships));
  }

  /** The same as labels, to be scored. */
  static List<LabelledRow> labels(Verdicts verdicts) {
    List<LabelledRow> labels = new ArrayList<>();
    List<Drop> drops = verdicts.drops();
    for (int i = 0; i < drops.size(); i++) {
      Drop drop = drops.get(i);
      Verdicts.Verdict verdict = verdicts.verdict(i);
      labels.add(
          new LabelledRow(
              new RowId(drop.time(), drop.hub().name(), drop.device(), drop.code()),
              verdict.cause(),
              verdict.firstCause()));
    }
    return labels;
  }

  private static ObjectNode line(Drop drop, Verdicts.Verdict verdict, Memberships memberships) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", Iso.millis(drop.time()));
    line.put("hub", drop.hub().name());
    line.put("deviceId", drop.device().deviceId());
    line.put("moduleId", drop.device().moduleId());
    line.put("code", drop.code());
    line.put("cause", verdict.cause().code());
    line.put("firstCause", verdict.firstCause().code());
    line.put("firstAt", verdict.firstAt().map(Iso::millis).orElse(null));
    line.put("confidence", Math.round(verdict.confidence() * 1000) / 1000.0);
    line.put("incident", memberships.incident(drop, verdict.cause()).orElse(null));
    return line;
  }
}
