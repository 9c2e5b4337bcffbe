package io.hubtriage.lab.score;

import static io.hubtriage.model.Cause.CONNECTION_LOST;
import static io.hubtriage.model.Cause.CRASH_LOOP;
import static io.hubtriage.model.Cause.PLANNED_RECONNECT;
import static io.hubtriage.model.Cause.SAS_TOKEN_RENEWAL;
import static io.hubtriage.model.Cause.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class AccuracyTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private final List<LabelledRow> truth = new ArrayList<>();
  private final List<LabelledRow> verdicts = new ArrayList<>();

  /** Six renewals, three losses and one crash: 4, 1 and 1 of them found. */
  private Accuracy mixed() {
    row(SAS_TOKEN_RENEWAL, SAS_TOKEN_RENEWAL, SAS_TOKEN_RENEWAL);
    row(SAS_TOKEN_RENEWAL, SAS_TOKEN_RENEWAL, SAS_TOKEN_RENEWAL);
    row(SAS_TOKEN_RENEWAL, SAS_TOKEN_RENEWAL, CONNECTION_LOST);
    row(SAS_TOKEN_RENEWAL, SAS_TOKEN_RENEWAL, UNKNOWN);
    row(SAS_TOKEN_RENEWAL, CONNECTION_LOST, CONNECTION_LOST);
    row(SAS_TOKEN_RENEWAL, UNKNOWN, UNKNOWN);
    row(CONNECTION_LOST, CONNECTION_LOST, CONNECTION_LOST);
    row(CONNECTION_LOST, PLANNED_RECONNECT, PLANNED_RECONNECT);
    truth.add(new LabelledRow(id(truth.size()), CONNECTION_LOST, CONNECTION_LOST)); // no verdict
    row(CRASH_LOOP, CRASH_LOOP, CONNECTION_LOST);
    verdicts.add(new LabelledRow(id(99), CRASH_LOOP, CRASH_LOOP)); // not in truth
    return Accuracy.of(truth, verdicts);
  }

  @Test
  void scoresTheLastWord() {
    Score score = mixed().cause();
    assertThat(score.causes()).containsOnlyKeys(SAS_TOKEN_RENEWAL, CONNECTION_LOST, CRASH_LOOP);
    assertThat(score.causes().get(SAS_TOKEN_RENEWAL))
        .isEqualTo(new CauseScore(6, 1.0, 4 / 6.0, 0.8));
    assertThat(score.causes().get(CONNECTION_LOST)).isEqualTo(new CauseScore(3, 0.5, 1 / 3.0, 0.4));
    assertThat(score.causes().get(CRASH_LOOP)).isEqualTo(new CauseScore(1, 1.0, 1.0, 1.0));
    assertThat(score.macroF1()).isEqualTo((0.8 + 0.4 + 1.0) / 3, EXACT);
    assertThat(score.benignAlertedShare()).isEqualTo(1 / 6.0, EXACT);
    assertThat(score.actionableMissedShare()).isEqualTo(2 / 4.0, EXACT);
    assertThat(score.unknownShare()).isEqualTo(2 / 10.0, EXACT);
    assertThat(score.confusion().count(CONNECTION_LOST, UNKNOWN)).isEqualTo(1);
    assertThat(score.confusion().count(CONNECTION_LOST, PLANNED_RECONNECT)).isEqualTo(1);
  }

  @Test
  void scoresTheFirstWord() {
    Score score = mixed().firstCause();
    assertThat(score.causes().get(SAS_TOKEN_RENEWAL))
        .isEqualTo(new CauseScore(6, 1.0, 2 / 6.0, 0.5));
    assertThat(score.causes().get(CRASH_LOOP)).isEqualTo(new CauseScore(1, 0, 0, 0));
    assertThat(score.benignAlertedShare()).isEqualTo(2 / 6.0, EXACT);
    assertThat(score.actionableMissedShare()).isEqualTo(2 / 4.0, EXACT);
    assertThat(score.unknownShare()).isEqualTo(3 / 10.0, EXACT);
  }

  @Test
  void countsRowsWithAndWithoutMatch() {
    assertThat(mixed().rows()).isEqualTo(10);
    assertThat(mixed().unmatched()).isEqualTo(1);
  }

  @Test
  void linesOfTruthThatFallTogetherCountOnceEach() {
    Instant time = Instant.parse("2026-03-02T00:00:00.123Z");
    truth.add(label(time.plusNanos(100), CONNECTION_LOST));
    truth.add(label(time.plusNanos(999_999), CRASH_LOOP));
    truth.add(label(time.plusNanos(1_000_000), CRASH_LOOP));
    verdicts.add(label(time, CONNECTION_LOST));
    Accuracy accuracy = Accuracy.of(truth, verdicts);
    assertThat(accuracy.rows()).isEqualTo(3);
    assertThat(accuracy.cause().confusion().count(CONNECTION_LOST, CONNECTION_LOST)).isEqualTo(1);
    assertThat(accuracy.cause().confusion().count(CRASH_LOOP, CONNECTION_LOST)).isEqualTo(1);
    assertThat(accuracy.cause().confusion().count(CRASH_LOOP, UNKNOWN)).isEqualTo(1);
  }

  @Test
  void ofNothingIsZeroAndNeverNotANumber() {
    Score nothing = Accuracy.of(List.of(), List.of()).cause();
    assertThat(List.of(nothing.macroF1(), nothing.benignAlertedShare(), nothing.unknownShare()))
        .containsOnly(0.0);
    assertThat(nothing.causes()).isEmpty();
  }

  @Test
  void logsArePooledRowByRow() {
    Accuracy once = mixed();
    Accuracy twice = Accuracy.pooled(List.of(once, once));
    assertThat(twice.rows()).isEqualTo(2 * once.rows());
    assertThat(twice.unmatched()).isEqualTo(2 * once.unmatched());
    assertThat(twice.cause().macroF1()).isCloseTo(once.cause().macroF1(), EXACT);
    assertThat(twice.firstCause().confusion().count(SAS_TOKEN_RENEWAL, CONNECTION_LOST))
        .isEqualTo(2 * once.firstCause().confusion().count(SAS_TOKEN_RENEWAL, CONNECTION_LOST));
    assertThat(Accuracy.pooled(List.of()).rows()).isZero();
  }

  @Test
  void rendersAsJson() throws IOException {
    golden("accuracy.json", AccuracyJson.render(mixed()));
  }

  @Test
  void rendersAsTable() throws IOException {
    String table = AccuracyTable.render(mixed());
    golden("accuracy.txt", table);
    assertThat(table.lines().filter(line -> line.length() > 80)).isEmpty();
  }

  private static void golden(String name, String actual) throws IOException {
    Path file = Path.of("src/test/resources/score", name);
    if (Boolean.getBoolean("approve") && System.getenv("CI") == null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(file).as("no golden file: approve it and review the diff").exists();
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  private void row(Cause cause, Cause last, Cause first) {
    RowId id = id(truth.size());
    truth.add(new LabelledRow(id, cause, cause));
    verdicts.add(new LabelledRow(id, last, first));
  }

  private static RowId id(int minute) {
    Instant time = Instant.parse("2026-03-02T00:00:00Z").plusSeconds(60L * minute);
    return new RowId(time, "east", Device.of("a"), "404104");
  }

  private static LabelledRow label(Instant time, Cause cause) {
    return new LabelledRow(new RowId(time, "east", Device.of("a"), ""), cause, cause);
  }
}
