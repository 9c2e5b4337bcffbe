package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.lab.score.Verdict;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Truths and verdicts written by hand: times are minutes after noon. */
final class Judged {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final String HUB = "plant-hub-01";

  private Judged() {}

  static Instant minute(double minutes) {
    return NOON.plus(Duration.ofMillis((long) (minutes * 60_000)));
  }

  static LabelledRow truth(String device, double minute, Cause cause) {
    return new LabelledRow(row(device, minute), cause, cause);
  }

  static Verdict verdict(String device, double minute, Cause cause, double firstAt, Cause first) {
    return new Verdict(
        new LabelledRow(row(device, minute), cause, first), Optional.of(minute(firstAt)));
  }

  private static RowId row(String device, double minute) {
    return new RowId(minute(minute), HUB, Device.of(device), "404104");
  }
}
