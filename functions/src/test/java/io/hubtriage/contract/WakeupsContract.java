package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.incident.Wakeup;
import io.hubtriage.incident.Wakeups;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a way to wake the sender must keep to. */
public abstract class WakeupsContract {
  private static final Wakeup WAKEUP = new Wakeup(Samples.HUB, "abc-1", "Team A/ops #1 日本");

  /** Nobody was woken yet. Asked for once per test. */
  protected abstract Wakeups wakeups();

  /** The wake-ups that can be seen now, in any order. */
  protected abstract List<Wakeup> seen();

  @Test
  void wakeupWithoutDelayIsSeenAtOnceAndWhole() {
    wake(wakeups(), Duration.ZERO);
    assertThat(seen()).containsExactly(WAKEUP);
  }

  @Test
  void wakeupWithDelayIsNotSeenYet() {
    Wakeups wakeups = wakeups();
    wake(wakeups, Duration.ofHours(1));
    wake(wakeups, Wakeups.LONGEST);
    assertThat(seen()).isEmpty();
  }

  @Test
  void longerDelayThanThereIsIsTaken() {
    wake(wakeups(), Wakeups.LONGEST.plusDays(100));
    assertThat(seen()).isEmpty();
  }

  @Test
  void delayIsNotNegative() {
    Wakeups wakeups = wakeups();
    assertThatThrownBy(() -> wake(wakeups, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-0.001S");
    assertThat(seen()).isEmpty();
  }

  private static void wake(Wakeups wakeups, Duration delay) {
    wakeups.wake(WAKEUP.hub(), WAKEUP.noticeId(), WAKEUP.channel(), delay);
  }
}
