package io.hubtriage.azure.wiring;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import java.time.Duration;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The one HTTP client all Azure clients share.
 *
 * <p>It warns at every request with a body that it leaves {@code content-length} to the JDK, which
 * sets the header itself. Its documented remedy, the system property {@code
 * jdk.httpclient.allowRestrictedHeaders}, has to be there before anything in the process touches
 * the JDK's client; too late, every request fails. So that one message is dropped where it is
 * logged, and no other.
 */
public final class QuietClient {
  /** Held here: the logging framework itself keeps loggers only as long as somebody does. */
  private static final Logger LOGGER =
      Logger.getLogger("com.azure.core.http.jdk.httpclient.JdkHttpClient");

  private static final Filter FILTER = QuietClient::worthReading;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private QuietClient() {}

  /** A new client; connects within ten seconds or not at all. */
  public static HttpClient make() {
    LOGGER.setFilter(FILTER);
    return new JdkHttpClientBuilder().connectionTimeout(CONNECT).build();
  }

  static boolean worthReading(LogRecord line) {
    String message = line.getMessage();
    return message == null
        || !message.contains("is restricted by 'java.net.http.HttpClient'")
        || !message.contains("content-length");
  }
}
