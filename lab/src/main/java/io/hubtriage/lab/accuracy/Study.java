package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.accuracy.Method.Findings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;

/**
 * Everything that was measured.
 *
 * @param pools per condition and method
 * @param flips per share of the rows taken away
 */
record Study(Extent extent, Map<Condition, Map<Method, Pool>> pools, Map<Double, Flips> flips) {
  private static final List<Double> THINNED = List.of(0.05, 0.2);

  /** One fleet. */
  private record Sample(Map<Method, Measure> measures, Map<Double, Flips> flips) {}

  Pool pool(Condition condition, Method method) {
    Pool pool = pools.getOrDefault(condition, Map.of()).get(method);
    if (pool == null) {
      throw new IllegalArgumentException(condition + " was not measured for " + method);
    }
    return pool;
  }

  /**
   * Simulates and judges all fleets. The result depends on the extent only, not on the threads.
   *
   * @param threads fleets at once, at least 1; each needs some hundred megabytes at most
   * @param progress told the share that is done
   */
  static Study run(Extent extent, int threads, DoubleConsumer progress) {
    List<Condition> conditions = Condition.all(extent);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Map<Condition, List<Future<Sample>>> samples = new LinkedHashMap<>();
      for (Condition condition : conditions) {
        List<Future<Sample>> ofCondition = new ArrayList<>();
        for (long seed : extent.seeds()) {
          Callable<Sample> task = () -> sample(condition, extent, seed);
          ofCondition.add(workers.submit(task));
        }
        samples.put(condition, ofCondition);
      }
      return collect(extent, samples, progress);
    } finally {
      workers.shutdownNow();
    }
  }

  private static Study collect(
      Extent extent, Map<Condition, List<Future<Sample>>> samples, DoubleConsumer progress) {
    Map<Condition, Map<Method, Pool>> pools = new LinkedHashMap<>();
    Map<Double, List<Flips>> flips = new TreeMap<>();
    int done = 0;
    for (Map.Entry<Condition, List<Future<Sample>>> condition : samples.entrySet()) {
      Map<Method, List<Measure>> measures = new EnumMap<>(Method.class);
      for (Future<Sample> future : condition.getValue()) {
        Sample sample = result(future);
        sample.measures.forEach(
            (method, m) -> measures.computeIfAbsent(method, k -> new ArrayList<>()).add(m));
        sample.flips.forEach(
            (share, f) -> flips.computeIfAbsent(share, k -> new ArrayList<>()).add(f));
        progress.accept((double) ++done / (samples.size() * extent.seeds().size()));
      }
      Map<Method, Pool> ofCondition = new EnumMap<>(Method.class);
      measures.forEach((method, list) -> ofCondition.put(method, Pool.of(list)));
      pools.put(condition.getKey(), ofCondition);
    }
    Map<Double, Flips> sums = new TreeMap<>();
    flips.forEach((share, list) -> sums.put(share, Flips.sum(list)));
    return new Study(extent, pools, sums);
  }

  private static Sample result(Future<Sample> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fleets were judged", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fleet could not be judged: " + e.getCause(), e);
    }
  }

  private static Sample sample(Condition condition, Extent extent, long seed) {
    Specimen specimen = Specimen.of(condition.scenario(extent, seed));
    Map<Method, Measure> measures = new EnumMap<>(Method.class);
    Map<Double, Flips> flips = new TreeMap<>();
    for (Method method : Method.values()) {
      Findings findings = method.judge(specimen);
      measures.put(method, Measure.of(specimen, findings));
      if (condition.equals(Condition.WHOLE) && method == Method.HUBTRIAGE) {
        for (double share : THINNED) {
          Findings thinned = method.judge(specimen.thinned(share, seed));
          flips.put(
              share, Flips.between(specimen.truth(), findings.verdicts(), thinned.verdicts()));
        }
      }
    }
    return new Sample(measures, flips);
  }
}
