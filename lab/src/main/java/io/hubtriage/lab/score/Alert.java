package io.hubtriage.lab.score;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import java.time.Instant;
import java.util.Map;

/**
 * A message that asks a person to act.
 *
 * @param at when it was sent
 * @param hub the hub's name in lower case
 * @param cause what it blames
 * @param devices those it names, with the time of the first row it holds against each
 */
public record Alert(Instant at, String hub, Cause cause, Map<Device, Instant> devices) {
  /** Copies the devices. */
  public Alert {
    devices = Map.copyOf(devices);
  }

  /** The earliest row it rests on; its own time if it names no device. */
  public Instant since() {
    return devices.values().stream().min(Instant::compareTo).orElse(at);
  }
}
