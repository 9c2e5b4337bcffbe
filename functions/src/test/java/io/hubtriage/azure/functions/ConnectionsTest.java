package io.hubtriage.azure.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.azure.wiring.AppSetting;
import org.junit.jupiter.api.Test;

/** An annotation takes constants only, so the names stand twice. */
final class ConnectionsTest {
  @Test
  void triggersNameTheAppSettings() {
    assertThat(Connections.STORAGE).isEqualTo(AppSetting.STORAGE.key());
    assertThat(Connections.NOTICES).isEqualTo(looked(AppSetting.NOTICES_QUEUE));
    assertThat(Connections.POISON).isEqualTo(looked(AppSetting.NOTICES_QUEUE) + "-poison");
    assertThat(Connections.LOGS_SCHEDULE).isEqualTo(looked(AppSetting.LOGS_SCHEDULE));
    assertThat(Connections.EVENTS_SCHEDULE).isEqualTo(looked(AppSetting.EVENTS_SCHEDULE));
  }

  private static String looked(AppSetting setting) {
    return "%" + setting.key() + "%";
  }
}
