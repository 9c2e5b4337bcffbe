package io.hubtriage.lab.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads the times of logs and exports. Besides ISO 8601 (any offset, up to 9 fraction digits, no
 * offset meaning UTC) the forms in which the Azure portal writes {@code TimeGenerated [UTC]}: they
 * follow the browser's language. A date with slashes and the year last is American with AM or PM,
 * and day first without.
 */
final class Times {
  private static final List<DateTimeFormatter> WITHOUT_OFFSET =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          form("M/d/uuuu h:mm:ss", " a"),
          form("uuuu/M/d H:mm:ss", ""),
          form("uuuu-M-d H:mm:ss", ""),
          form("d/M/uuuu H:mm:ss", ""),
          form("d.M.uuuu H:mm:ss", ""));

  private Times() {}

  private static DateTimeFormatter form(String toSecond, String afterFraction) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(toSecond)
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, /* decimalPoint= */ true)
        .appendPattern(afterFraction)
        .toFormatter(Locale.ROOT);
  }

  /**
   * The instant a text names.
   *
   * @throws BadRecordException if it is no time
   */
  static Instant parse(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notIso) {
      return parseOther(text);
    }
  }

  private static Instant parseOther(String text) {
    // The portal puts a comma after the date, and may put a narrow blank before AM and PM.
    String plain = text.replace(',', ' ').replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    String utc = plain.endsWith("Z") ? plain.substring(0, plain.length() - 1).strip() : plain;
    return WITHOUT_OFFSET.stream()
        .flatMap(form -> tryParse(form, utc))
        .findFirst()
        .orElseThrow(() -> new BadRecordException("not a time: \"" + text + "\""));
  }

  private static Stream<Instant> tryParse(DateTimeFormatter form, String text) {
    try {
      return Stream.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Stream.empty();
    }
  }
}
