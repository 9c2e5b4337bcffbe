package io.hubtriage.azure.loganalytics;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.azure.KqlAnalyser;
import io.hubtriage.azure.KqlAnalyser.Verdict;
import io.hubtriage.model.Signal;
import io.hubtriage.sweep.ConnectionLog.Ending;
import io.hubtriage.sweep.ConnectionLog.Reconnect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queries are accepted by Microsoft's analyser and answer in the shape that is read. */
final class ShippedQueriesTest {
  private static KqlAnalyser analyser;

  @BeforeAll
  static void start() {
    analyser = new KqlAnalyser(Path.of(""));
  }

  @AfterAll
  static void stop() {
    analyser.close();
  }

  /** A check of the check: what is wrong must be seen. */
  @Test
  void theAnalyserObjects() {
    Verdict verdict =
        analyser.analyse("AzureDiagnostics | where TimeGenrated > ago(1h) | distinct *");
    assertThat(verdict.diagnostics()).anyMatch(objection -> objection.contains("TimeGenrated"));
    assertThat(verdict.functions()).containsExactly("ago");
    assertThat(verdict.stars()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Question.class)
  void isAcceptedAndHasTheColumnsThatAreRead(Question question) {
    Verdict verdict = analyser.analyse(Samples.query(question));
    assertThat(verdict.diagnostics()).isEmpty();
    assertThat(verdict.columns())
        .isEqualTo(
            question.columns().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, e -> e.getValue().toString())));
  }

  /**
   * A workspace gets a column with the first row that fills it: one that knows other services only,
   * or a hub without an error so far, has not all of ours.
   */
  @ParameterizedTest
  @EnumSource(Question.class)
  void isAcceptedWhereNoRowHasFilledAColumnYet(Question question, @TempDir Path folder)
      throws IOException {
    String all = Files.readString(KqlAnalyser.schema(Path.of("")));
    String some =
        all.replaceAll("(ResultType|ResultDescription|Level|properties_s|location_s):string, ", "");
    assertThat(some).hasSizeLessThan(all.length() - 80);
    Path schema = Files.writeString(folder.resolve("young.schema"), some);
    try (KqlAnalyser young = new KqlAnalyser(Path.of(""), schema)) {
      Verdict verdict = young.analyse(Samples.query(question));
      assertThat(verdict.diagnostics()).isEmpty();
      assertThat(verdict.columns()).isEqualTo(analyser.analyse(Samples.query(question)).columns());
    }
  }

  /** So that any moment of the past can be asked about again, and only what is needed travels. */
  @ParameterizedTest
  @EnumSource(Question.class)
  void neitherReadsTheClockNorTakesAllColumns(Question question) {
    Verdict verdict = analyser.analyse(Samples.query(question));
    assertThat(verdict.functions())
        .contains("ingestion_time")
        .doesNotContain("now", "ago", "startofday", "rand");
    assertThat(verdict.stars()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Signal.class)
  void numbersEverySignal(Signal signal) {
    String kql = Question.ACTIVITY.kql(new Lets());
    switch (signal) {
      case NONE -> assertThat(kql).contains("isempty(error), 0,");
      case OTHER -> assertThat(kql).contains("isnotempty(code), 31,");
      case THROTTLED_OTHER ->
          assertThat(kql).contains("code startswith \"429\" and strlen(code) == 6, 13,");
      default -> {
        assertThat(kql).contains("error == \"" + signal.symbol() + "\", " + signal.number() + ",");
        assertThat(kql.contains("code == \"" + signal.code() + "\", " + signal.number()))
            .isEqualTo(!signal.code().isEmpty());
      }
    }
  }

  /** The numbers sessions.kql answers with. */
  @Test
  void endingsAndReconnectsKeepTheirNumbers() {
    assertThat(Ending.values())
        .containsExactly(Ending.OTHER, Ending.REFUSED, Ending.CLOSED, Ending.QUIET);
    assertThat(Reconnect.values())
        .containsExactly(Reconnect.WITHIN_MINUTE, Reconnect.LATER, Reconnect.NOT_YET);
  }
}
