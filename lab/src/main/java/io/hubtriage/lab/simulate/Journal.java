package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What the hub notes down of one device. Rows of a device lie at least a millisecond apart, so that
 * each can be told from the next; every method answers when its row really lies.
 */
final class Journal {
  private final SimulatedDevice device;
  private final World world;
  private final ConnectGate gate;
  private final Ingestion ingestion;
  private final Draws draws;
  private final StateChanges changes = new StateChanges();
  private long last = Long.MIN_VALUE / 2;
  private int network;
  private boolean moved;

  Journal(SimulatedDevice device, World world, ConnectGate gate, Ingestion ingestion, Draws draws) {
    this.device = device;
    this.world = world;
    this.gate = gate;
    this.ingestion = ingestion;
    this.draws = draws;
    this.network = world.networks().drawn(device, draws);
  }

  Draws draws() {
    return draws;
  }

  long horizon() {
    return world.horizon();
  }

  /** The network the device connects from. */
  int network() {
    return network;
  }

  /** Makes the next connect come from another network. */
  void moveTo(int other) {
    network = other;
    moved = true;
  }

  StateChanges changes() {
    return changes;
  }

  /** The hub ends the connection, or sees it end. */
  long disconnect(long at, Signal signal, Cause cause) {
    return disconnect(at, signal, "", cause);
  }

  /**
   * The hub ends the connection, or sees it end.
   *
   * @param message what the row says instead of the signal's name; {@code ""} for the name
   */
  long disconnect(long at, Signal signal, String message, Cause cause) {
    long when = write(at, Operation.DISCONNECT, signal, message, cause);
    changes.disconnected(when);
    return when;
  }

  /** A connect fails. */
  long refuse(long at, Signal signal, Cause cause) {
    return refuse(at, signal, "", cause);
  }

  /** A connect fails, with a message as in {@link #disconnect(long, Signal, String, Cause)}. */
  long refuse(long at, Signal signal, String message, Cause cause) {
    return write(at, Operation.CONNECT, signal, message, cause);
  }

  /** A connect succeeds, if need be later than wanted because the hub is busy. */
  long connect(long wanted) {
    if (device.roams() && !moved && draws.chance(0.5)) {
      network = world.networks().drawn(device, draws);
    }
    moved = false;
    long when = write(gate.admit(wanted), Operation.CONNECT, Signal.NONE, "", null);
    changes.connected(when);
    return when;
  }

  private long write(
      long at, Operation operation, Signal signal, String message, @Nullable Cause cause) {
    long when = Math.max(at, last + Ticks.MILLI);
    last = when;
    if (when >= 0 && when < world.horizon()) {
      ingestion.accept(
          new Ingestion.Entry(device, when, network, operation, signal, message, cause), draws);
    }
    return when;
  }
}
