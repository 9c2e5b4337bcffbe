package io.hubtriage.incident;

import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a notice about an incident says.
 *
 * @param unwatched members the notice takes leave of
 */
record Telegram(Incident incident, Inhibition inhibition, List<Member> unwatched) {
  private static final int SLICES = 12;
  private static final Comparator<Member> NEW_AND_OFFLINE_FIRST =
      Comparator.comparing(Member::fresh)
          .thenComparing(Member::impact)
          .reversed()
          .thenComparing(Member::device);

  Facts.OfIncident facts(NoticeKind kind) {
    boolean over = kind == NoticeKind.RESOLVED;
    List<Member> told = shown();
    int hidden = incident.roster().listed().size() - told.size();
    int members = over ? incident.roster().peak() : incident.roster().count() - hidden;
    return new Facts.OfIncident(
        incident.id(),
        incident.hub(),
        incident.cause(),
        incident.severity(),
        incident.provisional(),
        incident.impact(),
        incident.openedAt(),
        incident.span(),
        incident.causeKnownAt(),
        incident.resolvedAt(),
        members,
        offline(told),
        over || !unwatched.isEmpty() ? 0 : newMembers(told),
        devices(told),
        incident.findings().confidence(),
        evidence(),
        incident.findings().commonFactor(),
        incident.mergedIds(),
        trend(told));
  }

  /** Members no other incident speaks for. */
  private List<Member> shown() {
    return incident.roster().listed().values().stream()
        .filter(m -> incident.wide() || !inhibition.covers(m))
        .toList();
  }

  private int offline(List<Member> told) {
    return incident.roster().unlistedOffline()
        + (int) told.stream().filter(Member::offline).count();
  }

  private int newMembers(List<Member> told) {
    int fresh = (int) told.stream().filter(Member::fresh).count();
    return incident.roster().unlisted() == 0
        ? fresh
        : Math.max(fresh, incident.roster().count() - incident.told().members());
  }

  private List<Facts.Affected> devices(List<Member> told) {
    List<Member> members = new ArrayList<>(unwatched.isEmpty() ? told : unwatched);
    members.sort(NEW_AND_OFFLINE_FIRST);
    if (members.isEmpty()) {
      members.addAll(incident.roster().departed().values());
      members.sort(
          Comparator.comparing((Member m) -> m.leftAt().orElse(Instant.MIN))
              .reversed()
              .thenComparing(Member::device));
    }
    return members.stream().limit(Facts.MAX_DEVICES).map(Member::affected).toList();
  }

  private Evidence evidence() {
    Evidence evidence = incident.findings().evidence();
    if (unwatched.isEmpty()) {
      return evidence;
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.of("no-longer-watched", "devices", (long) unwatched.size()));
    findings.addAll(evidence.findings());
    return new Evidence(findings);
  }

  /** Devices in trouble per slice of the span; a sample stands for all. */
  private List<Integer> trend(List<Member> told) {
    long start = incident.span().start().toEpochMilli();
    long length = incident.span().length().toMillis();
    if (told.isEmpty() || length < SLICES) {
      return List.of();
    }
    int[] sample = new int[SLICES];
    for (Member m : told) {
      int last = slice(m.offline() ? start + length : m.lastRow().toEpochMilli(), start, length);
      for (int s = slice(m.since().toEpochMilli(), start, length); s <= last; s++) {
        sample[s]++;
      }
    }
    double scale = 1 + (double) incident.roster().unlisted() / told.size();
    List<Integer> trend = new ArrayList<>();
    for (int count : sample) {
      trend.add((int) Math.round(count * scale));
    }
    return trend;
  }

  private static int slice(long at, long start, long length) {
    return (int) Math.max(0, Math.min(SLICES - 1, (at - start) * SLICES / length));
  }
}
