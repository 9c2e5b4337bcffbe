package io.hubtriage.azure.channels;

import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Settings;
import java.util.List;
import java.util.Optional;

/** Settings that name only channels. */
final class SettingsOf {
  private SettingsOf() {}

  static Settings channels(ChannelSettings... channels) {
    Settings rest = Settings.DEFAULT;
    return new Settings(
        rest.hubs(),
        List.of(channels),
        rest.routes(),
        List.of(channels[0].name()),
        Optional.empty(),
        rest.muteWindows(),
        rest.silences(),
        rest.thresholds(),
        rest.sweeps(),
        rest.digest(),
        rest.runbooks());
  }
}
