package io.hubtriage.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.incident.Budget.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class BudgetTest {
  /** Whatever the rhythm of the attempts, no limit is broken in any span of its length. */
  @Property(tries = 100)
  void noSpanHoldsMoreThanTheLimit(
      @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 60_000) Integer> gaps) {
    List<Instant> sent = new ArrayList<>();
    Budget budget = Budget.TEAMS;
    Instant now = Looks.MIDNIGHT;
    for (int gap : gaps) {
      now = now.plusMillis(gap);
      Optional<Budget> after = budget.take(now);
      if (after.isPresent()) {
        budget = after.get();
        sent.add(now);
      }
    }
    for (Limit limit : Budget.TEAMS.limits()) {
      for (int i = limit.count(); i < sent.size(); i++) {
        assertThat(Duration.between(sent.get(i - limit.count()), sent.get(i)))
            .isGreaterThanOrEqualTo(limit.per());
      }
    }
  }

  @Test
  void tokenComesBackExactlyWhenPromised() {
    Budget budget = Budget.of(new Limit(4, Duration.ofSeconds(1)));
    Instant now = Looks.MIDNIGHT;
    budget = budget.take(now).orElseThrow().take(now).orElseThrow();
    assertThat(budget.nextAt(now)).isEqualTo(now.plusMillis(500));
    assertThat(budget.take(now.plusMillis(499))).isEmpty();
    assertThat(budget.take(now.plusMillis(500))).isPresent();
  }

  @Test
  void hundredAnHourGoOutInAnHour() {
    Budget budget = Budget.TEAMS;
    int sent = 0;
    for (int second = 0; second < 3_600; second++) {
      Optional<Budget> after = budget.take(Looks.MIDNIGHT.plusSeconds(second));
      budget = after.orElse(budget);
      sent += after.isPresent() ? 1 : 0;
    }
    assertThat(sent).isBetween(99, 100);
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> new Limit(1, Duration.ofSeconds(1)))
        .hasMessageContaining("1 per PT1S");
    assertThatThrownBy(() -> new Limit(2, Duration.ZERO)).hasMessageContaining("2 per PT0S");
  }
}
