package io.hubtriage.notify.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Cause;
import io.hubtriage.notify.text.Language;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RemediesTest {
  private final Remedies remedies = Remedies.packaged();

  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyCauseHasOneInBothLanguages(Cause cause) {
    Remedy remedy = remedies.of(cause);
    assertThat(remedy.path()).matches("/azure/[a-z0-9/-]+");
    assertThat(remedy.anchor()).matches("[a-z0-9-]*");
    assertThat(remedy.solution()).hasSizeBetween(1, 3);
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.JAPANESE}) {
      Language language = Language.of(locale);
      Stream<String> keys =
          Stream.concat(Stream.of(remedy.symptom(), remedy.why()), remedy.solution().stream());
      assertThat(keys)
          .allSatisfy(key -> assertThat(language.find(key)).as(key).isPresent())
          .allSatisfy(key -> assertThat(language.text(key)).as(key).hasSizeBetween(5, 160));
    }
  }
}
