package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts numbers to a verdict. Every number is counted from the device's own rows. */
final class EvidenceOf {
  /** So many rows make no verdict of their own. */
  private static final int FEW_ROWS = 2;

  /** A cause less likely than this says nothing. */
  private static final double WORTH_TELLING = 0.1;

  private final DeviceDiagnosis device;
  private final Cause cause;
  private final List<Drop> run = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private EvidenceOf(DeviceDiagnosis device, Cause cause, int first, int last) {
    this.device = device;
    this.cause = cause;
    for (int i = first; i <= last; i++) {
      if (device.cause(i) == cause) {
        run.add(device.drops().get(i));
      }
    }
  }

  /**
   * Why a device's condition has its cause.
   *
   * @param first index of the first drop it rests on
   * @param last index of the last one
   */
  static Evidence condition(
      DeviceDiagnosis device, Cause cause, Impact impact, int first, int last, Instant asOf) {
    EvidenceOf evidence = new EvidenceOf(device, cause, first, last);
    evidence.causes();
    if (impact == Impact.OFFLINE) {
      evidence.offline(first, last, asOf);
    }
    return new Evidence(evidence.findings);
  }

  private void causes() {
    switch (cause) {
      case CONNECTION_LOST -> irregular();
      case KEEP_ALIVE_TIMEOUT -> keepAlive();
      case CRASH_LOOP -> shortSessions();
      case AUTHENTICATION_FAILURE -> refusals();
      case DUPLICATE_IDENTITY -> conflicts();
      case THROTTLED -> codes("throttle-codes");
      case UNKNOWN -> lastVerdict();
      default -> {}
    }
  }

  private void irregular() {
    List<Long> sessions = sessions();
    if (sessions.size() >= 2) {
      findings.add(
          Finding.of(
              "irregular-sessions",
              "drops",
              (long) breaks(),
              "shortest",
              millis(sessions.get(0)),
              "longest",
              millis(sessions.get(sessions.size() - 1))));
    }
    long refused = run.stream().filter(d -> d.signal() == Signal.UNAUTHORIZED).count();
    if (refused == 0 && !run.isEmpty()) {
      findings.add(Finding.of("no-refusal", "drops", (long) breaks()));
    }
    reconnects();
  }

  private void keepAlive() {
    List<Long> sessions = sessions();
    long timeout =
        sessions.stream()
            .mapToLong(s -> device.habits().timeouts().met(s))
            .filter(t -> t > 0)
            .findFirst()
            .orElse(0);
    long matching =
        sessions.stream().filter(s -> Math.abs(s - timeout) <= 4 * Timeouts.SPREAD_MILLIS).count();
    if (timeout > 0) {
      findings.add(
          Finding.of(
              "keep-alive-match",
              "matching",
              matching,
              "sessions",
              (long) sessions.size(),
              "timeout",
              millis(timeout),
              "keepAlive",
              millis(timeout * 2 / 3)));
    }
    reconnects();
  }

  private void shortSessions() {
    List<Long> sessions = sessions();
    if (!sessions.isEmpty()) {
      findings.add(
          Finding.of(
              "short-sessions",
              "sessions",
              (long) sessions.size(),
              "median",
              millis(sessions.get(sessions.size() / 2))));
    }
    reconnects();
  }

  private void refusals() {
    // A refused disconnect is a token's end; only refused connects are attempts.
    List<Drop> refused =
        run.stream()
            .filter(d -> d.signal() == Signal.UNAUTHORIZED)
            .filter(d -> d.operation() == Operation.CONNECT)
            .toList();
    if (!refused.isEmpty()) {
      findings.add(
          Finding.of(
              "refusals-without-connect",
              "refusals",
              (long) refused.size(),
              "span",
              millis(refused.get(refused.size() - 1).at() - refused.get(0).at())));
    }
    lastConnect();
  }

  private void conflicts() {
    List<Drop> conflicts =
        run.stream()
            .filter(d -> d.signal() == Signal.NEW_CONNECTION || d.signal() == Signal.LINK_CONFLICT)
            .toList();
    if (!conflicts.isEmpty()) {
      findings.add(
          Finding.of(
              "identity-conflicts",
              "conflicts",
              (long) conflicts.size(),
              "span",
              millis(conflicts.get(conflicts.size() - 1).at() - conflicts.get(0).at())));
    }
    reconnects();
  }

  private void codes(String key) {
    Set<String> codes = new TreeSet<>();
    run.forEach(d -> codes.add(d.signal().label()));
    findings.add(Finding.of(key, "rows", (long) run.size(), "codes", String.join(", ", codes)));
  }

  /** What was thought of the newest drop, where it does not say why the device stays away. */
  private void lastVerdict() {
    int last = device.drops().size() - 1;
    if (last < FEW_ROWS) {
      findings.add(Finding.of("few-rows", "rows", (long) last + 1));
    }
    Posterior posterior = device.posterior();
    Cause best = posterior.best(last);
    Cause second = posterior.second(last);
    boolean known = best != Cause.UNKNOWN && second != Cause.UNKNOWN;
    if (known && device.torn(last)) {
      findings.add(
          Finding.of(
              "competing",
              "first",
              best.code(),
              "firstShare",
              posterior.of(last, best),
              "second",
              second.code(),
              "secondShare",
              posterior.of(last, second)));
    } else {
      closest(best == Cause.UNKNOWN ? second : best, last);
    }
    if (best == Cause.SAS_TOKEN_RENEWAL) {
      findings.addAll(RenewalHabit.of(device));
    }
  }

  private void closest(Cause cause, int drop) {
    double share = device.posterior().of(drop, cause);
    if (share >= WORTH_TELLING) {
      findings.add(Finding.of("last-verdict", "cause", cause.code(), "share", share));
    }
  }

  private void offline(int first, int last, Instant asOf) {
    Instant since = Instant.ofEpochMilli(device.drops().get(first).at());
    Instant newest = Instant.ofEpochMilli(device.drops().get(last).at());
    findings.add(
        Finding.of("offline-since", "at", since, "silent", Duration.between(newest, asOf)));
  }

  private void lastConnect() {
    for (int i = device.timeline().size() - 1; i >= 0; i--) {
      if (device.timeline().isConnect(i)) {
        findings.add(Finding.of("last-connect", "at", device.timeline().time(i)));
        return;
      }
    }
    findings.add(Finding.of("no-connect-seen"));
  }

  private void reconnects() {
    List<Long> delays =
        run.stream()
            .filter(d -> d.reconnectMillis() >= 0 && d.reconnect() != Reconnect.OPEN)
            .map(Drop::reconnectMillis)
            .sorted()
            .toList();
    if (!delays.isEmpty()) {
      findings.add(Finding.of("reconnect-median", "delay", millis(delays.get(delays.size() / 2))));
    }
  }

  private int breaks() {
    return (int) run.stream().filter(d -> !d.continuesBreak()).count();
  }

  /** Lengths of the run's sessions whose connect was seen, shortest first. */
  private List<Long> sessions() {
    return run.stream()
        .filter(d -> d.start() == Drop.Start.CONNECT)
        .map(Drop::session)
        .sorted()
        .toList();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
