package io.hubtriage.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.model.Cause;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AudienceTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Test
  void findsWorkspacesWhateverTheCase() {
    Map<String, String> workspaces = Map.of("/SUBSCRIPTIONS/S/IOTHUBS/H", "w");
    Audience audience = new Audience("ops", Locale.JAPAN, UTC, Map.of(), workspaces);
    assertThat(audience.workspace(new io.hubtriage.model.Hub("/subscriptions/s/iotHubs/h")))
        .contains("w");
    assertThat(audience.workspace(new io.hubtriage.model.Hub("h"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "/runbook", "mailto:a@example.com", "https:x"})
  void refusesRunbooksThatAreNoPages(String address) {
    Map<Cause, URI> runbooks = Map.of(Cause.UNKNOWN, URI.create(address));
    assertThatThrownBy(() -> new Audience("ops", Locale.ENGLISH, UTC, runbooks, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("runbook of unknown");
  }

  @Test
  void refusesLanguagesWithoutTexts() {
    assertThatThrownBy(() -> new Audience("ops", Locale.FRENCH, UTC, Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[en, ja]");
  }
}
