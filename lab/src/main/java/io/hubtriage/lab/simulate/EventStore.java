package io.hubtriage.lab.simulate;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** All events of a simulation in columns. */
final class EventStore {
  private static final long FILETIME_EPOCH = -11_644_473_600L; // 1601-01-01, seconds

  private final World world;
  private int size;
  private int[] device = new int[1024];
  private int[] ordinal = new int[1024];
  private boolean[] connected = new boolean[1024];
  private long[] at = new long[1024];
  private long[] received = new long[1024];

  EventStore(World world) {
    this.world = world;
  }

  int size() {
    return size;
  }

  long received(int event) {
    return received[event];
  }

  /**
   * Keeps one delivery of an event.
   *
   * @param number which of the device's events it is
   */
  void add(SimulatedDevice from, int number, StateEvent.Kind state, long noted, long delivered) {
    if (size == at.length) {
      grow();
    }
    device[size] = from.number();
    ordinal[size] = number;
    connected[size] = state == StateEvent.Kind.CONNECTED;
    at[size] = noted;
    received[size++] = delivered;
  }

  StateEvent event(int event) {
    SimulatedDevice from = world.devices().get(device[event]);
    Instant noted = world.instant(at[event]);
    long high = (world.scenario().seed() ^ from.number()) * 0x9E3779B97F4A7C15L;
    UUID id =
        new UUID(
            (high & ~0xF000L) | 0x4000L, // the form of a random UUID
            0x8000000000000000L | (long) from.number() << 32 | ordinal[event]);
    return new StateEvent(
        from,
        id.toString(),
        connected[event] ? StateEvent.Kind.CONNECTED : StateEvent.Kind.DISCONNECTED,
        sequence(noted, ordinal[event]),
        noted,
        world.instant(received[event]));
  }

  /** Built like the documented example: a Windows file time and a counter inside of zeroes. */
  private static String sequence(Instant noted, int number) {
    long fileTime = (noted.getEpochSecond() - FILETIME_EPOCH) * 10_000_000L + noted.getNano() / 100;
    return String.format(Locale.ROOT, "%032X00000002%024X", fileTime, number);
  }

  private void grow() {
    int larger = size + size / 2;
    device = Arrays.copyOf(device, larger);
    ordinal = Arrays.copyOf(ordinal, larger);
    connected = Arrays.copyOf(connected, larger);
    at = Arrays.copyOf(at, larger);
    received = Arrays.copyOf(received, larger);
  }
}
