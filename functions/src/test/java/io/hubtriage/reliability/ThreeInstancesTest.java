package io.hubtriage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.reliability.Tollgate.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three instances of the app on one storage account, each with clients of its own. Every event
 * comes twice, in any order, to any of them; all of them sweep at once, and every wake-up reaches
 * all of them at once.
 */
@Timeout(300)
final class ThreeInstancesTest {
  private static final int INSTANCES = 3;

  @TempDir Path folder = Path.of("");

  @Test
  void threeTellWhatOneTells() throws IOException {
    Ending alone;
    Scene quiet = new Scene(Files.createDirectory(folder.resolve("one")), gate());
    try (quiet;
        Host host = quiet.host()) {
      host.play(1, minute -> {});
      alone = Ending.of(quiet, host.wiring);
    }
    Scene busy = new Scene(Files.createDirectory(folder.resolve("three")), gate());
    List<Host> hosts = new ArrayList<>();
    try (busy) {
      for (int i = 0; i < INSTANCES; i++) {
        hosts.add(busy.host());
      }
      play(hosts);
      Ending together = Ending.of(busy, hosts.get(0).wiring);
      assertThat(together.told()).isEqualTo(alone.told());
      assertThat(together.repeats()).isEmpty();
      assertThat(together.unsent()).isEmpty();
      assertThat(together.incidents()).isEqualTo(alone.incidents());
      assertThat(together.memory()).isEqualTo(alone.memory());
    } finally {
      hosts.forEach(Host::close);
    }
  }

  private static void play(List<Host> hosts) {
    Random chance = new Random(7);
    for (int minute = 1; minute <= Plot.MINUTES; minute++) {
      receive(hosts, minute, chance);
      int now = minute;
      atOnce(hosts, host -> host.sweep(now));
      List<String> wakeups = hosts.get(0).taken();
      atOnce(hosts, host -> wakeups.forEach(host::deliver));
    }
  }

  private static void receive(List<Host> hosts, int minute, Random chance) {
    List<Plot.Delivery> twice = new ArrayList<>();
    for (Plot.Delivery delivery : Plot.deliveries()) {
      if (delivery.at().isBefore(Host.at(minute)) && !delivery.at().isBefore(Host.at(minute - 1))) {
        twice.add(delivery);
        twice.add(delivery);
      }
    }
    Collections.shuffle(twice, chance);
    AtomicInteger next = new AtomicInteger();
    atOnce(
        hosts,
        host -> {
          for (int i = next.getAndIncrement(); i < twice.size(); i = next.getAndIncrement()) {
            host.receive(twice.get(i));
          }
        });
  }

  private static void atOnce(List<Host> hosts, java.util.function.Consumer<Host> work) {
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    for (Host host : hosts) {
      Thread thread = new Thread(() -> work.accept(host));
      thread.setUncaughtExceptionHandler((t, failure) -> failures.add(failure));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(failures).isEmpty();
  }

  private static Tollgate gate() {
    return new Tollgate(Point.NEVER);
  }
}
