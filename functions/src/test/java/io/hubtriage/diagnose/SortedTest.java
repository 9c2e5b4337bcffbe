package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class SortedTest {
  @Property(tries = 200)
  void countsWithinAscendingNumbersAsLookingThroughThemDoes(
      @ForAll List<@LongRange(min = 0, max = 20) Long> numbers,
      @ForAll @LongRange(min = -1, max = 21) long from,
      @ForAll @LongRange(min = -1, max = 21) long to) {
    long[] ascending = numbers.stream().mapToLong(n -> n).sorted().toArray();
    long expected = numbers.stream().filter(n -> n >= from && n < to).count();
    assertThat(Sorted.within(ascending, from, to)).isEqualTo((int) expected);
  }
}
