package io.hubtriage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MatcherTest {
  private static final Hub HUB =
      new Hub("/subscriptions/s/resourceGroups/g/providers/Microsoft.Devices/IotHubs/Plant-A");

  static Stream<Arguments> matchers() {
    Set<Cause> loop = Set.of(Cause.CRASH_LOOP);
    Set<String> here = Set.of("plant-a");
    return Stream.of(
        argumentSet("nothing asked", Matcher.ANY, true),
        argumentSet("hub", of(here, Set.of(), Severity.NONE, Set.of()), true),
        argumentSet("other hub", of(Set.of("plant"), Set.of(), Severity.NONE, Set.of()), false),
        argumentSet("cause", of(Set.of(), loop, Severity.NONE, Set.of()), true),
        argumentSet(
            "other cause", of(Set.of(), Set.of(Cause.UNKNOWN), Severity.NONE, Set.of()), false),
        argumentSet("below", of(Set.of(), Set.of(), Severity.WARNING, Set.of()), true),
        argumentSet("exactly", of(Set.of(), Set.of(), Severity.ERROR, Set.of()), true),
        argumentSet("above", of(Set.of(), Set.of(), Severity.CRITICAL, Set.of()), false),
        argumentSet(
            "one tag of two", of(Set.of(), Set.of(), Severity.NONE, Set.of("x", "b")), true),
        argumentSet("no tag", of(Set.of(), Set.of(), Severity.NONE, Set.of("x")), false),
        argumentSet("all of it", of(here, loop, Severity.ERROR, Set.of("a")), true),
        argumentSet("all but the tag", of(here, loop, Severity.ERROR, Set.of("x")), false));
  }

  @ParameterizedTest
  @MethodSource("matchers")
  void decides(Matcher matcher, boolean expected) {
    assertThat(matcher.matches(HUB, Set.of("a", "b"), Cause.CRASH_LOOP, Severity.ERROR))
        .isEqualTo(expected);
  }

  @Property
  void moreSevereNeverMatchesLess(
      @ForAll Severity asked, @ForAll Severity lower, @ForAll Severity higher) {
    Matcher matcher = of(Set.of(), Set.of(), asked, Set.of());
    boolean low = matcher.matches(HUB, Set.of(), Cause.UNKNOWN, lower);
    boolean high = matcher.matches(HUB, Set.of(), Cause.UNKNOWN, higher);
    assertThat(low && lower.compareTo(higher) <= 0).matches(both -> !both || high);
  }

  private static Matcher of(Set<String> hubs, Set<Cause> causes, Severity least, Set<String> tags) {
    return new Matcher(hubs, causes, least, tags);
  }
}
