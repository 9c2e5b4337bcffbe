package io.hubtriage.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Durations as the file writes them: {@code 7d}, {@code 90s}, {@code 1h30m}; largest unit first.
 */
final class ShortDuration {
  private static final Pattern SHAPE =
      Pattern.compile("(?=.)(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  private ShortDuration() {}

  /** Empty if the text is no such duration. */
  static Optional<Duration> parse(String text) {
    java.util.regex.Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(part(shape, 1))
            .plusHours(part(shape, 2))
            .plusMinutes(part(shape, 3))
            .plusSeconds(part(shape, 4)));
  }

  /** The shortest text that {@link #parse} reads as this many whole seconds. */
  static String format(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    return part(duration.toDaysPart(), "d")
        + part(duration.toHoursPart(), "h")
        + part(duration.toMinutesPart(), "m")
        + part(duration.toSecondsPart(), "s");
  }

  private static long part(MatchResult shape, int group) {
    String digits = shape.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : amount + unit;
  }
}
