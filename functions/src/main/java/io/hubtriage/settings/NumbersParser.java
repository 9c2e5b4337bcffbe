package io.hubtriage.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code thresholds}, {@code sweeps} and {@code digest}; what is left out keeps its default.
 */
final class NumbersParser {
  private NumbersParser() {}

  static Optional<Thresholds> thresholds(Section section) {
    Thresholds standard = Thresholds.DEFAULT;
    Thresholds read =
        new Thresholds(
            or(section, "offlineGrace", "1m", "10m", standard.offlineGrace()),
            section.optional("reminders", NumbersParser::ascending).orElse(standard.reminders()),
            or(section, "remindersThenEvery", "1h", "7d", standard.remindersThenEvery()),
            or(section, "newMembersEvery", "5m", "1d", standard.newMembersEvery()),
            or(section, "offlineWatch", "1d", "30d", standard.offlineWatch()));
    return section.build(() -> read);
  }

  static Optional<Sweeps> sweeps(Section section) {
    Sweeps standard = Sweeps.DEFAULT;
    Sweeps read =
        new Sweeps(
            or(section, "logEvery", "1m", "1h", standard.logEvery()),
            or(section, "eventsEvery", "10s", "10m", standard.eventsEvery()),
            or(section, "overlap", "0s", "1h", standard.overlap()),
            or(section, "ingestionLag", "1m", "2h", standard.ingestionLag()),
            section
                .optional("stormDevices", Readers.integer(100, 100_000))
                .orElse(standard.stormDevices()),
            section
                .optional("stormSample", Readers.integer(100, 100_000))
                .orElse(standard.stormSample()));
    if (read.stormSample() > read.stormDevices()) {
      section.fault(
          "stormSample",
          read.stormSample()
              + " is more than stormDevices, "
              + read.stormDevices()
              + "; a sample cannot be larger than what it is taken from");
    }
    return section.build(() -> read);
  }

  /**
   * Reads {@code digest}.
   *
   * @param zone where the section names none
   */
  static Optional<Digest> digest(Section section, ZoneId zone) {
    Digest read =
        new Digest(
            section.optional("at", Readers::time).orElse(Digest.DEFAULT.at()),
            section.optional("zone", Readers::zone).orElse(zone));
    return section.build(() -> read);
  }

  private static Duration or(
      Section section, String key, String least, String most, Duration standard) {
    return section.optional(key, Readers.duration(least, most)).orElse(standard);
  }

  private static Optional<List<Duration>> ascending(Value value) {
    Optional<List<Duration>> times = value.list(Readers.duration("5m", "30d"));
    for (int i = 1; i < times.map(List::size).orElse(0); i++) {
      if (times.orElseThrow().get(i).compareTo(times.orElseThrow().get(i - 1)) <= 0) {
        return value.fault("must ascend, as in [\"4h\", \"8h\", \"24h\"]");
      }
    }
    return times;
  }
}
