package io.hubtriage.diagnose;

import java.util.List;

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

  private Catalogue() {}
}
