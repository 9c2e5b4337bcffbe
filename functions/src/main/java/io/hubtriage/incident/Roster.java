package io.hubtriage.incident;

import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Who is in an incident and who was. Bounded: a storm is counted, not listed.
 *
 * @param listed members by device; at most {@link #MAX_LISTED}
 * @param unlisted members beyond the list, known by number only
 * @param unlistedOffline how many of those are offline
 * @param peak the most members there were at once in this spell, those left out that a wider
 *     incident speaks for
 * @param departed told members that left within a day, by device; at most {@link #MAX_LISTED}
 */
public record Roster(
    SortedMap<Device, Member> listed,
    int unlisted,
    int unlistedOffline,
    int peak,
    SortedMap<Device, Member> departed) {
  /** Most members an incident keeps one by one: the size of the sample taken in a storm. */
  public static final int MAX_LISTED = 2_000;

  /** Nobody, ever. */
  public static final Roster EMPTY = new Roster(new TreeMap<>(), 0, 0, 0, new TreeMap<>());

  /** Longest that a departed member is remembered. */
  private static final Duration MEMORY = Duration.ofHours(24);

  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if more than {@link #MAX_LISTED} members are listed, or a
   *     count is negative
   */
  public Roster {
    if (listed.size() > MAX_LISTED || unlisted < 0 || unlistedOffline < 0) {
      throw new IllegalArgumentException(
          "not a roster: %d listed, %d unlisted, %d of them offline"
              .formatted(listed.size(), unlisted, unlistedOffline));
    }
    listed = Collections.unmodifiableSortedMap(new TreeMap<>(listed));
    departed = Collections.unmodifiableSortedMap(new TreeMap<>(departed));
  }

  /** All members, listed or not. */
  public int count() {
    return listed.size() + unlisted;
  }

  /** Members without a connect since. */
  public int offline() {
    return unlistedOffline + (int) listed.values().stream().filter(Member::offline).count();
  }

  /** The worst among the members; recovered if there is none. */
  public Impact impact() {
    if (unlistedOffline > 0) {
      return Impact.OFFLINE;
    }
    return listed.values().stream()
        .map(Member::impact)
        .max(Comparator.naturalOrder())
        .orElse(Impact.RECOVERED);
  }

  /** With these members instead; above the limit the rest is counted only. */
  Roster listing(Collection<Member> members, int overflow) {
    TreeMap<Device, Member> list = new TreeMap<>();
    members.forEach(m -> list.put(m.device(), m));
    SortedMap<Device, Member> gone = new TreeMap<>(departed);
    gone.keySet().removeAll(list.keySet());
    return new Roster(list, overflow, Math.min(unlistedOffline, overflow), peak, gone);
  }

  /** With a peak of at least so many. */
  Roster reaching(int members) {
    return new Roster(listed, unlisted, unlistedOffline, Math.max(peak, members), departed);
  }

  /** A new spell begins: only who was told is remembered. */
  Roster anew() {
    return new Roster(listed, unlisted, unlistedOffline, 0, departed);
  }

  Roster counting(int unlisted, int unlistedOffline) {
    return new Roster(listed, unlisted, unlistedOffline, peak, departed);
  }

  /** Remembers those that were told and left; forgets who left longer ago than a day. */
  Roster departing(Collection<Member> leavers, Instant now) {
    SortedMap<Device, Member> gone = new TreeMap<>(departed);
    leavers.stream()
        .filter(m -> m.toldAt().isPresent())
        .forEach(m -> gone.put(m.device(), m.left(now)));
    gone.values().removeIf(m -> !lastMention(m).plus(MEMORY).isAfter(now));
    return new Roster(listed, unlisted, unlistedOffline, peak, newest(gone));
  }

  /** Applies a change to every listed member. */
  Roster mapListed(UnaryOperator<Member> change) {
    SortedMap<Device, Member> changed = new TreeMap<>(listed);
    changed.replaceAll((device, member) -> change.apply(member));
    return new Roster(changed, unlisted, unlistedOffline, peak, departed);
  }

  /** A notice spoke of everybody who left. */
  Roster tellDeparted(Severity severity, Instant now) {
    SortedMap<Device, Member> changed = new TreeMap<>(departed);
    changed.replaceAll((device, member) -> member.told(severity, now));
    return new Roster(listed, unlisted, unlistedOffline, peak, changed);
  }

  private static Instant lastMention(Member m) {
    Instant left = m.leftAt().orElse(m.joinedAt());
    return m.toldAt().filter(left::isBefore).orElse(left);
  }

  private static SortedMap<Device, Member> newest(SortedMap<Device, Member> gone) {
    if (gone.size() <= MAX_LISTED) {
      return gone;
    }
    SortedMap<Device, Member> kept = new TreeMap<>();
    gone.values().stream()
        .sorted(Comparator.comparing(Roster::lastMention).reversed().thenComparing(Member::device))
        .limit(MAX_LISTED)
        .forEach(m -> kept.put(m.device(), m));
    return kept;
  }
}
