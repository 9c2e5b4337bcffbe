package io.hubtriage.incident;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the incidents of whole hubs and sites up to date. An outage is recomputed in every look,
 * so it is recognised by cause, network and time, and one that was resolved stays so.
 */
final class WideIncidents {
  /** Offline devices first: they are the ones a bounded list must not lose. */
  private static final Comparator<Condition> WORST_FIRST =
      Comparator.comparing(Condition::impact).reversed().thenComparing(Condition::device);

  private final Ledger ledger;
  private final Policy policy;
  private final Instant now;
  private final Set<String> reported = new HashSet<>();

  WideIncidents(Ledger ledger, Policy policy, Instant now) {
    this.ledger = ledger;
    this.policy = policy;
    this.now = now;
  }

  void update(Assessment assessment) {
    List<Outage> outages = Outages.joined(assessment.outages(), policy.near());
    List<Outage> fresh = new ArrayList<>();
    for (Outage outage : outages) {
      Optional<Incident> mine = same(outage);
      mine.ifPresentOrElse(i -> work(i, outage), () -> fresh.add(outage));
    }
    for (Outage outage : fresh) {
      Optional<Incident> mine = same(outage).or(() -> other(outage));
      work(mine.orElseGet(() -> open(outage)), outage);
    }
    Set<Device> troubled =
        assessment.conditions().stream()
            .filter(c -> c.impact() != Impact.RECOVERED)
            .map(Condition::device)
            .collect(Collectors.toSet());
    for (Incident incident : ledger.open(Scope.WIDE)) {
      if (!reported.contains(incident.id())) {
        fade(incident, assessment.examined(), troubled);
      }
    }
  }

  private Incident open(Outage o) {
    return Incident.opened(o.hub(), Scope.WIDE, o.cause(), o.network(), o.span(), now);
  }

  private Optional<Incident> same(Outage outage) {
    return near(outage)
        .filter(i -> i.cause() == outage.cause() && i.network().equals(outage.network()))
        .findFirst();
  }

  /** An incident of another cause that is this outage nevertheless. */
  private Optional<Incident> other(Outage outage) {
    return near(outage)
        .filter(i -> Outages.mayShare(i.network(), outage.network()))
        .filter(i -> i.provisional() || spokenFor(i, outage))
        .findFirst();
  }

  /** Whether an incident with a cause already tells of the outage. */
  private boolean spokenFor(Incident i, Outage outage) {
    boolean sure = outage.cause() != Cause.UNKNOWN;
    boolean judgedAnew = sure && !reported.contains(i.id());
    boolean sameTime = i.open() || Outages.near(i.span(), outage.span(), Duration.ofMillis(1));
    return sameTime && (judgedAnew || !sure);
  }

  /** Open ones first, then the newest. */
  private Stream<Incident> near(Outage outage) {
    return ledger.all(Scope.WIDE).stream()
        .filter(i -> Outages.near(i.span(), outage.span(), policy.near()))
        .sorted(
            Comparator.comparing(Incident::open)
                .thenComparing(Incident::openedAt)
                .thenComparing(Incident::id)
                .reversed());
  }

  private void work(Incident found, Outage outage) {
    reported.add(found.id());
    boolean sure = outage.cause() != Cause.UNKNOWN;
    if (!sure && !found.provisional()) {
      return; // Events tell less than the log did.
    }
    Incident incident =
        sure && found.cause() != outage.cause()
            ? found.upgraded(outage.cause(), outage.network(), now)
            : found;
    boolean news = outage.span().end().isAfter(found.span().end());
    if (!incident.open() && !outage.over() && news) {
      incident = incident.reopened();
    }
    boolean upgraded = !incident.cause().equals(found.cause());
    if (incident.open() || upgraded) {
      incident = refreshed(incident, outage);
    }
    ledger.put(incident);
    if (sure && incident.open()) {
      absorb(incident, outage);
    }
    if (outage.over()) {
      ledger.put(ledger.get(incident.id()).resolved(now));
    }
  }

  private Incident refreshed(Incident incident, Outage outage) {
    SortedMap<Device, Member> members = new TreeMap<>();
    outage.devices().stream()
        .sorted(WORST_FIRST)
        .limit(Roster.MAX_LISTED)
        .forEach(c -> members.put(c.device(), member(incident, c)));
    if (incident.causeKnownAt().filter(now::equals).isPresent()) {
      keepTold(incident, members);
    }
    Roster listed = incident.roster().listing(members.values(), 0);
    int unlisted = Math.max(0, outage.deviceCount() - members.size());
    int offline = Math.max(0, outage.offline() - listed.offline());
    Incident.Findings findings =
        new Incident.Findings(
            outage.confidence(), outage.evidence(), incident.findings().commonFactor());
    Roster counted = listed.counting(unlisted, Math.min(unlisted, offline));
    return incident
        .withSpan(outage.span())
        .withRoster(counted.reaching(counted.count()))
        .withFindings(findings);
  }

  /**
   * When the log first tells of a fault, rows of devices that events saw go with it are still on
   * their way: for one look they stay.
   */
  private static void keepTold(Incident incident, SortedMap<Device, Member> members) {
    incident.roster().listed().values().stream()
        .filter(m -> !members.containsKey(m.device()))
        .limit(Roster.MAX_LISTED - members.size())
        .toList()
        .forEach(m -> members.put(m.device(), m));
  }

  private Member member(Incident incident, Condition c) {
    Member before = incident.roster().listed().get(c.device());
    return before == null ? Member.joining(c, Optional.empty(), now) : before.seen(c);
  }

  /** Takes in what events said about the same fault. */
  private void absorb(Incident incident, Outage outage) {
    Incident whole = incident;
    for (Incident other : ledger.open(Scope.WIDE)) {
      boolean same =
          other.provisional()
              && !other.id().equals(incident.id())
              && Outages.mayShare(other.network(), outage.network())
              && Outages.near(other.span(), whole.span(), policy.near());
      if (same) {
        whole = whole.merging(other);
        ledger.put(other.mergedAway(now));
      }
    }
    ledger.put(whole);
  }

  /**
   * An open incident that this look did not report: its members leave as they are found well, and
   * after the longest look-back nobody can say any more.
   */
  private void fade(Incident incident, Set<Device> examined, Set<Device> troubled) {
    List<Member> still =
        incident.roster().listed().values().stream()
            .filter(m -> !examined.contains(m.device()) || troubled.contains(m.device()))
            .toList();
    boolean unseen = !Policy.within(policy.remembered(), incident.span().end(), now);
    if (unseen || still.isEmpty()) {
      ledger.put(incident.resolved(now));
    } else if (still.size() < incident.roster().listed().size()) {
      Roster roster = incident.roster();
      ledger.put(incident.withRoster(roster.listing(still, roster.unlisted())));
    }
  }
}
