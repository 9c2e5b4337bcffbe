package io.hubtriage.azure.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Eight threads that start one thing at the same moment. */
final class Race {
  static final int RUNNERS = 8;

  private Race() {}

  /** How many of them were told that they won. */
  static long winners(IntFunction<Boolean> run) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
    CyclicBarrier start = new CyclicBarrier(RUNNERS);
    try {
      List<Callable<Boolean>> runners = new ArrayList<>();
      for (int i = 0; i < RUNNERS; i++) {
        int number = i;
        runners.add(
            () -> {
              start.await(30, TimeUnit.SECONDS);
              return run.apply(number);
            });
      }
      long winners = 0;
      for (Future<Boolean> result : threads.invokeAll(runners)) {
        winners += result.get() ? 1 : 0;
      }
      return winners;
    } finally {
      threads.shutdownNow();
    }
  }
}
