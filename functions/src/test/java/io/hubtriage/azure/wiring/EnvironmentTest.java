package io.hubtriage.azure.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:7080, http://127.0.0.1:7080",
    "http://127.0.0.1:7080/, http://127.0.0.1:7080",
    "' http://localhost:1 ', http://localhost:1",
    "http://[::1]:65535, http://[::1]:65535",
  })
  void standInsAreOnThisMachine(String text, String origin) {
    LocalEndpoint local = endpoint(text);
    assertThat(local.origin()).isEqualTo(origin);
    assertThat(local.logs()).isEqualTo(origin + "/v1");
  }

  /** They are asked without a sign-in, and with them webhooks may go anywhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.4:7080",
        "https://127.0.0.1:7080",
        "http://127.0.0.1",
        "http://127.0.0.1.example.com:7080",
        "http://127.0.0.1:7080@example.com:80",
        "http://user@127.0.0.1:7080",
        "http://127.0.0.1:7080/v1",
        "http://127.0.0.1:7080?to=x",
        "http://api.loganalytics.azure.com:80",
        "http://0.0.0.0:7080",
        "//127.0.0.1:7080",
        "127.0.0.1:7080",
        "http://127.0.0.1:70 80",
        "anything",
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> endpoint(text))
        .isInstanceOf(UnusableAppSettingException.class)
        .hasMessage(
            "the app setting HUBTRIAGE_LOCAL_ENDPOINT must be http://127.0.0.1:PORT, an address of"
                + " this machine; remove it on Azure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "@Microsoft.KeyVault(SecretUri=https://v/secrets/s)"})
  void whatCannotBeAValueIsNotSet(String text) {
    Environment environment = new Environment(Map.of("NOTICES_QUEUE", text)::get);
    assertThat(environment.find(AppSetting.NOTICES_QUEUE)).isEmpty();
    assertThat(environment.find(AppSetting.NOTICES_QUEUE, "notices")).isEqualTo("notices");
    assertThat(environment.find(AppSetting.SETTINGS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "content-length, false",
    "host, true",
  })
  void onlyTheHeaderTheJdkSetsItselfIsNotWorthALine(String header, boolean worth) {
    String message =
        "{\"az.sdk.message\":\"The header is restricted by 'java.net.http.HttpClient' and will be"
            + " ignored.\",\"headerName\":\""
            + header
            + "\"}";
    assertThat(QuietClient.worthReading(new LogRecord(Level.WARNING, message))).isEqualTo(worth);
    assertThat(QuietClient.worthReading(new LogRecord(Level.WARNING, "connection reset"))).isTrue();
  }

  @Test
  void appSettingsHaveTheirOwnNames() {
    assertThat(AppSetting.values()).extracting(AppSetting::key).doesNotHaveDuplicates();
  }

  private static LocalEndpoint endpoint(String text) {
    return LocalEndpoint.of(new Environment(Map.of("HUBTRIAGE_LOCAL_ENDPOINT", text)::get))
        .orElseThrow();
  }
}
