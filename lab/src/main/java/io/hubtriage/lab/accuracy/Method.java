package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.backtest.Rehearsal;
import io.hubtriage.lab.baseline.Baseline;
import io.hubtriage.lab.baseline.BeaconAndSpike;
import io.hubtriage.lab.baseline.CodeTable;
import io.hubtriage.lab.baseline.FixedThresholds;
import io.hubtriage.lab.baseline.Watch;
import io.hubtriage.lab.score.Alert;
import io.hubtriage.lab.score.Verdict;
import java.util.List;

/** Who judges. All get the same rows at the same virtual times. */
enum Method {
  HUBTRIAGE("HubTriage"),
  CODE_TABLE("code table"),
  FIXED_THRESHOLDS("fixed thresholds"),
  BEACON_AND_SPIKE("beacon score + z-score");

  private final String label;

  Method(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * What was found.
   *
   * @param verdicts on the rows
   * @param alerts sent
   */
  record Findings(List<Verdict> verdicts, List<Alert> alerts) {}

  Findings judge(Specimen specimen) {
    return switch (this) {
      case HUBTRIAGE -> {
        Rehearsal rehearsal = Rehearsal.of(specimen.log(), specimen.metric(), List.of());
        yield new Findings(rehearsal.verdicts(), rehearsal.alerts());
      }
      case CODE_TABLE -> watched(new CodeTable(), specimen);
      case FIXED_THRESHOLDS -> watched(new FixedThresholds(), specimen);
      case BEACON_AND_SPIKE -> watched(new BeaconAndSpike(), specimen);
    };
  }

  private static Findings watched(Baseline baseline, Specimen specimen) {
    Watch.Outcome outcome = Watch.of(baseline, specimen.rows());
    return new Findings(outcome.verdicts(), outcome.alerts());
  }
}
