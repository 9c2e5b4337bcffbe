package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.score.Alert;
import io.hubtriage.lab.simulate.WideIncident;
import io.hubtriage.lab.simulate.WideIncident.Kind;
import io.hubtriage.model.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Incidents of a whole hub or site: those reported, and those there were. Alerts of one hub and
 * cause within an hour of each other are one report.
 *
 * @param hubDays watched
 * @param reports how many there were
 * @param wrong those that began in no incident of their kind
 * @param incidents that happened
 * @param found those in which a report of their kind began
 */
record WideReports(double hubDays, int reports, int wrong, int incidents, int found) {
  private static final Duration APART = Duration.ofHours(1);
  private static final Duration BEFORE = Duration.ofMinutes(2);
  private static final Duration AFTER = Duration.ofMinutes(10);

  /** Alerts of one matter. */
  private record Report(String hub, Cause cause, Instant since, Instant last) {}

  static WideReports of(Specimen specimen, Collection<Alert> alerts) {
    List<Report> reports = reports(alerts);
    List<WideIncident> incidents =
        specimen.incidents().stream().filter(i -> i.kind() != Kind.UPGRADE).toList();
    long wrong =
        reports.stream().filter(r -> incidents.stream().noneMatch(i -> begins(r, i))).count();
    long found =
        incidents.stream().filter(i -> reports.stream().anyMatch(r -> begins(r, i))).count();
    return new WideReports(
        specimen.hubDays(), reports.size(), (int) wrong, incidents.size(), (int) found);
  }

  /** All of several logs. */
  static WideReports sum(Collection<WideReports> all) {
    return new WideReports(
        all.stream().mapToDouble(WideReports::hubDays).sum(),
        all.stream().mapToInt(WideReports::reports).sum(),
        all.stream().mapToInt(WideReports::wrong).sum(),
        all.stream().mapToInt(WideReports::incidents).sum(),
        all.stream().mapToInt(WideReports::found).sum());
  }

  private static List<Report> reports(Collection<Alert> alerts) {
    List<Report> reports = new ArrayList<>();
    for (Alert alert :
        alerts.stream()
            .filter(a -> a.cause().wide())
            .sorted(Comparator.comparing(Alert::at))
            .toList()) {
      Report open = null;
      for (Report report : reports) {
        boolean same = report.hub.equals(alert.hub()) && report.cause == alert.cause();
        if (same && !alert.at().isAfter(report.last.plus(APART))) {
          open = report;
        }
      }
      Instant since = open == null ? alert.since() : open.since;
      reports.remove(open);
      reports.add(new Report(alert.hub(), alert.cause(), since, alert.at()));
    }
    return reports;
  }

  private static boolean begins(Report report, WideIncident incident) {
    Cause cause = incident.kind() == Kind.SITE ? Cause.SITE_OUTAGE : Cause.HUB_TRANSIENT;
    Instant from = incident.at().minus(BEFORE);
    Instant to = incident.at().plus(incident.spread()).plus(incident.down()).plus(AFTER);
    return report.cause == cause
        && report.hub.equals(incident.hub().name())
        && !report.since.isBefore(from)
        && !report.since.isAfter(to);
  }
}
