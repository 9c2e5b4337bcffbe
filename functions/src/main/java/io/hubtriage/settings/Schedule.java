package io.hubtriage.settings;

import io.hubtriage.model.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When something is quiet. */
public sealed interface Schedule {
  /** Whether it is quiet at this instant: starts are inclusive, ends exclusive. */
  boolean contains(Instant at);

  /** One span, and never again. */
  record Once(Window window) implements Schedule {
    @Override
    public boolean contains(Instant at) {
      return window.contains(at);
    }
  }

  /**
   * The same hours every week.
   *
   * @param days on which the window opens; at least one. It may close on the day after
   * @param from when it opens by the zone's clocks
   * @param to when it closes; not after {@code from} means on the next day, so equal times are one
   *     whole day
   */
  record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone)
      implements Schedule {
    /** Copies the days. */
    public Weekly {
      days = Set.copyOf(days);
    }

    @Override
    public boolean contains(Instant at) {
      LocalDate today = LocalDate.ofInstant(at, zone);
      return opensOn(today, at) || opensOn(today.minusDays(1), at);
    }

    private boolean opensOn(LocalDate day, Instant at) {
      LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
      return days.contains(day.getDayOfWeek())
          && !at.isBefore(firstShown(day.atTime(from)))
          && at.isBefore(firstShown(last.atTime(to)));
    }

    /**
     * When the zone's clocks first show a time or, where they skip it, jump past it. So a window
     * inside the skipped hour is empty, and one that ends in the doubled hour ends the first time
     * round: where the clocks leave a doubt, people are told.
     */
    private Instant firstShown(LocalDateTime time) {
      @Nullable ZoneOffsetTransition change = zone.getRules().getTransition(time);
      return change != null && change.isGap() ? change.getInstant() : time.atZone(zone).toInstant();
    }
  }
}
