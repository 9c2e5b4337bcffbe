package io.hubtriage.diagnose;

/**
 * How soon devices are back after a cause: the shares of the six outcomes that can be told apart,
 * as {@link Reconnect} names them. Together they make 1.
 */
record Reconnects(
    double instant, double quick, double minute, double minutes, double longer, double never) {
  /** Weight of "anything": rows get lost, so no outcome rules a cause out. */
  private static final double SMEAR = 0.03;

  /** Scales the shares to 1 and gives every outcome a little. */
  Reconnects {
    double sum = (instant + quick + minute + minutes + longer + never) / (1 - SMEAR);
    instant = instant / sum + SMEAR / 6;
    quick = quick / sum + SMEAR / 6;
    minute = minute / sum + SMEAR / 6;
    minutes = minutes / sum + SMEAR / 6;
    longer = longer / sum + SMEAR / 6;
    never = never / sum + SMEAR / 6;
  }

  static Reconnects of(
      double instant, double quick, double minute, double minutes, double longer, double never) {
    return new Reconnects(instant, quick, minute, minutes, longer, never);
  }

  /** The share of what was seen, given that every row may be missing from the log. */
  double of(Drop drop, Setting setting) {
    double lost = setting.surroundings().lost();
    return switch (drop.reconnect()) {
      case OPEN -> 1;
      case NEVER -> never + lost * (1 - never);
      default -> (1 - lost) * of(drop.reconnect());
    };
  }

  /** The share of an outcome; 1 where it is not known, which then decides nothing. */
  double of(Reconnect reconnect) {
    return switch (reconnect) {
      case INSTANT -> instant;
      case QUICK -> quick;
      case MINUTE -> minute;
      case MINUTES -> minutes;
      case LONG -> longer;
      case NEVER -> never;
      case OPEN -> 1;
    };
  }
}
