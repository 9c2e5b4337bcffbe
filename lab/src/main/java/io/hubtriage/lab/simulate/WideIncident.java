package io.hubtriage.lab.simulate;

import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that hits many devices of a hub at once.
 *
 * @param at when it begins
 * @param share of the hub's devices it hits, in [0, 1]
 * @param spread over how long it strikes one device after the other
 * @param down until when, after {@code at}, the last of them cannot connect
 * @param site the site it is about, -1 if it is about the hub
 */
public record WideIncident(
    Hub hub, Kind kind, Instant at, double share, Duration spread, Duration down, int site) {
  /** What happens. */
  public enum Kind {
    /** Most of a hub's nodes fail. */
    HUB("hub"),
    /** One node of a hub fails: about 5 % of its devices. */
    WEAK("weak"),
    /** A site, whatever hubs its devices are on, loses its uplink. */
    SITE("site"),
    /** The platform is upgraded. */
    UPGRADE("upg");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The name in {@code incidents_truth.json}. */
    public String code() {
      return code;
    }
  }

  /** Whether the device is among those hit. Not a fixed answer: a share is drawn. */
  boolean hits(SimulatedDevice device, Draws draws) {
    if (!hub.equals(device.hub())) {
      return false;
    }
    return kind == Kind.SITE ? site == device.site() : draws.chance(share);
  }

  Behaviour of(World world, Draws draws) {
    return switch (kind) {
      case HUB, WEAK -> HubOutage.of(this, world, draws);
      case SITE -> SiteOutage.of(this, world, draws);
      case UPGRADE -> PlatformUpgrade.of(this, world, draws);
    };
  }
}
