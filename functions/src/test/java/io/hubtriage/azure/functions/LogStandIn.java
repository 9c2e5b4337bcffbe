package io.hubtriage.azure.functions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Log Analytics and the metrics on a loopback port, for a hub whose rows the test tells. It answers
 * the three questions in the shape the service does and hides what is not ingested yet. Every
 * device it knows is in the timelines; the sessions it answers are a recorded fleet whose tokens
 * live for 65 minutes.
 */
public final class LogStandIn implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TIME = Pattern.compile("let (\\w+) = datetime\\(([^)]+)\\);");

  private final HttpServer server;
  private final String hub;
  private final List<LogRow> rows = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  private record LogRow(
      String device, Instant at, Operation operation, Signal signal, Instant ingestedAt) {}

  private LogStandIn(HttpServer server, String hub) {
    this.server = server;
    this.hub = hub;
    server.createContext("/", this::answer);
    server.start();
  }

  /** For one hub, by its resource id. */
  public static LogStandIn of(String hub) throws IOException {
    return new LogStandIn(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), hub);
  }

  /** Its address, {@code http://127.0.0.1:PORT}. */
  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What the service answers from now on; 200 is well. */
  void answers(int newStatus) {
    status = newStatus;
  }

  /** The hub logged a row; it can be queried {@code lag} later. */
  public void row(String device, Instant at, Operation operation, Signal signal, Duration lag) {
    rows.add(new LogRow(device, at, operation, signal, at.plus(lag)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream in = exchange.getRequestBody()) {
      String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      boolean query = exchange.getRequestURI().getPath().endsWith("/query");
      String answer =
          status != 200
              ? "{\"error\":{\"code\":\"Trouble\",\"message\":\"told to\"}}"
              : query ? query(JSON.readTree(body).get("query").textValue()) : metrics();
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String metrics() {
    return "{\"cost\":0,\"timespan\":\"2026-03-10T00:00:00Z/2026-03-10T01:00:00Z\","
        + "\"interval\":\"PT1M\",\"value\":[]}";
  }

  private String query(String kql) throws IOException {
    Map<String, Instant> times = new TreeMap<>();
    for (Matcher m = TIME.matcher(kql); m.find(); ) {
      times.put(m.group(1), Instant.parse(m.group(2)));
    }
    Instant asOf = Objects.requireNonNull(times.get("asOf"), kql);
    Instant start = Objects.requireNonNull(times.get("start"), kql);
    if (kql.contains("let bands = ")) {
      return timelines(start, asOf);
    }
    return times.containsKey("endsFrom")
        ? sessions()
        : activity(start, times.getOrDefault("end", asOf), asOf);
  }

  private List<LogRow> known(Instant from, Instant asOf) {
    return rows.stream()
        .filter(r -> r.ingestedAt().isBefore(asOf) && !r.at().isBefore(from))
        .toList();
  }

  private String activity(Instant start, Instant end, Instant asOf) throws IOException {
    Map<List<Object>, List<LogRow>> cells =
        known(start, asOf).stream()
            .filter(r -> r.at().isBefore(end))
            .collect(
                Collectors.groupingBy(
                    r ->
                        List.of(
                            r.at().truncatedTo(ChronoUnit.MINUTES), r.operation(), r.signal())));
    List<List<Object>> answer = new ArrayList<>();
    for (List<LogRow> cell : cells.values()) {
      LogRow any = cell.get(0);
      answer.add(
          List.of(
              hub,
              any.at().truncatedTo(ChronoUnit.MINUTES).toString(),
              any.operation() == Operation.CONNECT ? 1 : 0,
              any.signal().number(),
              cell.size(),
              cell.stream().map(LogRow::device).distinct().count(),
              cell.stream().map(LogRow::at).max(Instant::compareTo).orElseThrow().toString()));
    }
    return table(
        "hub:string minute:datetime connect:long signal:long rows:long devices:long"
            + " newest:datetime",
        answer);
  }

  private String sessions() throws IOException {
    return table(
        "hub:string sdk:string auth:string protocol:string minutes:long ending:long reconnect:long"
            + " sessions:long devices:long",
        List.of(List.of(hub, ".NET", "sas", "Mqtt", 65, 1, 0, 412, 180)));
  }

  private String timelines(Instant start, Instant asOf) throws IOException {
    Map<String, List<LogRow>> devices =
        known(start, asOf).stream()
            .collect(Collectors.groupingBy(LogRow::device, TreeMap::new, Collectors.toList()));
    List<Map<String, Object>> parts = new ArrayList<>();
    devices.forEach((device, its) -> parts.add(part(device, its, start)));
    List<List<Object>> answer = new ArrayList<>();
    answer.add(List.of(hub, 0, 0, parts.size(), JSON.writeValueAsString(parts)));
    answer.add(List.of(hub, -1, parts.size(), 0, "[]"));
    return table(
        "hub:string cell:long unexplained:long parts:long timelines:dynamic",
        parts.isEmpty() ? List.of() : answer);
  }

  private static Map<String, Object> part(String device, List<LogRow> its, Instant start) {
    List<Long> packed =
        its.stream()
            .map(
                r ->
                    Timeline.pack(
                        r.at().toEpochMilli() - start.toEpochMilli(), 0, r.operation(), r.signal()))
            .toList();
    return Map.of(
        "device",
        device,
        "module",
        "",
        "client",
        ".NET/1.42.0 (.NET 6)",
        "protocol",
        "Mqtt",
        "auth",
        "sas",
        "networks",
        List.of("203.0.113.XXX"),
        "size",
        its.size(),
        "rows",
        packed);
  }

  private static String table(String columns, List<List<Object>> rows) throws IOException {
    List<Map<String, String>> described = new ArrayList<>();
    for (String column : columns.split(" ", -1)) {
      int colon = column.indexOf(':');
      described.add(
          Map.of("name", column.substring(0, colon), "type", column.substring(colon + 1)));
    }
    return String.format(
        Locale.ROOT,
        "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":%s,\"rows\":%s}]}",
        JSON.writeValueAsString(described),
        JSON.writeValueAsString(rows));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
