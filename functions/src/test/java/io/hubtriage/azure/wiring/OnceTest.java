package io.hubtriage.azure.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OnceTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void failureIsNotKept() {
    Once<String> once =
        new Once<>(
            () -> {
              if (made.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
              }
              return "there";
            });
    assertThatThrownBy(once::get).hasMessage("not yet");
    assertThatThrownBy(once::get).hasMessage("not yet");
    assertThat(once.ifMade()).isNull();
    assertThat(once.get()).isEqualTo("there");
    assertThat(once.get()).isEqualTo("there");
    assertThat(made).hasValue(3);
  }

  @Test
  void manyWhoAskAtOnceGetTheSame() {
    Once<Integer> once = new Once<>(made::incrementAndGet);
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 500).parallel().forEach(i -> seen.add(once.get()));
    assertThat(seen).containsExactly(1);
  }
}
