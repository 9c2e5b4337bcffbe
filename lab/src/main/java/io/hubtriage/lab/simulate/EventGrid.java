package io.hubtriage.lab.simulate;

/**
 * Turns state changes into events as a hub does: it looks at each device every 60 seconds and
 * reports the state if it changed. A drop and reconnect between two looks shows as the same state
 * again, or not at all (learn.microsoft.com/azure/iot-hub/iot-hub-event-grid).
 */
final class EventGrid {
  private static final double FLAP_SHOWS = 0.4;
  private static final double LATE = 0.003; // share of deliveries that are retried for minutes

  private final World world;
  private final EventStore events;

  EventGrid(World world, EventStore events) {
    this.world = world;
    this.events = events;
  }

  void publish(SimulatedDevice device, StateChanges changes, Draws draws) {
    long phase = draws.seconds(0, 60);
    boolean published = false;
    int number = 0;
    int next = 0;
    while (next < changes.size()) {
      long look = lookAfter(changes.at(next), phase);
      boolean state = false;
      while (next < changes.size() && changes.at(next) <= look) {
        state = changes.connectedAfter(next++);
      }
      if (look >= world.horizon()) {
        return;
      }
      if (look >= 0 && (state != published || draws.chance(FLAP_SHOWS))) {
        deliver(
            device,
            ++number,
            state ? StateEvent.Kind.CONNECTED : StateEvent.Kind.DISCONNECTED,
            look + draws.seconds(0, 0.9),
            draws);
      }
      published = state;
    }
  }

  private static long lookAfter(long at, long phase) {
    return phase - Math.floorDiv(phase - at, Ticks.MINUTE) * Ticks.MINUTE;
  }

  private void deliver(
      SimulatedDevice device, int number, StateEvent.Kind kind, long noted, Draws draws) {
    double seconds = draws.chance(LATE) ? draws.uniform(20, 400) : draws.gamma(1.2);
    long received = noted + Ticks.ofSeconds(seconds);
    events.add(device, number, kind, noted, received);
    if (draws.chance(world.scenario().doubledShare())) {
      events.add(device, number, kind, noted, received + draws.seconds(1, 60));
    }
  }
}
