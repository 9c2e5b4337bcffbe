package io.hubtriage.lab.backtest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in files: ISO 8601, UTC, always with milliseconds. */
final class Iso {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Iso() {}

  static String millis(Instant at) {
    return FORMAT.format(at);
  }
}
