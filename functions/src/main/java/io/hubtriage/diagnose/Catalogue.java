package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All explanations that compete. A new cause is one new file and one more line here. */
final class Catalogue {
  static final List<Explanation> EXPLANATIONS =
      List.of(
          new Renewal(),
          new ConnectionLost(),
          new KeepAliveLoop(),
          new CrashLoop(),
          new AuthenticationFailure(),
          new DuplicateIdentity(),
          new HubTransient(),
          new SiteOutage(),
          new PlatformUpgrade(),
          new Throttling(),
          new PlannedReconnect(),
          new Unexplained());

  /** Where each cause stands in the list; each is explained once. */
  static final Map<Cause, Integer> PLACES = places();

  private Catalogue() {}

  private static Map<Cause, Integer> places() {
    Map<Cause, Integer> places = new EnumMap<>(Cause.class);
    for (int i = 0; i < EXPLANATIONS.size(); i++) {
      places.put(EXPLANATIONS.get(i).cause(), i);
    }
    return places;
  }
}
