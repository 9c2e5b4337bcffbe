package io.hubtriage.incident;

import io.hubtriage.model.Device;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.List;

/**
 * Which devices an open wide incident speaks for: those it lists, and those whose trouble began
 * about when it did, for no list of a fault that just began is whole. Their own troubles are kept,
 * but not told while it lasts.
 */
final class Inhibition {
  private final List<Incident> open;
  private final Policy policy;

  /**
   * @param wide the open wide incidents of the hub
   */
  Inhibition(List<Incident> wide, Policy policy) {
    this.open = List.copyOf(wide);
    this.policy = policy;
  }

  /**
   * Whether a wide incident speaks for a device.
   *
   * @param network masked address, or {@code ""}
   * @param since when the device's own trouble began
   */
  boolean covers(Device device, String network, Instant since) {
    return open.stream().anyMatch(i -> covers(i, device, network, since));
  }

  boolean covers(Member member) {
    return covers(member.device(), member.network(), member.since());
  }

  private boolean covers(Incident wide, Device device, String network, Instant since) {
    if (wide.roster().listed().containsKey(device)) {
      return true;
    }
    boolean here = wide.network().isEmpty() || wide.network().equals(network);
    return here && around(wide.span(), since);
  }

  private boolean around(Window span, Instant since) {
    return !since.isBefore(span.start().minus(policy.near()))
        && !since.isAfter(span.end().plus(policy.near()));
  }
}
