package io.hubtriage.lab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.function.Supplier;

/**
 * What some work cost.
 *
 * @param seconds on the wall clock
 * @param cpuSeconds of all threads, compilers and collectors included
 * @param heapBytes the most that was on the heap beyond what was there before, garbage included: an
 *     upper bound of what the work needs
 */
record Cost(double seconds, double cpuSeconds, long heapBytes) {
  /** Does the work and counts. */
  static <T> Counted<T> of(Supplier<T> work) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long cpu = cpuNanos();
    long begun = System.nanoTime();
    T result = work.get();
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    long most = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new Counted<>(result, new Cost(seconds, cpuSeconds, Math.max(0, most - before)));
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  /** Work that is done. */
  record Counted<T>(T result, Cost cost) {}
}
