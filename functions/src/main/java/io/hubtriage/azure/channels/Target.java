package io.hubtriage.azure.channels;

import io.hubtriage.settings.Secret;
import io.hubtriage.settings.SettingName;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A URL to post to. It is a secret - whoever has it can post - so it prints as {@code ***}. */
final class Target {
  /**
   * A host whose last label is a decimal, octal or hexadecimal number: some resolvers read an IPv4
   * address in it (url.spec.whatwg.org, "ends in a number").
   */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?");

  private static final Pattern DOTTED =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private final URI uri;
  private final Reach reach;

  private Target(URI uri, Reach reach) {
    this.uri = uri;
    this.reach = reach;
  }

  /**
   * Reads the URL.
   *
   * @param setting where it comes from
   * @throws UnusableSettingException if it is no URL with a host, not https, has a user name, or
   *     its host is an unusual number
   */
  static Target of(SettingName setting, Secret url, Reach reach) {
    URI uri =
        parse(url)
            .filter(u -> u.getHost() != null && u.getScheme() != null)
            .orElseThrow(() -> new UnusableSettingException(setting, "holds no URL with a host"));
    fault(uri, reach)
        .ifPresent(
            fault -> {
              throw new UnusableSettingException(setting, "holds a URL that " + fault);
            });
    return new Target(uri, reach);
  }

  private static Optional<String> fault(URI uri, Reach reach) {
    boolean http = "http".equalsIgnoreCase(uri.getScheme());
    if (!"https".equalsIgnoreCase(uri.getScheme()) && !(http && reach == Reach.ANYWHERE)) {
      return Optional.of("does not begin with https://");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("has a user name, which would not be sent; use a key in its query");
    }
    String host = uri.getHost();
    return NUMERIC.matcher(host).matches() && !DOTTED.matcher(host).matches()
        ? Optional.of("has a number for a host; write a name or a dotted IPv4 address")
        : Optional.empty();
  }

  /** Where to post, for the one place that does. */
  URI reveal() {
    return uri;
  }

  /**
   * Whether every address of the host may be reached, asked anew for each attempt: names change.
   * The client's own look-up follows within Java's cache of 30 s, so it gets the same answer.
   *
   * @throws UnknownHostException if the host has no address
   */
  boolean permitted() throws UnknownHostException {
    return reach == Reach.ANYWHERE
        || Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(PublicAddress::is);
  }

  private static Optional<URI> parse(Secret url) {
    try {
      return Optional.of(new URI(url.reveal().strip()));
    } catch (URISyntaxException e) {
      return Optional.empty(); // The exception's message is the URL.
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
