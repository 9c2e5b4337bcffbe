package io.hubtriage.azure.wiring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Where a laptop's stand-ins for Log Analytics and the metrics listen. They are asked without a
 * sign-in and over plain http, so they must be on this machine.
 *
 * @param origin {@code http://127.0.0.1:PORT}
 */
record LocalEndpoint(String origin) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * What the environment says; empty on Azure.
   *
   * @throws UnusableAppSettingException if it is no address of this machine
   */
  static Optional<LocalEndpoint> of(Environment environment) {
    return environment.find(AppSetting.LOCAL_ENDPOINT).map(LocalEndpoint::parse);
  }

  private static LocalEndpoint parse(String text) {
    try {
      URI uri = new URI(text);
      boolean bare =
          uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && Set.of("", "/").contains(uri.getRawPath() == null ? "" : uri.getRawPath());
      boolean here = uri.getHost() != null && LOOPBACK.contains(uri.getHost());
      if ("http".equals(uri.getScheme()) && here && bare && uri.getPort() > 0) {
        return new LocalEndpoint("http://" + uri.getHost() + ":" + uri.getPort());
      }
    } catch (URISyntaxException e) {
      // Told below: what the text is not matters more than where it breaks.
    }
    throw new UnusableAppSettingException(
        AppSetting.LOCAL_ENDPOINT,
        "must be http://127.0.0.1:PORT, an address of this machine; remove it on Azure");
  }

  /** Where the queries go. */
  String logs() {
    return origin + "/v1";
  }

  /** Where the metrics are asked. */
  String metrics() {
    return origin;
  }
}
