package io.hubtriage.azure.channels;

import io.hubtriage.notify.Rendering;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts bytes to one target. Never throws for what the other side or the network does. */
final class HttpPost {
  /** Enough for every answer that is looked at. */
  private static final int MOST_BYTES = 16 * 1024;

  private final HttpClient client;
  private final Target target;
  private final Duration patience;

  /**
   * Posts by this client.
   *
   * @throws IllegalArgumentException if the client follows redirects: they would carry notices to
   *     addresses nobody checked
   */
  HttpPost(HttpClient client, Target target, Patience patience) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("channels need an HTTP client that follows no redirects");
    }
    this.client = client;
    this.target = target;
    this.patience = patience.answer();
  }

  Reply send(Rendering rendering, Map<String, String> headers) {
    try {
      return target.permitted()
          ? exchange(request(rendering, headers))
          : new Reply.None(Trouble.FORBIDDEN);
    } catch (UnknownHostException e) {
      return new Reply.None(Trouble.UNKNOWN_HOST);
    }
  }

  private HttpRequest request(Rendering rendering, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.reveal())
            .timeout(patience)
            .header("Content-Type", rendering.contentType())
            .header("User-Agent", "HubTriage")
            .POST(HttpRequest.BodyPublishers.ofByteArray(rendering.bytes()));
    headers.forEach(request::header);
    return request.build();
  }

  /** The request's own timeout ends with the answer's headers, so the body needs another. */
  private Reply exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new FirstBytes(MOST_BYTES));
    try {
      return answered(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Reply.None(Trouble.TIMEOUT);
    } catch (ExecutionException e) {
      return new Reply.None(Trouble.of(e));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.None(Trouble.BROKEN);
    }
  }

  private static Reply answered(HttpResponse<byte[]> response) {
    return new Reply.Answered(
        response.statusCode(),
        response.headers().firstValue("Retry-After"),
        new String(response.body(), StandardCharsets.UTF_8));
  }
}
