package io.hubtriage.settings;

import java.time.Duration;

/**
 * How often and how far back the hubs are looked at.
 *
 * @param logEvery from one look at the connection log to the next; 1 to 60 minutes
 * @param eventsEvery from one look at the event journal to the next; 10 seconds to 10 minutes. The
 *     platform itself sends connection events as 60-second snapshots
 * @param overlap how much of what was already seen is read again, for rows that became visible out
 *     of order; 0 to 60 minutes
 * @param ingestionLag how late a row may be: nothing is concluded from an absence before it has
 *     passed; 1 minute to 2 hours
 * @param stormDevices above this many unexplained devices of a hub only a sample is looked at one
 *     by one; 100 to 100,000
 * @param stormSample how many then; 100 up to {@code stormDevices}
 */
public record Sweeps(
    Duration logEvery,
    Duration eventsEvery,
    Duration overlap,
    Duration ingestionLag,
    int stormDevices,
    int stormSample) {
  /** What holds unless the file says otherwise. */
  public static final Sweeps DEFAULT =
      new Sweeps(
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          Duration.ofMinutes(15),
          Duration.ofMinutes(20),
          5_000,
          2_000);
}
