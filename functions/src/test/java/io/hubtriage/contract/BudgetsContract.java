package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Budgets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of channel budgets must keep to. */
public abstract class BudgetsContract {
  private static final Budget AFTER = Budget.TEAMS.take(Samples.NOON).orElseThrow();

  /** An empty store. Asked for once per test. */
  protected abstract Budgets budgets();

  @Test
  void newChannelHasNone() {
    assertThat(budgets().load("teams"))
        .isEqualTo(new Budgets.Stored("teams", Optional.empty(), ""));
  }

  @Test
  void whatIsSavedComesBackForItsChannelOnly() {
    Budgets budgets = budgets();
    assertThat(budgets.save(budgets.load("Team A/ops #1"), AFTER)).isTrue();
    assertThat(budgets.load("Team A/ops #1").budget()).contains(AFTER);
    assertThat(budgets.load("mail").budget()).isEmpty();
  }

  @Test
  void secondWriterOfOneStateLoses() {
    Budgets budgets = budgets();
    Budgets.Stored first = budgets.load("teams");
    assertThat(budgets.save(first, AFTER)).isTrue();
    assertThat(budgets.save(first, Budget.TEAMS)).isFalse();
    Budgets.Stored second = budgets.load("teams");
    assertThat(second.budget()).contains(AFTER);
    assertThat(budgets.save(second, AFTER)).isTrue();
    assertThat(budgets.save(second, AFTER)).isFalse();
  }
}
