package io.hubtriage.lab.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.model.Cause;

/**
 * The text of {@code accuracy.json}: the scores of {@code cause} at the top, those of {@code
 * firstCause} under that name.
 */
public final class AccuracyJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private AccuracyJson() {}

  /** The document, ending in a line break. */
  public static String render(Accuracy accuracy) {
    ObjectNode root = object();
    root.put("rows", accuracy.rows());
    root.put("unmatchedAttributions", accuracy.unmatched());
    root.setAll(score(accuracy.cause()));
    root.set("firstCause", score(accuracy.firstCause()));
    return root.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private static ObjectNode score(Score score) {
    ObjectNode node = object();
    node.put("macroF1", score.macroF1());
    node.put("benignAlertedShare", score.benignAlertedShare());
    node.put("actionableMissedShare", score.actionableMissedShare());
    node.put("unknownShare", score.unknownShare());
    ObjectNode causes = node.putObject("causes");
    score.causes().forEach((cause, of) -> causes.set(cause.code(), MAPPER.valueToTree(of)));
    ObjectNode confusion = node.putObject("confusion");
    for (Cause truth : score.confusion().truths()) {
      ObjectNode row = confusion.putObject(truth.code());
      for (Cause given : score.confusion().given()) {
        long count = score.confusion().count(truth, given);
        if (count > 0) {
          row.put(given.code(), count);
        }
      }
    }
    return node;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
