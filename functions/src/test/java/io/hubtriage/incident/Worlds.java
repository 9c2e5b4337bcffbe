package io.hubtriage.incident;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary histories of a small hub. */
final class Worlds {
  static final List<String> DEVICES = List.of("a", "b", "c", "d");

  private Worlds() {}

  /**
   * What one device is like in one look.
   *
   * @param cause a benign one means well
   */
  record State(Seen seen, Cause cause, Impact impact) {
    static final State WELL = new State(Seen.YES, Cause.PLANNED_RECONNECT, Impact.RECOVERED);
  }

  enum Seen {
    YES,
    NO
  }

  enum Fault {
    NONE,
    EVENTS,
    LOG,
    LOG_OVER
  }

  /**
   * One look.
   *
   * @param minutes since the look before
   */
  record Step(int minutes, List<State> devices, Fault fault) {}

  static Arbitrary<List<Step>> histories() {
    Arbitrary<State> state =
        Combinators.combine(
                Arbitraries.frequencyOf(
                    net.jqwik.api.Tuple.of(4, Arbitraries.just(Seen.YES)),
                    net.jqwik.api.Tuple.of(1, Arbitraries.just(Seen.NO))),
                Arbitraries.of(
                    Cause.CONNECTION_LOST,
                    Cause.CRASH_LOOP,
                    Cause.AUTHENTICATION_FAILURE,
                    Cause.UNKNOWN,
                    Cause.SAS_TOKEN_RENEWAL),
                Arbitraries.of(Impact.class))
            .as(State::new);
    Arbitrary<Fault> fault =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, Arbitraries.just(Fault.NONE)),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(Fault.class)));
    return Combinators.combine(
            Arbitraries.integers().between(1, 400), state.list().ofSize(DEVICES.size()), fault)
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  static Assessment look(Step step, Instant now) {
    List<String> well = new ArrayList<>();
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < DEVICES.size(); i++) {
      State state = step.devices().get(i);
      if (state.seen() == Seen.YES && alerting(state)) {
        conditions.add(
            Looks.condition(DEVICES.get(i), state.cause(), state.impact(), now.minusSeconds(60)));
      } else if (state.seen() == Seen.YES) {
        well.add(DEVICES.get(i));
      }
    }
    return Looks.look(now, well, conditions, outages(step.fault(), now));
  }

  static boolean alerting(State state) {
    return state.impact() != Impact.RECOVERED && !state.cause().benign();
  }

  private static List<Outage> outages(Fault fault, Instant now) {
    if (fault == Fault.NONE) {
      return List.of();
    }
    boolean over = fault == Fault.LOG_OVER;
    Cause cause = fault == Fault.EVENTS ? Cause.UNKNOWN : Cause.HUB_TRANSIENT;
    Instant start = now.minus(Duration.ofMinutes(5));
    List<Condition> inside =
        List.of(
            Looks.condition("a", cause, over ? Impact.RECOVERED : Impact.OFFLINE, start),
            Looks.condition("b", cause, over ? Impact.RECOVERED : Impact.OFFLINE, start));
    return List.of(Looks.outage(cause, "", new Window(start, now), 2, inside, over));
  }
}
