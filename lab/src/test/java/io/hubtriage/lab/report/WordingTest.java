package io.hubtriage.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "0,0,0%",
    "0,5,0%",
    "5,5,100%",
    "1,2000,0.1%",
    "1,2001,<0.1%",
    "1999,2000,>99.9%",
    "1998,2000,99.9%",
    "973,1000,97.3%"
  })
  void sharesNeverClaimAllOrNothing(long part, long whole, String words) {
    assertThat(Wording.share(part, whole)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "-5,0 s",
    "59,59 s",
    "60,1 min",
    "3569,59 min",
    "3600,1 h",
    "7500,2 h 5 min",
    "172740,47 h 59 min",
    "172800,2 d",
    "273600,3 d 4 h"
  })
  void lengthsHaveTwoUnits(long seconds, String words) {
    assertThat(Wording.length(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1,1.000", "0.9999,0.999", "0.5,0.500", "0,0.000"})
  void scoresNeverClaimPerfection(double score, String words) {
    assertThat(Wording.score(score)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"999,999 B", "1000,1.0 KB", "12345,12.3 KB"})
  void sizes(long bytes, String words) {
    assertThat(Wording.size(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"12.04,12", "12.06,12.1", "0,0", "-0.5,-0.5"})
  void coordinates(double value, String words) {
    assertThat(Wording.at(value)).isEqualTo(words);
  }
}
