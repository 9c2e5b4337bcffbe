package io.hubtriage.lab.simulate;

import io.hubtriage.model.Device;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Ids as people give them, unique by their number: mostly plain, sometimes a GUID, only digits, or
 * out of all the characters a hub allows.
 */
final class DeviceIds {
  private static final List<String> PLAIN = List.of("pump", "meter", "press", "gate", "cooler");

  /** Every allowed character that is neither a letter nor a digit. */
  static final String MARKS = "-:.+%_#*?!(),=@;$'";

  private DeviceIds() {}

  static Device drawn(int number, Draws draws) {
    String module = draws.chance(0.03) ? draws.pick(List.of("telemetry", "$edgeAgent")) : "";
    return new Device(id(number, draws), module);
  }

  private static String id(int number, Draws draws) {
    double kind = draws.uniform(0, 1);
    if (kind < 0.02) {
      return new UUID(draws.bits(), number).toString();
    }
    if (kind < 0.04) {
      return Long.toString(8_000_000_000L + number);
    }
    if (kind < 0.07) {
      return odd(number, draws);
    }
    String plain = draws.pick(PLAIN) + String.format(Locale.ROOT, "-%06d", number);
    return kind < 0.08 ? plain.toUpperCase(Locale.ROOT) : plain;
  }

  /** Marks, a letter, the number, marks: the letter and the digits keep it unique. */
  private static String odd(int number, Draws draws) {
    StringBuilder id = new StringBuilder();
    for (int i = draws.below(4); i >= 0; i--) {
      id.append(MARKS.charAt(draws.below(MARKS.length())));
    }
    id.append('T').append(number);
    for (int i = draws.below(4); i > 0; i--) {
      id.append(MARKS.charAt(draws.below(MARKS.length())));
    }
    return id.toString();
  }
}
