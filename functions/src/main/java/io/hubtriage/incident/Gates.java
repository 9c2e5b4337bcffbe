package io.hubtriage.incident;

import io.hubtriage.model.Impact;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Every reason to stay quiet, in the order they are asked. */
final class Gates {
  private Gates() {}

  static Gate all(Policy policy, Mutes mutes, Inhibition inhibition) {
    return harmless()
        .then(muted(mutes))
        .then(inhibited(inhibition))
        .then(justTold())
        .then(awaitingCause(policy))
        .then(firstHours(policy))
        .then(toldRecently(policy))
        .then(dailyShare(policy));
  }

  private static Gate harmless() {
    return (i, kind, now) -> when(Quiet.HARMLESS, () -> !i.severity().alerts());
  }

  private static Gate muted(Mutes mutes) {
    return (i, kind, now) -> when(Quiet.MUTED, () -> mutes.muted(i, now));
  }

  private static Gate inhibited(Inhibition inhibition) {
    return (i, kind, now) ->
        when(
            Quiet.INHIBITED,
            () ->
                !i.wide()
                    && kind != NoticeKind.RESOLVED
                    && i.roster().listed().values().stream().allMatch(inhibition::covers));
  }

  private static Gate justTold() {
    return (i, kind, now) ->
        when(
            Quiet.JUST_TOLD,
            () ->
                kind != NoticeKind.RESOLVED
                    && i.told().lastAt().filter(at -> !at.isBefore(now)).isPresent());
  }

  private static Gate awaitingCause(Policy policy) {
    return (i, kind, now) ->
        when(
            Quiet.AWAITING_CAUSE,
            () ->
                i.wide()
                    && i.provisional()
                    && kind == NoticeKind.GREW
                    && inFirstHours(i, policy, now));
  }

  private static Gate firstHours(Policy policy) {
    return (i, kind, now) ->
        when(
            Quiet.FIRST_HOURS,
            () ->
                i.wide()
                    && kind != NoticeKind.RESOLVED
                    && i.told().spoken() >= policy.wideNotices()
                    && inFirstHours(i, policy, now));
  }

  private static Gate toldRecently(Policy policy) {
    return (i, kind, now) ->
        when(
            Quiet.TOLD_RECENTLY,
            () ->
                (kind == NoticeKind.OPENED || kind == NoticeKind.GREW)
                    && !(i.wide() && inFirstHours(i, policy, now))
                    && recent(i.told().newsAt(), policy, now));
  }

  /**
   * Two notices in any day about devices that come and go: the opening and one more. One that is
   * offline is not covered by this: it is news that it is still there, and that it came back.
   */
  private static Gate dailyShare(Policy policy) {
    return (i, kind, now) ->
        when(
            Quiet.DAILY_SHARE,
            () ->
                !i.wide()
                    && spentBy(i, kind)
                        .filter(at -> Policy.within(policy.calm(), at, now))
                        .isPresent());
  }

  /** The notice that has to be a day old before this kind may follow. */
  private static Optional<Instant> spentBy(Incident i, NoticeKind kind) {
    Impact impact = kind == NoticeKind.RESOLVED ? i.told().impact() : i.impact();
    if (impact == Impact.OFFLINE) {
      return Optional.empty();
    }
    return switch (kind) {
      case REMINDER -> i.told().lastAt();
      case UPGRADED, RESOLVED -> i.told().beforeAt();
      default -> Optional.empty();
    };
  }

  private static boolean inFirstHours(Incident i, Policy policy, Instant now) {
    return Policy.within(policy.newMembers(), i.openedAt(), now);
  }

  private static boolean recent(Optional<Instant> at, Policy policy, Instant now) {
    return at.filter(t -> Policy.within(policy.newMembers(), t, now)).isPresent();
  }

  private static Optional<Quiet> when(Quiet reason, BooleanSupplier holds) {
    return holds.getAsBoolean() ? Optional.of(reason) : Optional.empty();
  }
}
