package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.accuracy.Diagnoses.Diagnosed;
import io.hubtriage.lab.score.Accuracy;
import io.hubtriage.lab.score.Alert;
import io.hubtriage.lab.score.Verdict;
import java.util.Collection;
import java.util.List;

/**
 * How one method did on one log, or on several together.
 *
 * @param troubles when each was diagnosed
 * @param deviceDays watched
 * @param alerts messages that ask somebody to act
 * @param falseAlerts those of them of whose devices none has what they say
 * @param wronglyNamed devices named in a message that do not have what it says
 */
record Measure(
    Accuracy accuracy,
    List<Diagnosed> troubles,
    double deviceDays,
    long alerts,
    long falseAlerts,
    long wronglyNamed,
    WideReports wide) {
  private static final double PER = 1000;

  /** Takes a copy of the troubles. */
  Measure {
    troubles = List.copyOf(troubles);
  }

  static Measure of(Specimen specimen, Method.Findings findings) {
    Truth truth = new Truth(specimen.truth());
    List<Alert> alerts = findings.alerts();
    return new Measure(
        Accuracy.of(specimen.truth(), findings.verdicts().stream().map(Verdict::label).toList()),
        Diagnoses.of(specimen.truth(), findings.verdicts()),
        specimen.deviceDays(),
        alerts.size(),
        alerts.stream().filter(truth::refutes).count(),
        alerts.stream().mapToLong(truth::wronglyNamed).sum(),
        WideReports.of(specimen, alerts));
  }

  /** All logs as one. */
  static Measure pooled(Collection<Measure> all) {
    return new Measure(
        Accuracy.pooled(all.stream().map(Measure::accuracy).toList()),
        all.stream().flatMap(m -> m.troubles.stream()).toList(),
        all.stream().mapToDouble(Measure::deviceDays).sum(),
        all.stream().mapToLong(Measure::alerts).sum(),
        all.stream().mapToLong(Measure::falseAlerts).sum(),
        all.stream().mapToLong(Measure::wronglyNamed).sum(),
        WideReports.sum(all.stream().map(Measure::wide).toList()));
  }

  /** So many in a thousand devices watched for a day. */
  double perThousandDeviceDays(long count) {
    return count * PER / deviceDays;
  }
}
