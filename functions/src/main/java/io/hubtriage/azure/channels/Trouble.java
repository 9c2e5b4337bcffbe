package io.hubtriage.azure.channels;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why the other side gave no answer. What exceptions say is dropped: it may name the URL. */
enum Trouble {
  /** Its certificate is expired, not trusted, or another host's. */
  UNTRUSTED,
  /** Its name has no address. */
  UNKNOWN_HOST,
  /** It said nothing in time. */
  TIMEOUT,
  /** Nobody listens there. */
  UNREACHABLE,
  /** Its address is one that {@link Reach} forbids. */
  FORBIDDEN,
  /** Other notices are being sent over the one connection there is. */
  BUSY,
  /** Anything else: most often the connection was cut. */
  BROKEN;

  private static final int DEEPEST = 16;

  /** The first trouble, in the order above, that an exception or one of its causes is a sign of. */
  static Trouble of(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = thrown; t != null && chain.size() < DEEPEST; t = t.getCause()) {
      chain.add(t);
    }
    return Arrays.stream(values())
        .filter(trouble -> chain.stream().anyMatch(trouble::shownBy))
        .findFirst()
        .orElse(BROKEN);
  }

  private boolean shownBy(Throwable t) {
    return switch (this) {
      case UNTRUSTED ->
          t instanceof CertificateException
              || t instanceof CertPathValidatorException
              || t instanceof SSLPeerUnverifiedException;
      case UNKNOWN_HOST ->
          t instanceof UnknownHostException || t instanceof UnresolvedAddressException;
      case TIMEOUT ->
          t instanceof SocketTimeoutException
              || t instanceof HttpTimeoutException
              || t instanceof TimeoutException;
      case UNREACHABLE -> t instanceof ConnectException || t instanceof NoRouteToHostException;
      case FORBIDDEN, BUSY, BROKEN -> false;
    };
  }

  /** The word in the log, {@code unknown-host}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
