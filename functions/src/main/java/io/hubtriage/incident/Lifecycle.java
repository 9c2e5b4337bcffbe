package io.hubtriage.incident;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Population;
import java.time.Instant;
import java.util.List;

/**
 * The life of incidents: what one look at a hub makes of them and what people must hear of it.
 * Pure: the same arguments give the same outcome, and working a look in twice changes nothing more.
 *
 * @param mutes what must not be told at the moment
 */
public record Lifecycle(Policy policy, Mutes mutes) {
  /** With what ships and nothing muted. */
  public static final Lifecycle DEFAULT = new Lifecycle(Policy.DEFAULT, Mutes.NONE);

  /**
   * Works one look in. Wide incidents come first, because they decide whose devices' own troubles
   * are told.
   *
   * @param known every open incident of the assessment's hub, and those resolved less than {@link
   *     Policy#remembered} ago
   * @param now not before the {@code now} of the look before
   * @throws IllegalArgumentException if an incident is of another hub
   */
  public Outcome update(List<Incident> known, Assessment assessment, Instant now) {
    for (Incident incident : known) {
      if (!incident.hub().equals(assessment.hub())) {
        throw new IllegalArgumentException(
            "incident %s is of %s, the assessment of %s"
                .formatted(
                    incident.id(), incident.hub().resourceId(), assessment.hub().resourceId()));
      }
    }
    Ledger ledger = new Ledger(known);
    new WideIncidents(ledger, policy, now).update(assessment);
    Inhibition inhibition = new Inhibition(ledger.open(Scope.WIDE), policy);
    Wanted wanted = Wanted.of(assessment, ledger, inhibition);
    new DeviceIncidents(ledger, wanted, inhibition, policy, now).update();
    explain(ledger, assessment.population());
    Telling telling = new Telling(ledger, policy, mutes, inhibition, now);
    telling.tell();
    return new Outcome(
        ledger.changed(),
        ledger.forgettable(policy.remembered(), now),
        telling.notices(),
        telling.kept());
  }

  private static void explain(Ledger ledger, Population population) {
    for (Scope scope : Scope.values()) {
      for (Incident incident : ledger.open(scope)) {
        Incident.Findings f = incident.findings();
        Evidence factor = CommonFactor.of(incident, population);
        ledger.put(
            incident.withFindings(new Incident.Findings(f.confidence(), f.evidence(), factor)));
      }
    }
  }
}
