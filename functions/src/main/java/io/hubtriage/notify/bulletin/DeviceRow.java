package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.Facts;
import io.hubtriage.model.Client;
import io.hubtriage.model.Impact;
import io.hubtriage.notify.text.Voice;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An affected device as a row: what it is called, what runs on it, how it is. */
final class DeviceRow {
  private DeviceRow() {}

  static Section.Row of(Facts.Affected affected, Voice voice) {
    return new Section.Row(
        voice.foreign(affected.device().label()),
        detail(affected, voice),
        voice.text("impact." + affected.impact().code()),
        tone(affected.impact()),
        voice.moment(affected.since()));
  }

  static Tone tone(Impact impact) {
    return switch (impact) {
      case RECOVERED -> Tone.GOOD;
      case FLAPPING -> Tone.WARNING;
      case OFFLINE -> Tone.ALARM;
    };
  }

  private static String detail(Facts.Affected affected, Voice voice) {
    Client client = affected.client();
    String sdk = client.sdk().isEmpty() ? "" : voice.sdk(client.sdk());
    String version = voice.foreign(client.sdkVersion());
    String detail =
        Stream.of(
                (sdk + " " + version).strip(),
                voice.foreign(client.protocol()),
                voice.foreign(client.authType()),
                voice.foreign(affected.network()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return detail.isEmpty() ? voice.text("detail.no-client") : detail;
  }
}
