package io.hubtriage.lab.bench;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What some work cost.
 *
 * @param seconds on the wall clock
 * @param cpuSeconds of all threads, compilers and collectors included
 * @param heapBytes the most that was seen on the heap beyond what was there before, garbage
 *     included: more than the work needs, and more the more heap there is
 */
record Cost(double seconds, double cpuSeconds, long heapBytes) {
  /** Does the work and counts. */
  static <T> Counted<T> of(Supplier<T> work) {
    System.gc();
    long before = HeapWatch.used();
    HeapWatch watch = HeapWatch.begin();
    long cpu = cpuNanos();
    long begun = System.nanoTime();
    T result = work.get();
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    return new Counted<>(result, new Cost(seconds, cpuSeconds, watch.end() - before));
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  /** Work that is done. */
  record Counted<T>(T result, Cost cost) {}
}
