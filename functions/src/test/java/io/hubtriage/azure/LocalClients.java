package io.hubtriage.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.HttpClientOptions;
import com.azure.monitor.query.LogsQueryClient;
import com.azure.monitor.query.LogsQueryClientBuilder;
import com.azure.monitor.query.MetricsQueryClient;
import com.azure.monitor.query.MetricsQueryClientBuilder;
import io.hubtriage.azure.loganalytics.WholeAnswers;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import reactor.core.publisher.Mono;

/**
 * The real Azure clients, led to a loopback port. Everything of theirs runs: retries, bearer tokens
 * (which insist on https), parsing. Only behind that is the request turned into plain http.
 */
public final class LocalClients {
  /** What must be seen in no message. */
  public static final String TOKEN = "not-for-any-message";

  private LocalClients() {}

  /** Sends every request to a port of this machine, whatever host it was meant for. */
  public static HttpPipelinePolicy redirect(int port) {
    return (context, next) -> {
      URL meant = context.getHttpRequest().getUrl();
      context.getHttpRequest().setUrl(local(port, meant.getFile()));
      return next.process();
    };
  }

  /** Of type URL, since an URI would object to the two slashes that metric paths begin with. */
  private static URL local(int port, String file) {
    try {
      URL host = URI.create("http://127.0.0.1:" + port).toURL();
      return new URL(host.getProtocol(), host.getHost(), host.getPort(), file);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a path: " + file, e);
    }
  }

  /** Gives {@link #TOKEN} to whoever asks. */
  public static TokenCredential credential() {
    return request ->
        Mono.just(
            new AccessToken(TOKEN, OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
  }

  /** As many retries as in production and for the same reasons, a millisecond apart. */
  public static RetryOptions soon(RetryOptions production) {
    return new RetryOptions(
            new ExponentialBackoffOptions()
                .setMaxRetries(production.getExponentialBackoffOptions().getMaxRetries())
                .setBaseDelay(Duration.ofMillis(1))
                .setMaxDelay(Duration.ofMillis(2)))
        .setShouldRetryCondition(production.getShouldRetryCondition());
  }

  /** A client for Log Analytics. */
  public static LogsQueryClient logs(int port, TokenCredential credential, RetryOptions retries) {
    return new LogsQueryClientBuilder()
        .endpoint("https://logs.local/v1")
        .credential(credential)
        .retryOptions(retries)
        .clientOptions(impatient())
        .addPolicy(redirect(port))
        .addPolicy(new WholeAnswers())
        .buildClient();
  }

  /** A client for metrics. */
  public static MetricsQueryClient metrics(int port, RetryOptions retries) {
    return new MetricsQueryClientBuilder()
        .endpoint("https://metrics.local")
        .credential(credential())
        .retryOptions(retries)
        .clientOptions(impatient())
        .addPolicy(redirect(port))
        .addPolicy(new WholeAnswers())
        .buildClient();
  }

  private static HttpClientOptions impatient() {
    return new HttpClientOptions().setResponseTimeout(Duration.ofSeconds(2));
  }
}
