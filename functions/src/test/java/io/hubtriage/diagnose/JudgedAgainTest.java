package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What is not worked out a second time would come out the same. */
final class JudgedAgainTest {
  private static final List<TokenLives.Life> LIVES =
      List.of(new TokenLives.Life(new Band(Duration.ofMinutes(64), Duration.ofMinutes(71)), 0.9));

  private static final Surroundings CALM = Surroundings.calm(Log.millis("20:00"));

  /** Over noon, when half of the devices drop. */
  private static final Surroundings STORM =
      new Surroundings(
          Log.millis("20:00"),
          RowLoss.USUAL,
          List.of(
              new Burst("", Log.at("01:00"), Collections.nCopies(300, 70.0)),
              new Burst("", Log.at("11:59"), List.of(900.0, 4_000.0, 50.0))));

  @Property(tries = 60)
  void deviceInOtherSurroundingsIsJudgedAsIfSeenThereFirst(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    for (Timeline timeline : timelines(seed)) {
      DeviceDiagnosis calm = DeviceDiagnosis.of(timeline, LIVES, CALM);
      assertSame(calm.in(STORM), DeviceDiagnosis.of(timeline, LIVES, STORM));
      assertSame(calm.in(STORM).in(CALM), calm);
    }
  }

  @Property(tries = 60)
  void onlyWhatGoesByRatesChangesWithThem(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    for (Timeline timeline : timelines(seed)) {
      List<Drop> drops = DeviceDiagnosis.of(timeline, LIVES, STORM).drops();
      Habits first = HabitsLearner.first(timeline.client(), LIVES, drops);
      Setting unlearned = new Setting(first, STORM);
      Weights weights = Weights.of(Catalogue.EXPLANATIONS, drops, unlearned);
      Setting learned =
          new Setting(HabitsLearner.again(first, drops, Posterior.of(weights)), STORM);
      weights.learned(drops, learned);
      Weights anew = Weights.of(Catalogue.EXPLANATIONS, drops, learned);
      assertThat(weights.enter()).isEqualTo(anew.enter());
      assertThat(weights.stay()).isEqualTo(anew.stay());
    }
  }

  /** The verdict's share is kept, and what is not is worked out anew: nobody can tell which. */
  @Property(tries = 60)
  void confidenceIsTheGreatestShare(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    for (Timeline timeline : timelines(seed)) {
      DeviceDiagnosis device = DeviceDiagnosis.of(timeline, LIVES, STORM);
      int last = device.drops().size() - 1;
      for (Cause cause : Cause.values()) {
        for (int first = Math.max(0, last - 3); first <= last; first++) {
          double greatest = 0;
          for (int i = first; i <= last; i++) {
            greatest = Math.max(greatest, device.posterior().of(i, cause));
          }
          assertThat(device.confidence(cause, first, last)).isEqualTo(greatest);
        }
      }
    }
  }

  private static void assertSame(DeviceDiagnosis one, DeviceDiagnosis other) {
    assertThat(one.drops()).isEqualTo(other.drops());
    assertThat(one.causes()).isEqualTo(other.causes());
    assertThat(shares(one)).isEqualTo(shares(other));
  }

  /** To the last bit. */
  private static List<Double> shares(DeviceDiagnosis device) {
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < device.drops().size(); i++) {
      assertThat(device.leads().share(i))
          .isEqualTo(device.posterior().of(i, device.leads().best(i)));
      for (Cause cause : Cause.values()) {
        shares.add(device.posterior().of(i, cause));
      }
    }
    return shares;
  }

  private static List<Timeline> timelines(long seed) {
    return DiagnosisPropertiesTest.hub(DiagnosisPropertiesTest.rows(seed), 0).timelines();
  }
}
