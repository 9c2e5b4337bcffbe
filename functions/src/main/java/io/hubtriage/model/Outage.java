package io.hubtriage.model;

import java.util.List;

/**
 * Many devices in trouble together: the hub's fault or a site's.
 *
 * @param cause {@link Cause#HUB_TRANSIENT}, {@link Cause#SITE_OUTAGE}, or {@link Cause#UNKNOWN}
 *     while only events tell of it
 * @param network the masked address the devices share, {@code ""} for a whole hub
 * @param span first affected row to last affected row known so far
 * @param over whether the burst has ended and its devices, or the hub's connectedDeviceCount, are
 *     back
 * @param deviceCount how many distinct devices are affected; more than {@code devices} holds when
 *     only a sample was fetched
 * @param offline how many of them have not connected again as far as is known
 * @param devices the affected devices that were looked at, with their state, sorted by device
 * @param confidence 0 to 1
 */
public record Outage(
    Hub hub,
    Cause cause,
    String network,
    Window span,
    boolean over,
    int deviceCount,
    int offline,
    List<Condition> devices,
    double confidence,
    Evidence evidence) {
  /** Copies the list. */
  public Outage {
    devices = List.copyOf(devices);
  }
}
