package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TailTest {
  private static final MathContext DIGITS = new MathContext(50);

  @ParameterizedTest
  @CsvSource({"1, 0.5", "3, 0.5", "5, 2", "12, 4", "30, 10", "1, 40", "40, 40", "25, 0.01"})
  void poissonAgreesWithTheSumInFiftyDigits(int count, double mean) {
    double exact = poissonTail(count, mean);
    assertThat(Tail.atLeast(count, mean, 1)).isCloseTo(exact, within(Math.max(1e-14, 0.2 * exact)));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 1.5", "4, 1, 2", "6, 3, 3", "20, 4, 1.5", "12, 4, 5", "40, 20, 2"})
  void negativeBinomialAgreesWithTheSumInFiftyDigits(int count, double mean, double dispersion) {
    double exact = negativeBinomialTail(count, mean, dispersion);
    assertThat(Tail.atLeast(count, mean, dispersion))
        .isCloseTo(exact, within(Math.max(1e-13, 0.2 * exact)));
  }

  @ParameterizedTest
  @CsvSource({"700, 1", "745, 1", "5000, 1", "5000, 4", "1000000, 2"})
  void aLargeMeanHidesNoCrowd(int mean, double dispersion) {
    double deviation = Math.sqrt(mean * dispersion);
    assertThat(Tail.atLeast(mean, mean, dispersion)).isBetween(0.49, 0.53);
    assertThat(Tail.atLeast(Math.round(mean + 2 * deviation), mean, dispersion))
        .isBetween(0.02, 0.03);
    assertThat(Tail.atLeast(Math.round(mean + 8 * deviation), mean, dispersion))
        .isBetween(1e-17, 1e-8);
  }

  @ParameterizedTest
  @CsvSource({"500, 1, 1", "5000, 4, 5", "1000000000, 4, 5", "1000000, 1000, 2"})
  void whatCannotBeIsNothing(long count, double mean, double dispersion) {
    assertThat(Tail.atLeast(count, mean, dispersion)).isBetween(0.0, 1e-300);
  }

  @Test
  void nothingOrMoreIsCertain() {
    assertThat(Tail.atLeast(0, 3, 2)).isEqualTo(1);
  }

  @Property(tries = 300)
  void moreIsNeverLikelier(
      @ForAll @IntRange(min = 0, max = 300) int count,
      @ForAll @DoubleRange(min = 0.01, max = 100) double mean,
      @ForAll @DoubleRange(min = 1, max = 5) double dispersion) {
    double here = Tail.atLeast(count, mean, dispersion);
    assertThat(here).isBetween(0.0, 1.0);
    assertThat(Tail.atLeast(count + 1, mean, dispersion)).isLessThanOrEqualTo(here + 1e-12);
  }

  @Property(tries = 200)
  void theMoreDispersedTheLessSurprising(
      @ForAll @IntRange(min = 0, max = 40) int above,
      @ForAll @DoubleRange(min = 0.5, max = 20) double mean) {
    int count = (int) Math.ceil(3 * mean) + above + 3;
    assertThat(Tail.atLeast(count, mean, 3)).isGreaterThanOrEqualTo(Tail.atLeast(count, mean, 1));
  }

  private static double poissonTail(int count, double mean) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal below = BigDecimal.ZERO;
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal m = BigDecimal.valueOf(mean);
    for (int k = 0; k < 400; k++) {
      below = k < count ? below.add(term) : below;
      all = all.add(term);
      term = term.multiply(m, DIGITS).divide(BigDecimal.valueOf(k + 1L), DIGITS);
    }
    return BigDecimal.ONE.subtract(below.divide(all, DIGITS)).doubleValue();
  }

  /** Terms relative to the first; their infinite sum is cut where nothing is left of it. */
  private static double negativeBinomialTail(int count, double mean, double dispersion) {
    BigDecimal ratio =
        BigDecimal.valueOf(dispersion - 1).divide(BigDecimal.valueOf(dispersion), DIGITS);
    BigDecimal size = BigDecimal.valueOf(mean).divide(BigDecimal.valueOf(dispersion - 1), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal below = BigDecimal.ZERO;
    BigDecimal all = BigDecimal.ZERO;
    for (int k = 0; k < 2000; k++) {
      below = k < count ? below.add(term) : below;
      all = all.add(term);
      term =
          term.multiply(ratio, DIGITS)
              .multiply(size.add(BigDecimal.valueOf(k)), DIGITS)
              .divide(BigDecimal.valueOf(k + 1L), DIGITS);
    }
    return BigDecimal.ONE.subtract(below.divide(all, DIGITS)).doubleValue();
  }
}
