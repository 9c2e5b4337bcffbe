package io.hubtriage.azure.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.incident.Sent;
import io.hubtriage.notify.Samples;
import io.hubtriage.settings.SettingName;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TroubleTest {
  private static final Receiver RECEIVER =
      new Receiver("the receiver", new SettingName("URL"), "make it", Duration.ofSeconds(5));

  static Stream<Arguments> signs() {
    return Stream.of(
        argumentSet("no such name", new UnknownHostException("x"), Trouble.UNKNOWN_HOST),
        argumentSet(
            "no such name, as the HTTP client says it",
            caused(new ConnectException(), new UnresolvedAddressException()),
            Trouble.UNKNOWN_HOST),
        argumentSet("refused", new ConnectException("refused"), Trouble.UNREACHABLE),
        argumentSet("no route", new NoRouteToHostException(), Trouble.UNREACHABLE),
        argumentSet("slow to connect", new HttpConnectTimeoutException("x"), Trouble.TIMEOUT),
        argumentSet("slow", new SocketTimeoutException(), Trouble.TIMEOUT),
        argumentSet(
            "expired",
            caused(new SSLHandshakeException("x"), new CertificateExpiredException()),
            Trouble.UNTRUSTED),
        argumentSet("handshake cut", new SSLHandshakeException("closed"), Trouble.BROKEN),
        argumentSet("cut", new IOException("reset"), Trouble.BROKEN));
  }

  @ParameterizedTest
  @MethodSource("signs")
  void isReadFromTheCauses(Exception exception, Trouble trouble) {
    assertThat(Trouble.of(exception)).isEqualTo(trouble);
    assertThat(Trouble.of(new ExecutionException(new IOException(exception)))).isEqualTo(trouble);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatSomebodyMustMendIsRejected(Trouble trouble) {
    Sent sent = RECEIVER.judge(new Reply.None(trouble), Samples.NOON);
    if (trouble == Trouble.FORBIDDEN || trouble == Trouble.UNTRUSTED) {
      assertThat(sent)
          .isInstanceOfSatisfying(
              Sent.Rejected.class,
              rejected -> assertThat(rejected.why()).contains("the receiver", "app setting URL"));
    } else {
      assertThat(sent).isEqualTo(new Sent.Deferred(Duration.ofSeconds(5)));
    }
  }

  private static Exception caused(Exception exception, Throwable cause) {
    exception.initCause(cause);
    return exception;
  }
}
