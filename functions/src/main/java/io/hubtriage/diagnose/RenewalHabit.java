package io.hubtriage.diagnose;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a device has renewed its tokens so far, in numbers. Every one is counted from its rows. */
final class RenewalHabit {
  /** Fewer sessions are no habit. */
  private static final int LEAST = 3;

  /** Sessions that spread further, relative to the middle one, have no length worth telling. */
  private static final double SPREAD = 0.2;

  private RenewalHabit() {}

  /** What there is to tell; may be empty. */
  static List<Finding> of(DeviceDiagnosis device) {
    List<Finding> findings = new ArrayList<>();
    List<Long> renewed = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < device.drops().size(); i++) {
      Drop drop = device.drops().get(i);
      if (drop.start() == Drop.Start.CONNECT) {
        all.add(drop.session());
        if (device.cause(i) == Cause.SAS_TOKEN_RENEWAL) {
          renewed.add(drop.session());
        }
      }
    }
    renewed.sort(null);
    if (renewed.size() >= LEAST) {
      sessions(renewed, all).ifPresent(findings::add);
      refusals(device).ifPresent(findings::add);
      long middle = renewed.get(renewed.size() / 2);
      byDefault(device.timeline().client().cohort(), middle).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> sessions(List<Long> renewed, List<Long> all) {
    long life = renewed.get(renewed.size() / 2);
    long below = life - renewed.get(0);
    long tolerance = Math.max(below, renewed.get(renewed.size() - 1) - life);
    long matching = all.stream().filter(s -> Math.abs(s - life) <= tolerance).count();
    return tolerance > SPREAD * life
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                "sessions-at-life",
                "matching",
                matching,
                "sessions",
                (long) all.size(),
                "life",
                Duration.ofMillis(life),
                "tolerance",
                Duration.ofMillis(tolerance)));
  }

  /** A break is refused if any of its rows is; a token's end may be logged as two. */
  private static Optional<Finding> refusals(DeviceDiagnosis device) {
    long drops = 0;
    long refused = 0;
    boolean counted = false;
    boolean told = false;
    for (int i = 0; i < device.drops().size(); i++) {
      Drop drop = device.drops().get(i);
      if (!drop.continuesBreak()) {
        counted = device.cause(i) == Cause.SAS_TOKEN_RENEWAL;
        told = false;
        drops += counted ? 1 : 0;
      }
      if (counted && !told && drop.signal() == Signal.UNAUTHORIZED) {
        refused++;
        told = true;
      }
    }
    return refused == 0
        ? Optional.empty()
        : Optional.of(Finding.of("refused-before", "refused", refused, "drops", drops));
  }

  /** The prior: what is documented of the SDK, and was believed before anything was learned. */
  private static Optional<Finding> byDefault(Cohort cohort, long life) {
    return DocumentedLives.of(cohort)
        .filter((Band band) -> band.contains(life))
        .map(
            band ->
                Finding.of("documented-life", "sdk", cohort.sdk(), "life", DocumentedLives.TOKEN));
  }
}
