package io.hubtriage.incident;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What there is to say: the difference between what is true and what was told. */
record Due(Policy policy, Inhibition inhibition, Ledger ledger) {

  /**
   * The kinds of notices that are due, weightiest first; the first that no gate refuses is sent.
   */
  List<NoticeKind> kinds(Incident i, Instant now) {
    return i.open() ? ongoing(i, now) : over(i, now);
  }

  private List<NoticeKind> over(Incident i, Instant now) {
    if (i.told().goesOn()) {
      return List.of(NoticeKind.RESOLVED);
    }
    boolean unheard = i.told().belief() == Told.Belief.NOTHING;
    if (i.wide()
        && unheard
        && i.openedAt().equals(now)
        && i.resolvedAt().filter(now::equals).isPresent()) {
      return List.of(NoticeKind.OPENED); // Already over when first seen: told all the same.
    }
    boolean explained = i.told().cause() == Cause.UNKNOWN && i.cause() != Cause.UNKNOWN;
    return i.wide() && !unheard && explained ? List.of(NoticeKind.UPGRADED) : List.of();
  }

  private List<NoticeKind> ongoing(Incident i, Instant now) {
    if (!i.told().goesOn()) {
      return i.wide() || hasNews(i, now) ? List.of(NoticeKind.OPENED) : List.of();
    }
    List<NoticeKind> due = new ArrayList<>();
    if (i.cause() != i.told().cause() && matters(i)) {
      due.add(NoticeKind.UPGRADED);
    }
    if (!unwatched(i, now).isEmpty()) {
      due.add(NoticeKind.REMINDER);
    }
    if (grew(i, now)) {
      due.add(NoticeKind.GREW);
    }
    int points = policy.remindersBy(i.told().openedAt().orElse(now), now);
    if (points > i.told().reminders() && i.roster().count() > 0) {
      due.add(NoticeKind.REMINDER);
    }
    return due;
  }

  /**
   * Whether to know the cause changes what somebody does: of a wide fault always, of devices if it
   * weighs more than what was told. Else the next notice says it.
   */
  private static boolean matters(Incident i) {
    return i.wide() || i.severity().compareTo(i.told().severity()) > 0;
  }

  private boolean grew(Incident i, Instant now) {
    Told told = i.told();
    // With another cause the severity is part of the upgrade.
    boolean worse = i.cause() == told.cause() && i.severity().compareTo(told.severity()) > 0;
    boolean counted = i.wide() || i.roster().unlisted() > 0;
    boolean more =
        policy.growthStep(i.roster().count(), told.atOpening())
            > policy.growthStep(told.members(), told.atOpening());
    return worse || (counted && more) || (!i.wide() && hasNews(i, now));
  }

  private boolean hasNews(Incident i, Instant now) {
    return i.roster().listed().values().stream().anyMatch(news(i, now));
  }

  /**
   * A member nobody was told of. One that came and went within a day is no news again, unless it
   * stays away: this is what keeps a flapping device at two notices a day.
   */
  private Predicate<Member> news(Incident i, Instant now) {
    return m -> m.fresh() && !inhibition.covers(m) && (!mentioned(m, i, now) || staysAway(m, now));
  }

  /**
   * What must have been told of a device for its trouble to be no news. Of one that stays away at
   * least as much as there is to say now: that its key is refused is news where it was "offline".
   * Of one that comes and goes anything, or it would be told of with every new cause.
   *
   * @param severity of what there is to say
   */
  private static Severity enough(Impact impact, Severity severity) {
    return impact == Impact.OFFLINE ? severity : Severity.NONE;
  }

  /** Whether a notice, of this incident or another, said enough of the device within the day. */
  private boolean mentioned(Member m, Incident i, Instant now) {
    Severity enough = enough(m.impact(), i.severity());
    return Stream.concat(Stream.of(m), ledger.recall(m.device(), enough).stream())
        .filter(told -> told.heard().compareTo(enough) >= 0)
        .flatMap(told -> told.toldAt().stream())
        .anyMatch(at -> Policy.within(policy.calm(), at, now));
  }

  private boolean staysAway(Member m, Instant now) {
    return m.offline() && !Policy.within(policy.newMembers(), m.joinedAt(), now);
  }

  /** Members that gave no sign of life for so long that watching them ends. */
  List<Member> unwatched(Incident i, Instant now) {
    return i.wide()
        ? List.of()
        : i.roster().listed().values().stream()
            .filter(m -> m.offline() && !Policy.within(policy.unwatched(), m.lastRow(), now))
            .toList();
  }
}
