package io.hubtriage.sweep;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hubs' {@code Connections} logs, behind four questions whose answers grow with what is wrong
 * and not with the fleet. The log may lose, double, delay and reorder rows; every answer counts a
 * doubled row (same device, module, time to the millisecond, operation and signal) once. No answer
 * holds anything of a row ingested at or after {@code asOf}.
 */
public interface ConnectionLog {
  /**
   * How much happened, minute by minute.
   *
   * @param time the rows' own time, not the time of their ingestion
   * @param asOf rows ingested from here on do not exist yet
   * @return one count per hub, minute, operation and signal that has rows; in no order
   * @throws ConnectionLogUnavailableException if the log cannot answer, or not wholly
   */
  List<ActivityCount> activity(Window time, Instant asOf);

  /**
   * How long the sessions lasted that ended in a span. A session runs from a connect that succeeded
   * to the first later row of the same device and module that is a disconnect or an error; it
   * counts in the span its end lies in.
   *
   * @param time when the sessions ended
   * @param lookBack how far before its end a session's connect is looked for; sessions without one
   *     there are left out
   * @param asOf rows ingested from here on do not exist yet
   * @return one count per hub, cohort, whole minutes, ending and reconnect that has sessions; in no
   *     order
   * @throws ConnectionLogUnavailableException if the log cannot answer, or not wholly
   */
  List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf);

  /**
   * The look-back of every device that has a disconnect or error row which the learned token lives
   * do not explain, and of the devices watched.
   *
   * @throws ConnectionLogUnavailableException if the log cannot answer, or not wholly
   */
  TimelineAnswer timelines(TimelineQuestion question);

  /**
   * How many devices of a hub have each of some traits. A device is a device id, its modules
   * included, and has every trait that any of its rows shows; what software it runs, connect rows
   * alone tell.
   *
   * @param time the rows' own time
   * @param asOf rows ingested from here on do not exist yet
   * @return a count for each of the traits, 0 included, and for {@link Trait#any any} trait of
   *     their kinds
   * @throws ConnectionLogUnavailableException if the log cannot answer, or not wholly
   */
  Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf);

  /**
   * Rows of one minute that look alike.
   *
   * @param minute the start of the minute of the rows' own time
   * @param rows distinct rows, at least 1
   * @param devices distinct devices and modules, approximately above a few hundred
   * @param newest the newest of the rows
   */
  record ActivityCount(
      Hub hub,
      Instant minute,
      Operation operation,
      Signal signal,
      long rows,
      long devices,
      Instant newest) {}

  /**
   * Sessions that look alike.
   *
   * @param minutes whole minutes the sessions lasted, rounded down
   * @param sessions at least 1
   * @param devices distinct devices and modules, approximately above a few hundred
   */
  record SessionCount(
      Hub hub,
      Cohort cohort,
      int minutes,
      Ending ending,
      Reconnect reconnect,
      long sessions,
      long devices) {}

  /** What the rows between a session's connect and the next connect say; the first that fits. */
  enum Ending {
    /** A row with another signal than the ones below. */
    OTHER,
    /** 401003, with or without 404104. */
    REFUSED,
    /** 404104. */
    CLOSED,
    /** Informational rows only. */
    QUIET
  }

  /** When the next successful connect after a session's end came. */
  enum Reconnect {
    WITHIN_MINUTE,
    LATER,
    NOT_YET
  }

  /**
   * Question three. A disconnect or error row is <em>explained</em> if its signal is none, 404104
   * or 401003, the time since the device's last successful connect (seen in the look-back) lies in
   * one of its cohort's bands, and the device connected again after it, or the row was ingested so
   * recently (less than {@code settle} before {@code asOf}) that the connect may not be there yet.
   * The cohort is that of the device's newest connect row that tells it.
   *
   * @param ingested rows that became queryable in this span are judged
   * @param lookBack how far back from {@code ingested.end()} the timelines reach, by the rows' own
   *     time
   * @param bands the session lengths that are explained, per hub and cohort
   * @param watched devices whose timelines are wanted in any case, per hub
   * @param settle as above
   * @param limit above this many unexplained devices of a hub only {@code sample} of them are
   *     returned, chosen by a hash of the device id so that the choice is the same every time;
   *     watched devices are always returned
   * @param sample see {@code limit}; not more than it
   */
  record TimelineQuestion(
      Window ingested,
      Duration lookBack,
      Map<Hub, Map<Cohort, List<Band>>> bands,
      Map<Hub, Set<Device>> watched,
      Duration settle,
      int limit,
      int sample) {
    /** Rows ingested from here on do not exist yet. */
    public Instant asOf() {
      return ingested.end();
    }
  }

  /**
   * The answer to question three.
   *
   * @param timelines of unexplained and of watched devices, each once; in no order
   * @param unexplained how many devices of each hub have an unexplained row; hubs without one are
   *     absent
   */
  record TimelineAnswer(List<Timeline> timelines, Map<Hub, Integer> unexplained) {
    /** Copies the collections. */
    public TimelineAnswer {
      timelines = List.copyOf(timelines);
      unexplained = Map.copyOf(unexplained);
    }
  }
}
