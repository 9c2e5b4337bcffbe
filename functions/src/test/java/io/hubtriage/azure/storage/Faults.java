package io.hubtriage.azure.storage;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does to every try of a request what networks and services do. Off until it is told otherwise. */
final class Faults implements HttpPipelinePolicy {
  /** Sends the request, or does not. */
  @FunctionalInterface
  interface Fault {
    HttpResponse meet(HttpRequest request, Supplier<HttpResponse> send);
  }

  private volatile Fault fault = (request, send) -> send.get();

  void none() {
    fault = (request, send) -> send.get();
  }

  /** The service answers every try with a status and nothing else. */
  void answer(int status) {
    fault = (request, send) -> new Bare(request, status);
  }

  /** No answer comes in time. */
  void timeOut() {
    fault =
        (request, send) -> {
          throw new UncheckedIOException(new HttpTimeoutException("request timed out"));
        };
  }

  /** Transactions are written, but the first answers of so many are lost. */
  void loseAnswers(int count) {
    AtomicInteger left = new AtomicInteger(count);
    fault =
        (request, send) -> {
          HttpResponse response = send.get();
          if (request.getHttpMethod() == HttpMethod.POST && left.getAndDecrement() > 0) {
            response.close();
            throw new UncheckedIOException(new IOException("connection reset"));
          }
          return response;
        };
  }

  /** Somebody else does something just before the request of this number, counted from 1. */
  void before(int number, HttpMethod method, Runnable other) {
    AtomicInteger seen = new AtomicInteger();
    fault =
        (request, send) -> {
          if (request.getHttpMethod() == method && seen.incrementAndGet() == number) {
            other.run();
          }
          return send.get();
        };
  }

  void meet(Fault next) {
    fault = next;
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    return fault.meet(context.getHttpRequest(), next::processSync);
  }

  /** Some clients are asynchronous inside; they can only be answered. */
  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return Mono.defer(
        () -> {
          Supplier<HttpResponse> unsent = () -> new Bare(context.getHttpRequest(), 0);
          HttpResponse answer = fault.meet(context.getHttpRequest(), unsent);
          return answer.getStatusCode() == 0 ? next.process() : Mono.just(answer);
        });
  }

  private static final class Bare extends HttpResponse {
    private final int status;

    Bare(HttpRequest request, int status) {
      super(request);
      this.status = status;
    }

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    @SuppressWarnings("deprecation")
    public @Nullable String getHeaderValue(String name) {
      return null;
    }

    @Override
    public HttpHeaders getHeaders() {
      return new HttpHeaders();
    }

    @Override
    public Flux<ByteBuffer> getBody() {
      return Flux.empty();
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
      return Mono.just(new byte[0]);
    }

    @Override
    public Mono<String> getBodyAsString() {
      return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
      return Mono.just("");
    }
  }
}
