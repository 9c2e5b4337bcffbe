package io.hubtriage.lab.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.hubtriage.lab.cli.InputException;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Azure Monitor on loopback: Log Analytics ({@code POST /v1/workspaces/{id}/query}, whatever the
 * id) and the hub metric {@code connectedDeviceCount}. It answers as of a moment that is set, or
 * that a clock it is given tells: rows and minutes that are not there at that moment are not shown.
 */
public final class LocalMonitor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LocalMonitor.class.getName());

  /** The last year that the query language knows. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final LogStore logs;
  private final Requests requests;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(LocalMonitor::thread);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Fault> faults = new ArrayDeque<>();
  private volatile InstantSource clock = InstantSource.fixed(END_OF_TIME);

  static {
    // Read once, before the first server of the process: without it an answer takes 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private LocalMonitor(LogStore logs, CountStore counts, int port) {
    this.logs = logs;
    this.requests = new Requests(logs, counts);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      logs.close();
      throw new InputException(
          "port %d on this machine cannot be used (%s); end what listens there or name another port"
              .formatted(port, e.getMessage()),
          e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Takes what the stand-in is to know, in any order. */
  public static final class Loader {
    private final LogStore logs = new LogStore("1GB");
    private final CountStore counts = new CountStore();

    private Loader() {}

    /** Adds a row as its hub would have written it. */
    public Loader add(ConnectionRow row) {
      return add(DiagnosticRow.of(row));
    }

    /** Adds a row. */
    public Loader add(DiagnosticRow row) {
      logs.add(row);
      return this;
    }

    /** Adds a minute of the metric; a later value of the same minute replaces it. */
    public Loader add(Hub hub, CountSample sample) {
      counts.add(hub, sample);
      return this;
    }

    /** Starts the server, on a free port; until {@link LocalMonitor#now} all rows are there. */
    public LocalMonitor open() {
      return open(0);
    }

    /**
     * Starts the server.
     *
     * @param port where; 0 takes one that is free
     * @throws InputException if the port is taken or may not be used
     */
    public LocalMonitor open(int port) {
      logs.loaded();
      return new LocalMonitor(logs, counts, port);
    }
  }

  /** A stand-in without rows, to be filled. */
  public static Loader loader() {
    return new Loader();
  }

  /** Sets the moment: what is ingested at it or later is not there yet. */
  public void now(Instant moment) {
    follow(InstantSource.fixed(moment));
  }

  /** Lets time pass: from now on the moment is what this clock says. */
  public void follow(InstantSource time) {
    clock = time;
  }

  /** Lets somebody else answer the requests below a path: a stand-in for another service. */
  public void also(String path, HttpHandler other) {
    server.createContext(path, other);
  }

  /** The next so many requests meet this fault; earlier ones that are left come first. */
  public void fault(Fault fault, int requests) {
    synchronized (faults) {
      faults.addAll(Collections.nCopies(requests, fault));
    }
  }

  /** {@code http://127.0.0.1:port}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<Fault> fault = nextFault();
      if (fault.isPresent()) {
        suffer(fault.get(), exchange, body);
      } else {
        reply(exchange, body).send(exchange);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the client went away", e);
    }
  }

  /** Our own bug must not look like a connection that broke. */
  private Reply reply(HttpExchange exchange, byte[] body) {
    try {
      return requests.reply(exchange, body, clock.instant());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "no answer to " + exchange.getRequestURI(), e);
      return Reply.error(500, "InternalServerError", e.toString());
    }
  }

  private Optional<Fault> nextFault() {
    synchronized (faults) {
      return Optional.ofNullable(faults.poll());
    }
  }

  private void suffer(Fault fault, HttpExchange exchange, byte[] body) throws IOException {
    switch (fault.kind()) {
      case THROTTLED -> Reply.throttled(fault.time().toSeconds()).send(exchange);
      case TIMED_OUT -> Reply.timedOut().send(exchange);
      case PARTIAL -> reply(exchange, body).partial().send(exchange);
      case SLOW -> {
        pause(fault.time());
        reply(exchange, body).send(exchange);
      }
      case DROPPED -> {} // closing it is all
      case EMPTY -> Reply.empty(200).send(exchange);
      case NO_CONTENT -> Reply.empty(204).send(exchange);
      case NO_TABLE -> Reply.noTable().send(exchange);
    }
  }

  private void pause(Duration time) {
    try {
      if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(System.Logger.Level.DEBUG, "closed while an answer waited");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "local-monitor");
    thread.setDaemon(true);
    return thread;
  }

  /** Closes the port and forgets the rows. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    logs.close();
  }
}
