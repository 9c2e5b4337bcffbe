package io.hubtriage.notify;

import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Window;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Notices as they really look, and the audiences that read them. */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  public static final Hub HUB =
      new Hub(
          "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-plant/providers"
              + "/Microsoft.Devices/IotHubs/contoso-plant");
  private static final String WORKSPACE =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-logs/providers"
          + "/Microsoft.OperationalInsights/workspaces/law-plant";
  private static final Finding OFFLINE_BY_EVENTS = Finding.of("offline-by-events", "at", NOON);
  private static final Finding NO_LONGER_WATCHED = Finding.of("no-longer-watched", "devices", 2L);
  private static final String SDK_JAVA = "com.microsoft.azure.sdk.iot.iot-device-client";
  private static final String SDK_PYTHON = "azure-iot-device-iothub-py";

  private Samples() {}

  /** English in UTC with every link, or Japanese in Tokyo. */
  public static Audience audience(Locale locale) {
    boolean japanese = locale.equals(Locale.JAPANESE);
    return new Audience(
        "ops",
        locale,
        ZoneId.of(japanese ? "Asia/Tokyo" : "UTC"),
        Map.of(Cause.HUB_TRANSIENT, URI.create("https://wiki.example.com/runbooks/iot-hub")),
        Map.of(HUB.resourceId(), WORKSPACE));
  }

  /** A notice of an incident with this cause. */
  public static Notice notice(Cause cause, NoticeKind kind) {
    return new Notice("n-" + cause.code() + "-" + kind.code(), kind, NOON, facts(cause, kind));
  }

  /** An incident that only events tell of so far. */
  public static Notice provisional() {
    return new Notice(
        "n-provisional",
        NoticeKind.OPENED,
        NOON,
        new Facts.OfIncident(
            "7f3a",
            HUB,
            Cause.UNKNOWN,
            Severity.CRITICAL,
            true,
            Impact.OFFLINE,
            NOON,
            new Window(NOON.minusSeconds(180), NOON),
            Optional.empty(),
            Optional.empty(),
            214,
            198,
            214,
            List.of(),
            0.5,
            Evidence.of(Finding.of("burst", "devices", 214L, "minutes", 2L, "usual", 0.4)),
            Evidence.NONE,
            List.of(),
            List.of(3, 80, 131)));
  }

  /** As little as an incident can tell. */
  public static Notice sparse() {
    return new Notice(
        "n-sparse",
        NoticeKind.OPENED,
        NOON,
        new Facts.OfIncident(
            "0001",
            new Hub("contoso-plant"),
            Cause.UNKNOWN,
            Severity.WARNING,
            false,
            Impact.FLAPPING,
            NOON,
            new Window(NOON.minusSeconds(600), NOON),
            Optional.of(NOON),
            Optional.empty(),
            1,
            0,
            1,
            List.of(
                new Facts.Affected(
                    Device.of("d1"),
                    Client.UNKNOWN,
                    "",
                    Impact.FLAPPING,
                    NOON.minusSeconds(600),
                    NOON,
                    2)),
            0.4,
            Evidence.NONE,
            Evidence.NONE,
            List.of(),
            List.of()));
  }

  /** A busy day. */
  public static Notice digest() {
    Map<Cause, Long> rows =
        Map.of(
            Cause.SAS_TOKEN_RENEWAL, 41_230L,
            Cause.PLANNED_RECONNECT, 812L,
            Cause.PLATFORM_UPGRADE, 64L,
            Cause.CONNECTION_LOST, 903L,
            Cause.HUB_TRANSIENT, 431L,
            Cause.AUTHENTICATION_FAILURE, 57L,
            Cause.UNKNOWN, 118L);
    return new Notice(
        "n-digest",
        NoticeKind.DIGEST,
        NOON,
        new Facts.OfDigest(
            HUB,
            new Window(
                Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-24T00:00:00Z")),
            rows,
            SampleLines.all(),
            List.of(
                new Facts.Life(new Cohort(SDK_JAVA, "sas", "Mqtt"), Duration.ofMinutes(66), 18_204),
                new Facts.Life(
                    new Cohort(SDK_PYTHON, "sas", "Mqtt"), Duration.ofMinutes(58), 9_120),
                new Facts.Life(new Cohort("", "sas", "MqttWs"), Duration.ofMinutes(1_445), 12)),
            new Facts.Coverage(Optional.of(NOON.minusSeconds(340)), 1_432, 1_440),
            List.of(
                Finding.of(
                    "advice-longer-life",
                    "cohort",
                    "Java, sas, Mqtt",
                    "life",
                    Duration.ofMinutes(60),
                    "rows",
                    18_204L))));
  }

  /** A day without a row. */
  public static Notice blindDigest() {
    return new Notice(
        "n-digest-blind",
        NoticeKind.DIGEST,
        NOON,
        new Facts.OfDigest(
            HUB,
            new Window(NOON.minus(Duration.ofDays(1)), NOON),
            Map.of(),
            List.of(),
            List.of(),
            new Facts.Coverage(Optional.empty(), 0, 1_440),
            List.of()));
  }

  /** Three notices that were held back. */
  public static Notice summary() {
    return new Notice(
        "n-summary", NoticeKind.SUMMARY, NOON, new Facts.OfSummary(HUB, SampleLines.all()));
  }

  /** HubTriage itself is blind, or was. */
  public static Notice blind(Blindness kind, NoticeKind notice) {
    return SampleTroubles.notice(kind, notice);
  }

  /** One finding or more of every kind. */
  public static List<Finding> findings() {
    Stream<Finding> incidents =
        Stream.of(Cause.values())
            .flatMap(cause -> Stream.of(evidence(cause), common(cause)))
            .flatMap(evidence -> evidence.findings().stream());
    return Stream.concat(
            Stream.concat(incidents, Stream.of(NO_LONGER_WATCHED, OFFLINE_BY_EVENTS)),
            Stream.concat(
                ((Facts.OfDigest) digest().facts()).advice().stream(), SampleTroubles.findings()))
        .toList();
  }

  private static Facts.OfIncident facts(Cause cause, NoticeKind kind) {
    boolean wide = cause.wide();
    boolean over = kind == NoticeKind.RESOLVED;
    Impact impact = over ? Impact.RECOVERED : impact(cause);
    int members = wide ? 431 : cause == Cause.CRASH_LOOP ? 1 : 12;
    int offline = over ? leftOver(cause) : impact == Impact.OFFLINE ? (wide ? 37 : members) : 0;
    Instant start = NOON.minus(Duration.ofMinutes(kind == NoticeKind.REMINDER ? 250 : 42));
    return new Facts.OfIncident(
        "81c0",
        HUB,
        cause,
        cause.severity(),
        false,
        impact,
        start.plusSeconds(300),
        new Window(start, NOON.minusSeconds(200)),
        Optional.of(start.plusSeconds(720)),
        over ? Optional.of(NOON.minusSeconds(60)) : Optional.empty(),
        members,
        offline,
        kind == NoticeKind.GREW ? 6 : 0,
        devices(Math.min(members, 3), impact, start),
        cause == Cause.UNKNOWN ? 0.48 : 0.94,
        kind == NoticeKind.REMINDER && leftOver(cause) > 0
            ? Evidence.of(NO_LONGER_WATCHED, evidence(cause).findings().get(0))
            : evidence(cause),
        common(cause),
        kind == NoticeKind.UPGRADED ? List.of("7f3a") : List.of(),
        wide ? List.of(2, 9, 84, 431, 420, 211, 96, 60, 44, 37) : List.of());
  }

  /** Devices that never came back. */
  private static int leftOver(Cause cause) {
    return cause == Cause.AUTHENTICATION_FAILURE ? 2 : 0;
  }

  private static Impact impact(Cause cause) {
    return switch (cause) {
      case AUTHENTICATION_FAILURE, HUB_TRANSIENT, SITE_OUTAGE -> Impact.OFFLINE;
      case SAS_TOKEN_RENEWAL, PLATFORM_UPGRADE, PLANNED_RECONNECT -> Impact.RECOVERED;
      default -> Impact.FLAPPING;
    };
  }

  private static List<Facts.Affected> devices(int count, Impact impact, Instant start) {
    List<Client> clients =
        List.of(
            new Client(SDK_PYTHON, "2.12.0", "Mqtt", "sas"),
            new Client(SDK_JAVA, "2.5.0", "Mqtt", "sas"),
            Client.UNKNOWN);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Facts.Affected(
                    i == 1 ? new Device("gateway_" + i, "filter") : Device.of("pump-" + (17 + i)),
                    clients.get(i % clients.size()),
                    i % 3 == 2 ? "" : "203.0.113.XXX",
                    impact,
                    start.plusSeconds(60L * i),
                    NOON.minusSeconds(200),
                    9 - i))
        .toList();
  }

  /** Between them, the causes use every finding there is. */
  static Evidence evidence(Cause cause) {
    return switch (cause) {
      case SAS_TOKEN_RENEWAL ->
          Evidence.of(
              Finding.of(
                  "sessions-at-life",
                  "matching",
                  19L,
                  "sessions",
                  21L,
                  "life",
                  Duration.ofMinutes(65),
                  "tolerance",
                  Duration.ofMinutes(1)),
              Finding.of("refused-before", "refused", 18L, "drops", 21L),
              Finding.of("reconnect-median", "delay", Duration.ofSeconds(6)),
              Finding.of("documented-life", "sdk", SDK_JAVA, "life", Duration.ofMinutes(60)));
      case CONNECTION_LOST ->
          Evidence.of(
              Finding.of(
                  "irregular-sessions",
                  "drops",
                  9L,
                  "shortest",
                  Duration.ofMinutes(3),
                  "longest",
                  Duration.ofMinutes(250)),
              Finding.of("no-refusal", "drops", 9L),
              Finding.of("last-connect", "at", NOON.minusSeconds(1_500)));
      case KEEP_ALIVE_TIMEOUT ->
          Evidence.of(
              Finding.of(
                  "keep-alive-match",
                  "matching",
                  14L,
                  "sessions",
                  15L,
                  "timeout",
                  Duration.ofSeconds(345),
                  "keepAlive",
                  Duration.ofSeconds(230)),
              Finding.of("no-refusal", "drops", 15L));
      case CRASH_LOOP ->
          Evidence.of(
              Finding.of("short-sessions", "sessions", 23L, "median", Duration.ofSeconds(38)),
              Finding.of("reconnect-median", "delay", Duration.ofSeconds(31)));
      case AUTHENTICATION_FAILURE ->
          Evidence.of(
              Finding.of(
                  "refusals-without-connect", "refusals", 57L, "span", Duration.ofMinutes(40)),
              Finding.of("no-connect-seen"));
      case DUPLICATE_IDENTITY ->
          Evidence.of(
              Finding.of("identity-conflicts", "conflicts", 88L, "span", Duration.ofMinutes(41)));
      case HUB_TRANSIENT ->
          Evidence.of(
              Finding.of(
                  "server-errors", "rows", 1_204L, "devices", 389L, "codes", "500001, 500008"),
              Finding.of("burst", "devices", 431L, "minutes", 4L, "usual", 0.37),
              Finding.of("metric-dip", "before", 1_930L, "lowest", 1_502L, "share", 0.2218));
      case SITE_OUTAGE ->
          Evidence.of(
              Finding.of(
                  "shared-network", "devices", 427L, "network", "198.51.100.XXX", "others", 4L),
              Finding.of("metric-steady", "before", 1_930L, "lowest", 1_498L),
              Finding.of("offline-since", "at", NOON.minusSeconds(2_400)));
      case PLATFORM_UPGRADE ->
          Evidence.of(Finding.of("reconnect-median", "delay", Duration.ofSeconds(12)));
      case THROTTLED ->
          Evidence.of(Finding.of("throttle-codes", "rows", 310L, "codes", "429001, 403002"));
      case PLANNED_RECONNECT ->
          Evidence.of(Finding.of("reconnect-median", "delay", Duration.ofMillis(1_400)));
      case UNKNOWN ->
          Evidence.of(
              Finding.of(
                  "competing",
                  "first",
                  "connection-lost",
                  "firstShare",
                  0.48,
                  "second",
                  "crash-loop",
                  "secondShare",
                  0.41),
              Finding.of("last-verdict", "cause", "connection-lost", "share", 0.48),
              Finding.of("few-rows", "rows", 2L));
    };
  }

  private static Evidence common(Cause cause) {
    return switch (cause) {
      case CONNECTION_LOST -> Evidence.of(common("common-network", "198.51.100.XXX", 0.99, 0.004));
      case SITE_OUTAGE, KEEP_ALIVE_TIMEOUT ->
          Evidence.of(common("common-sdk", SDK_PYTHON, 1.0, 0.21));
      case CRASH_LOOP ->
          Evidence.of(
              Finding.of(
                  "common-version",
                  "value",
                  SDK_JAVA,
                  "version",
                  "2.5.0",
                  "inside",
                  1.0,
                  "outside",
                  0.026,
                  "p",
                  1.3e-41));
      case AUTHENTICATION_FAILURE ->
          Evidence.of(common("common-auth", "x509Certificate", 1.0, 0.08));
      case THROTTLED -> Evidence.of(common("common-protocol", "Amqp", 0.83, 0.12));
      default -> Evidence.NONE;
    };
  }

  private static Finding common(String key, String value, double inside, double outside) {
    return Finding.of(key, "value", value, "inside", inside, "outside", outside, "p", 0.0004);
  }
}
