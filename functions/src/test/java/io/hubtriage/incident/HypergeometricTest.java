package io.hubtriage.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test's chances, against exact fractions. */
final class HypergeometricTest {
  /** Fisher's lady and her eight cups of tea. */
  @ParameterizedTest
  @CsvSource({"0, 70", "1, 69", "2, 53", "3, 17", "4, 1"})
  void eightCups(int right, int of70) {
    assertThat(Hypergeometric.atLeast(right, 4, 4, 8)).isCloseTo(of70 / 70.0, within(1e-12));
  }

  @Property(tries = 300)
  void isTheSumOfTheExactTerms(
      @ForAll @IntRange(max = 120) int all,
      @ForAll @IntRange(max = 120) int drawn,
      @ForAll @IntRange(max = 120) int marked,
      @ForAll @IntRange(max = 120) int count) {
    int d = Math.min(drawn, all);
    int m = Math.min(marked, all);
    double exact = exact(count, d, m, all);
    assertThat(Hypergeometric.atLeast(count, d, m, all))
        .isCloseTo(exact, Percentage.withPercentage(1e-7));
  }

  /** 40 of 40 where 40 of 400 are marked: 1 in 400 choose 40. */
  @Test
  void smallChancesKeepTheirDigits() {
    double exact =
        BigDecimal.ONE.divide(new BigDecimal(choose(400, 40)), MathContext.DECIMAL64).doubleValue();
    assertThat(Hypergeometric.atLeast(40, 40, 40, 400))
        .isCloseTo(exact, Percentage.withPercentage(1e-7));
  }

  @Test
  void takesAMillionDevices() {
    assertThat(Hypergeometric.atLeast(2_000, 2_000, 100_000, 1_000_000)).isZero();
    assertThat(Hypergeometric.atLeast(200, 2_000, 100_000, 1_000_000)).isBetween(0.5, 0.53);
  }

  private static double exact(int count, int drawn, int marked, int all) {
    BigInteger tail = BigInteger.ZERO;
    for (int k = count; k <= Math.min(drawn, marked); k++) {
      tail = tail.add(choose(marked, k).multiply(choose(all - marked, drawn - k)));
    }
    return new BigDecimal(tail)
        .divide(new BigDecimal(choose(all, drawn)), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger result = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }
}
