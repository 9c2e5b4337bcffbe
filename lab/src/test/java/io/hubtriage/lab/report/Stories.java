package io.hubtriage.lab.report;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Roster;
import io.hubtriage.incident.Scope;
import io.hubtriage.incident.Told;
import io.hubtriage.model.Cause;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Stories to draw. */
final class Stories {
  static final Instant START = Instant.parse("2026-11-23T08:07:00Z");
  static final Hub PLANT =
      new Hub("/subscriptions/0001/resourcegroups/rg/providers/microsoft.devices/iothubs/plant");
  static final Hub FIELD = new Hub("field-gateways");

  private Stories() {}

  static Window span(Duration length) {
    return new Window(START, START.plus(length));
  }

  /** Nothing happened. */
  static Story empty() {
    return new Story(
        "empty.jsonl",
        span(Duration.ofHours(1)),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The story with this one hub and nothing else. */
  static Story of(Story.OfHub hub, Window span) {
    return new Story(
        "rows",
        span,
        hub.drops().size(),
        List.of(hub),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  static Story.OfHub hub(Hub hub, List<Story.Drop> drops, List<CountSample> metric) {
    Map<Cause, Long> rows = new EnumMap<>(Cause.class);
    drops.forEach(d -> rows.merge(d.cause(), 1L, Long::sum));
    return new Story.OfHub(
        hub, rows, drops.stream().sorted(Comparator.comparing(Story.Drop::time)).toList(), metric);
  }

  /** A day and two hours of two hubs: renewals every minute, an outage, and what else there is. */
  static Story day() {
    Random random = new Random(7);
    List<Story.Drop> plant = new ArrayList<>();
    List<Story.Drop> field = new ArrayList<>();
    for (int minute = 0; minute < 1_560; minute++) {
      int renewals = minute % 66 < 3 ? 90 : 24 + random.nextInt(10);
      add(plant, random, minute, renewals, Cause.SAS_TOKEN_RENEWAL);
      add(plant, random, minute, minute % 37 == 0 ? 1 : 0, Cause.CONNECTION_LOST);
      add(plant, random, minute, minute % 120 == 5 ? 2 : 0, Cause.UNKNOWN);
      add(plant, random, minute, minute > 300 && minute < 900 ? 1 : 0, Cause.CRASH_LOOP);
      add(field, random, minute, random.nextInt(4), Cause.SAS_TOKEN_RENEWAL);
      add(field, random, minute, minute > 1_200 ? 1 : 0, Cause.AUTHENTICATION_FAILURE);
      add(field, random, minute, minute % 90 == 0 ? 1 : 0, Cause.PLANNED_RECONNECT);
      add(field, random, minute, minute > 610 && minute < 660 ? 2 : 0, Cause.DUPLICATE_IDENTITY);
    }
    for (int minute = 640; minute < 648; minute++) {
      add(plant, random, minute, 58, Cause.HUB_TRANSIENT);
    }
    List<Story.OfIncident> incidents = incidents();
    return new Story(
        "connections.jsonl, metrics.jsonl",
        span(Duration.ofHours(26)),
        123_456,
        List.of(hub(FIELD, field, List.of()), hub(PLANT, plant, metric(random))),
        incidents,
        messages(incidents),
        List.of("connections.jsonl:17: not a JSON object", "connections.jsonl:18: no time"),
        Optional.empty());
  }

  private static void add(
      List<Story.Drop> drops, Random random, int minute, int rows, Cause cause) {
    for (int i = 0; i < rows; i++) {
      drops.add(new Story.Drop(at(minute).plusMillis(random.nextInt(60_000)), cause));
    }
  }

  static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static List<CountSample> metric(Random random) {
    return IntStream.range(0, 1_560)
        .filter(m -> m < 1_000 || m > 1_040)
        .mapToObj(
            m -> {
              double count = (m >= 640 && m < 660 ? 1_502 + (m - 640) * 20 : 1_930);
              double noisy = count + random.nextInt(9);
              return new CountSample(at(m), noisy, noisy - 6, noisy + 4);
            })
        .toList();
  }

  private static List<Story.OfIncident> incidents() {
    return List.of(
        incident(
            "aaaa",
            PLANT,
            Cause.CRASH_LOOP,
            300,
            322,
            930,
            1,
            "61 sessions of pump-17 in 10 h," + " each 8 to 14 min long and ended by the client."),
        incident(
            "bbbb",
            FIELD,
            Cause.DUPLICATE_IDENTITY,
            610,
            625,
            700,
            2,
            "98 evictions" + " (400027) on 2 devices; two addresses take turns."),
        incident(
            "cccc",
            PLANT,
            Cause.HUB_TRANSIENT,
            640,
            643,
            668,
            431,
            "1,204 server errors"
                + " (500001, 500008) on 389 devices. 431 devices dropped within 4 min; usual are 0.37"
                + " per minute. connectedDeviceCount fell from 1,930 to 1,502 (22% less)."),
        incident(
            "dddd",
            FIELD,
            Cause.AUTHENTICATION_FAILURE,
            1_201,
            1_215,
            -1,
            3,
            "359 refusals" + " (401003) on 3 devices without a connect; the key is wrong."));
  }

  /** An incident of so many devices; without an end if that is negative. */
  static Story.OfIncident incident(
      String id, Hub hub, Cause cause, int from, int opened, int end, int devices, String why) {
    List<Device> all =
        IntStream.rangeClosed(1, devices)
            .mapToObj(i -> Device.of("pump-%03d".formatted(i)))
            .toList();
    return incident(id, hub, cause, from, opened, end, all, why);
  }

  static Story.OfIncident incident(
      String id,
      Hub hub,
      Cause cause,
      int from,
      int opened,
      int end,
      List<Device> devices,
      String why) {
    Incident incident =
        new Incident(
            id,
            hub,
            cause.wide() ? Scope.WIDE : Scope.DEVICES,
            cause,
            "",
            new Roster(
                new TreeMap<>(),
                end < 0 ? devices.size() : 0,
                end < 0 ? devices.size() : 0,
                devices.size(),
                new TreeMap<>()),
            new Window(at(from), at(end < 0 ? 1_560 : end)),
            new Incident.Findings(0.94, Evidence.NONE, Evidence.NONE),
            at(opened),
            Optional.of(at(opened + 5)),
            end < 0 ? Optional.empty() : Optional.of(at(end)),
            List.of(),
            Told.NOTHING);
    return new Story.OfIncident(incident, why, devices);
  }

  private static List<Story.Message> messages(List<Story.OfIncident> incidents) {
    List<Story.Message> messages = new ArrayList<>();
    for (Story.OfIncident of : incidents) {
      Incident i = of.incident();
      tell(messages, i, NoticeKind.OPENED, i.openedAt());
      tell(messages, i, NoticeKind.GREW, i.openedAt().plus(Duration.ofMinutes(9)));
      i.resolvedAt().ifPresent(at -> tell(messages, i, NoticeKind.RESOLVED, at));
    }
    Facts digest =
        new Facts.OfDigest(
            PLANT,
            span(Duration.ofHours(24)),
            Map.of(),
            List.of(),
            List.of(),
            new Facts.Coverage(Optional.empty(), 0, 1_440),
            List.of());
    Notice notice = new Notice("digest-1", NoticeKind.DIGEST, at(1_440), digest);
    messages.add(
        new Story.Message(notice, "teams", "digest-1.teams.json", resource("digest.json")));
    messages.sort(Comparator.comparing(m -> m.notice().at()));
    return messages;
  }

  private static void tell(
      List<Story.Message> messages, Incident incident, NoticeKind kind, Instant at) {
    String id = "n-" + incident.id() + "-" + kind.code();
    Notice notice = new Notice(id, kind, at, facts(incident));
    messages.add(new Story.Message(notice, "teams", id + ".teams.json", resource("card.json")));
    messages.add(new Story.Message(notice, "email", id + ".email.eml", resource("mail.eml")));
  }

  static Facts facts(Incident i) {
    return new Facts.OfIncident(
        i.id(),
        i.hub(),
        i.cause(),
        i.severity(),
        false,
        Impact.OFFLINE,
        i.openedAt(),
        i.span(),
        i.causeKnownAt(),
        i.resolvedAt(),
        i.roster().peak(),
        0,
        0,
        List.of(),
        0.9,
        Evidence.NONE,
        Evidence.NONE,
        List.of(),
        List.of());
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Stories.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
