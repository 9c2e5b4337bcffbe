package io.hubtriage.reliability;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Every effect a process has on the world goes through here, is counted, and at one of them the
 * process gets SIGKILL. The process knows nothing of it: the gate stands in the network.
 */
final class Tollgate {
  /** When the process dies. */
  enum Side {
    /** The effect was asked for and does not happen. */
    BEFORE,
    /** The effect happened, and its answer is never seen. */
    AFTER
  }

  /**
   * Where the process dies.
   *
   * @param number of the effect, from 1
   */
  record Point(int number, Side side) {
    /** Beyond every effect. */
    static final Point NEVER = new Point(Integer.MAX_VALUE, Side.AFTER);
  }

  /** Has the effect, and answers what the world said. */
  @FunctionalInterface
  interface Effect<T> {
    T happen() throws IOException;
  }

  private final Point point;
  private final List<String> passed = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Process> victim = new AtomicReference<>();

  Tollgate(Point point) {
    this.point = point;
  }

  /** Whom to kill. */
  void watch(Process process) {
    victim.set(process);
  }

  /**
   * One effect.
   *
   * @param kind what it is, for people
   * @throws IOException if the process is dead
   */
  <T> T pass(String kind, Effect<T> effect) throws IOException {
    int number = count(kind);
    if (point.equals(new Point(number, Side.BEFORE))) {
      kill();
    }
    T answer = effect.happen();
    if (point.equals(new Point(number, Side.AFTER))) {
      kill();
    }
    return answer;
  }

  private synchronized int count(String kind) {
    passed.add(kind);
    return passed.size();
  }

  /** The kinds of the effects so far, in their order. */
  List<String> passed() {
    return List.copyOf(passed);
  }

  private void kill() throws IOException {
    Process process = victim.get();
    if (process == null) {
      throw new IllegalStateException("nobody to kill");
    }
    try {
      // Not by the process itself: that would close what it says under whoever still reads it.
      process.toHandle().destroyForcibly();
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("killed");
  }
}
