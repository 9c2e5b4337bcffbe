package io.hubtriage.diagnose;

import io.hubtriage.model.Attribution;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One device's log, written down as a test reads it. Times are {@code HH:MM}, {@code HH:MM:SS} or
 * {@code HH:MM:SS.mmm} from {@link #MIDNIGHT}; hours go on beyond 24.
 */
final class Log {
  static final Hub HUB = new Hub("hub-1");
  static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
  static final Duration SETTLE = Duration.ofMinutes(20);

  private final String device;
  private String sdk = ".NET/1.42.0";
  private String protocol = "Mqtt";
  private String auth = "sas";
  private final List<String> networks = new ArrayList<>(List.of("203.0.113.XXX"));
  private final List<Long> rows = new ArrayList<>();

  private Log(String device) {
    this.device = device;
  }

  static Log device(String id) {
    return new Log(id);
  }

  /** The log's {@code sdkVersion}, {@code .NET/1.42.0} unless said. */
  Log sdk(String text) {
    sdk = text;
    return this;
  }

  Log x509() {
    auth = "x509Certificate";
    return this;
  }

  Log over(String other) {
    protocol = other;
    return this;
  }

  /** The masked address of the rows from here on; {@code ""} for rows without one. */
  Log from(String network) {
    networks.add(network);
    return this;
  }

  Log connect(String time) {
    return connect(at(time));
  }

  Log connect(Instant time) {
    return row(time, Operation.CONNECT, Signal.NONE);
  }

  /** A disconnect. */
  Log drop(String time, Signal signal) {
    return drop(at(time), signal);
  }

  Log drop(Instant time, Signal signal) {
    return row(time, Operation.DISCONNECT, signal);
  }

  /** A connect that failed. */
  Log refused(String time, Signal signal) {
    return refused(at(time), signal);
  }

  Log refused(Instant time, Signal signal) {
    return row(time, Operation.CONNECT, signal);
  }

  /** Sessions one after the other: seconds connected, the signal that ended them, seconds away. */
  Log sessions(String first, Signal signal, long away, long... seconds) {
    Instant connect = at(first);
    for (long session : seconds) {
      connect(connect);
      Instant end = connect.plusSeconds(session);
      drop(end, signal);
      connect = end.plusSeconds(away);
    }
    return connect(connect);
  }

  private Log row(Instant time, Operation operation, Signal signal) {
    rows.add(Timeline.pack(time.toEpochMilli(), networks.size() - 1, operation, signal));
    return this;
  }

  Timeline timeline() {
    return new Timeline(
        HUB,
        Device.of(device),
        Client.of(sdk, protocol, auth),
        networks,
        rows.stream().mapToLong(Long::longValue).toArray());
  }

  /** Its drops, everything settled. */
  List<Drop> drops() {
    return Drops.of(timeline(), Long.MAX_VALUE, millis -> false);
  }

  /** The device alone on a calm hub whose cohorts taught nothing. */
  DeviceDiagnosis alone(String asOf) {
    return DeviceDiagnosis.of(
        timeline(),
        Lives.NONE.of(timeline().client().cohort()),
        Surroundings.calm(at(asOf).minus(SETTLE).toEpochMilli()));
  }

  /** A case of these devices alone: nothing learned, nothing usual, no metric. */
  static HubCase hub(String asOf, List<Log> devices) {
    return hub(asOf, devices, Lives.NONE, Baseline.EMPTY, List.of());
  }

  static HubCase hub(
      String asOf, List<Log> devices, Lives lives, Baseline usual, List<CountSample> metric) {
    List<Timeline> timelines = devices.stream().map(Log::timeline).toList();
    return new HubCase(
        HUB, timelines, lives, usual, List.of(), metric, at(asOf), SETTLE, timelines.size());
  }

  /** The verdicts on a lone device's drops, oldest first. */
  static List<Cause> causes(Log device, String asOf) {
    return Diagnostician.diagnose(hub(asOf, List.of(device))).attributions().stream()
        .map(Attribution::cause)
        .toList();
  }

  static Instant at(String time) {
    String[] parts = time.split(":", -1);
    Instant at =
        MIDNIGHT
            .plus(Duration.ofHours(Long.parseLong(parts[0])))
            .plus(Duration.ofMinutes(Long.parseLong(parts[1])));
    double seconds = parts.length > 2 ? Double.parseDouble(parts[2]) : 0;
    return at.plusMillis(Math.round(seconds * 1000));
  }

  static long millis(String time) {
    return at(time).toEpochMilli();
  }

  static long[] minutes(double... minutes) {
    return Arrays.stream(minutes).mapToLong(m -> Math.round(m * 60)).toArray();
  }
}
