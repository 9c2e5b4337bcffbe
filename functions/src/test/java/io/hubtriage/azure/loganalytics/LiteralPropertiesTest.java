package io.hubtriage.azure.loganalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.azure.KqlAnalyser;
import io.hubtriage.azure.KqlAnalyser.Verdict;
import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** No value gets out of its literal: Microsoft's analyser reads back what went in. */
final class LiteralPropertiesTest {
  private static final KqlAnalyser ANALYSER = new KqlAnalyser(Path.of(""));
  private static final Verdict USUAL = ANALYSER.analyse(Samples.query(Question.TIMELINES));

  @AfterContainer
  static void stop() {
    ANALYSER.close();
  }

  @Property(tries = 300)
  void aStringIsReadBackAsItWas(@ForAll("hostile") String text) {
    Verdict verdict = ANALYSER.analyse("print value = " + Literal.of(text));
    assertThat(verdict.diagnostics()).isEmpty();
    assertThat(verdict.statements()).isEqualTo(1);
    assertThat(verdict.strings()).containsExactly(text);
  }

  @Property(tries = 25)
  void noIdChangesTheQuery(
      @ForAll("hostile") String deviceId,
      @ForAll("hostile") String moduleId,
      @ForAll("hostile") String sdk) {
    Band band = new Band(Duration.ofMinutes(64), Duration.ofMinutes(71));
    Verdict verdict =
        ANALYSER.analyse(
            Question.TIMELINES.kql(
                LogAnalytics.timelineParameters(
                    Samples.question(
                        Map.of(new Cohort(sdk, "sas", "Mqtt"), List.of(band)),
                        Set.of(new Device(deviceId, moduleId))))));
    assertThat(verdict.diagnostics()).isEmpty();
    assertThat(verdict.statements()).isEqualTo(USUAL.statements());
    assertThat(verdict.columns()).isEqualTo(USUAL.columns());
    assertThat(verdict.functions()).isEqualTo(USUAL.functions());
    assertThat(verdict.strings()).contains(deviceId, moduleId, sdk);
  }

  @Property(tries = 100)
  void numbersAndTimesAreReadAsOne(@ForAll long number, @ForAll("times") Instant time) {
    Verdict verdict =
        ANALYSER.analyse("print a = " + Literal.of(number) + ", b = " + Literal.of(time));
    assertThat(verdict.diagnostics()).isEmpty();
    assertThat(verdict.columns()).isEqualTo(Map.of("a", "long", "b", "datetime"));
  }

  @Example
  void otherTypesAreRefused() {
    assertThatThrownBy(() -> Literal.of(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Double");
  }

  /** Any text, with the characters that end literals, statements and comments among it. */
  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.oneOf(
        Arbitraries.of("\"", "'", "\\", "\\\"", "\"]; AzureDiagnostics | take 1 //", "@\"", "```")
            .list()
            .ofMaxSize(4)
            .map(parts -> String.join("", parts)),
        Arbitraries.strings()
            .withChars("-:.+%_#*?!(),=@;$'\"\\|/[]{} \t\r\n\0")
            .alpha()
            .ofMaxLength(128),
        Arbitraries.strings().all().ofMaxLength(40));
  }

  @Provide
  Arbitrary<Instant> times() {
    return Arbitraries.longs().between(0, 4_102_444_800_000L).map(Instant::ofEpochMilli);
  }
}
