package io.hubtriage.lab.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * The masked addresses the hubs see: one per site, and a few that a carrier shares among all its
 * customers (NAT). All of them are reserved for tests and documentation.
 */
final class Networks {
  private static final List<String> CARRIER =
      List.of("192.0.2.XXX", "198.51.100.XXX", "203.0.113.XXX");
  private static final int MOST_SITES = 512; // 198.18.0.0/15 masked to its third byte

  private final List<String> masked = new ArrayList<>();
  private final int sites;

  /** A network per 40 devices. */
  Networks(int devices) {
    sites = Math.max(2, Math.min(MOST_SITES, devices / 40));
    for (int site = 0; site < sites; site++) {
      masked.add("198." + (18 + site / 256) + "." + site % 256 + ".XXX");
    }
    masked.addAll(CARRIER);
  }

  int sites() {
    return sites;
  }

  String masked(int network) {
    return masked.get(network);
  }

  /** A network the device may connect from: its site's, or any of the carrier's. */
  int drawn(SimulatedDevice device, Draws draws) {
    return device.roams() ? sites + draws.below(CARRIER.size()) : device.site();
  }
}
