package io.hubtriage.lab.cost;

/**
 * How HubTriage is deployed.
 *
 * @param events whether connection events are received
 * @param memoryMb memory of an instance: 512, 2048 or 4096
 */
public record Setup(Events events, int memoryMb) {
  /** The parameter {@code receiveEvents}. */
  public enum Events {
    RECEIVED,
    NOT_RECEIVED
  }

  /** Memory of an instance in the unit it is billed in. */
  double gigabytes() {
    return memoryMb / 1024.0;
  }
}
