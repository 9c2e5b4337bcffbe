package io.hubtriage.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code routes} and whatever else names channels.
 *
 * @param channels the names there are
 */
record RouteParser(Set<String> channels, MatchParser match) {
  Optional<List<Route>> routes(Value value) {
    Optional<List<Route>> routes = value.list(v -> v.section(this::route));
    routes
        .filter(all -> all.size() == value.node().size())
        .ifPresent(all -> checkReachable(value, all));
    return routes;
  }

  private Optional<Route> route(Section section) {
    Matcher matcher = section.optional("match", match::read).orElse(Matcher.ANY);
    Optional<List<String>> to =
        section.required("channels", "write a list of channel names", this::channelNames);
    boolean goesOn = section.optional("continue", Readers::flag).orElse(false);
    return section.build(
        () -> new Route(matcher, to.orElseThrow(), goesOn ? Route.Then.CONTINUE : Route.Then.STOP));
  }

  /** Reads a list of channels, each kept once. */
  Optional<List<String>> channelNames(Value value) {
    if (value.node().isArray() && value.node().isEmpty()) {
      return value.fault("must have at least one channel; to keep something quiet use silences");
    }
    return value.list(this::channelName).map(names -> List.copyOf(new LinkedHashSet<>(names)));
  }

  Optional<String> channelName(Value value) {
    return value
        .text("a channel's name")
        .flatMap(
            text ->
                channels.contains(text)
                    ? Optional.of(text)
                    : value.fault(
                        "there is no channel "
                            + Value.quote(text)
                            + "; "
                            + Readers.guess(
                                text,
                                channels,
                                "the channels are " + String.join(", ", channels))));
  }

  private static void checkReachable(Value value, List<Route> routes) {
    for (int i = 0; i < routes.size() - 1; i++) {
      Route route = routes.get(i);
      if (route.match().equals(Matcher.ANY) && route.then() == Route.Then.STOP) {
        value.fault(
            "nothing gets past route "
                + i
                + ", which matches everything; move it to the end, or"
                + " give it \"continue\": true");
        return;
      }
    }
  }
}
