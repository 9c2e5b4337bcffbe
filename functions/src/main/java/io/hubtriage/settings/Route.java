package io.hubtriage.settings;

import java.util.List;

/**
 * Who is told of what.
 *
 * @param channels names of channels that exist, at least one, each once
 */
public record Route(Matcher match, List<String> channels, Then then) {
  /** Copies the names. */
  public Route {
    channels = List.copyOf(channels);
  }

  /** What happens to an incident after a route took it. */
  public enum Then {
    /** The routes below are not looked at. */
    STOP,
    /** The routes below may add their channels. */
    CONTINUE
  }
}
