package io.hubtriage.incident;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What people have been told of an incident, apart from what is true. Whether to speak is decided
 * by comparing the two, so a restart or a replay says nothing twice.
 *
 * @param belief what people think now
 * @param cause the cause they were told last
 * @param severity the severity they were told last
 * @param impact the impact they were told last
 * @param atOpening members told when it opened
 * @param members members told last
 * @param reminders points of the reminder schedule that have passed or were covered by a notice
 * @param spoken notices so far, {@link NoticeKind#RESOLVED} not counted
 * @param sequence notices so far
 * @param kinds the kinds of notices so far
 * @param openedAt when the last {@link NoticeKind#OPENED} was; the reminders count from it
 * @param lastAt when the last notice was
 * @param beforeAt when the one before the last was
 * @param newsAt when members were last told of: opened, grew or upgraded
 */
public record Told(
    Belief belief,
    Cause cause,
    Severity severity,
    Impact impact,
    int atOpening,
    int members,
    int reminders,
    int spoken,
    int sequence,
    Set<NoticeKind> kinds,
    Optional<Instant> openedAt,
    Optional<Instant> lastAt,
    Optional<Instant> beforeAt,
    Optional<Instant> newsAt) {

  /** What people think of an incident. */
  public enum Belief {
    /** They were never told. */
    NOTHING,
    /** They think that it goes on. */
    GOES_ON,
    /** They think that it is over. */
    OVER
  }

  /** Nobody has heard a thing. */
  public static final Told NOTHING =
      new Told(
          Belief.NOTHING,
          Cause.UNKNOWN,
          Severity.NONE,
          Impact.RECOVERED,
          0,
          0,
          0,
          0,
          0,
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the kinds. */
  public Told {
    kinds = Set.copyOf(kinds);
  }

  boolean goesOn() {
    return belief == Belief.GOES_ON;
  }

  /** After a notice of this kind about the incident as it stands. */
  Told after(NoticeKind kind, Incident incident, Policy policy, Instant now) {
    boolean first = kind == NoticeKind.OPENED;
    boolean last = kind == NoticeKind.RESOLVED;
    boolean news = !last && kind != NoticeKind.REMINDER;
    EnumSet<NoticeKind> all = EnumSet.of(kind);
    all.addAll(kinds);
    return new Told(
        incident.open() ? Belief.GOES_ON : Belief.OVER,
        incident.cause(),
        incident.severity(),
        last ? impact : incident.impact(),
        first ? incident.roster().count() : atOpening,
        incident.roster().count(),
        first ? 0 : policy.remindersBy(openedAt.orElse(now), now),
        last ? spoken : spoken + 1,
        sequence + 1,
        all,
        first ? Optional.of(now) : openedAt,
        Optional.of(now),
        lastAt,
        news ? Optional.of(now) : newsAt);
  }

  /** People need to hear no more of it. */
  Told over() {
    return new Told(
        belief == Belief.NOTHING ? Belief.NOTHING : Belief.OVER,
        cause,
        severity,
        impact,
        atOpening,
        members,
        reminders,
        spoken,
        sequence,
        kinds,
        openedAt,
        lastAt,
        beforeAt,
        newsAt);
  }

  /**
   * People follow one conversation from here on that took in another. Where they know this one, the
   * other's members are new in it, which is told as such and no upgrade.
   */
  Told joinedBy(Told other) {
    if (!other.goesOn()) {
      return this;
    }
    Told base = goesOn() ? this : other;
    return new Told(
        Belief.GOES_ON,
        base.cause,
        base.severity,
        base.impact,
        base.atOpening,
        base.members,
        base.reminders,
        spoken + other.spoken,
        Math.max(sequence, other.sequence),
        base.kinds,
        base.openedAt,
        base.lastAt,
        base.beforeAt,
        base.newsAt);
  }
}
