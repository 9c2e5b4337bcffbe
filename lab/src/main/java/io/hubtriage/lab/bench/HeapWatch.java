package io.hubtriage.lab.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** Looks at the heap every few milliseconds and keeps the most that it saw. */
final class HeapWatch extends Thread {
  private static final long EVERY_NANOS = 5_000_000;

  private volatile boolean ended;
  private volatile long most = used();

  private HeapWatch() {
    setDaemon(true);
  }

  static HeapWatch begin() {
    HeapWatch watch = new HeapWatch();
    watch.start();
    return watch;
  }

  /** Bytes on the heap now, garbage included. */
  static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public void run() {
    while (!ended) {
      most = Math.max(most, used());
      LockSupport.parkNanos(EVERY_NANOS);
    }
  }

  /** The most bytes there were since the beginning. */
  long end() {
    ended = true;
    return Math.max(most, used());
  }
}
