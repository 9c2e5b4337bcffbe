package io.hubtriage.azure.storage;

import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Lifecycle;
import io.hubtriage.incident.Looks;
import io.hubtriage.incident.Member;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.Outcome;
import io.hubtriage.incident.Roster;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Much at once. */
final class Storms {
  static final Instant NOON = Looks.at("12:00");

  private Storms() {}

  /** A look in which this many sites went down. */
  static Outcome sites(int count) {
    Window span = new Window(NOON.minusSeconds(600), NOON.minusSeconds(300));
    List<Outage> outages =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    Looks.outage(
                        Cause.SITE_OUTAGE, "10.0." + i + ".xxx", span, 50, List.of(), false))
            .toList();
    return Lifecycle.DEFAULT.update(
        List.of(), Looks.look(NOON, List.of(), List.of(), outages), NOON);
  }

  static List<OutboxRow> rows(Outcome outcome, int channels) {
    List<OutboxRow> rows = new ArrayList<>();
    outcome
        .notices()
        .forEach(
            notice ->
                IntStream.range(0, channels)
                    .forEach(c -> rows.add(OutboxRow.of(notice, "channel " + c))));
    return rows;
  }

  /** An incident with as many listed members as there can be, with everyday ids. */
  static Incident crowded() {
    return Lifecycle.DEFAULT
        .update(
            List.of(),
            Looks.look(
                NOON,
                List.of(),
                Looks.many(Roster.MAX_LISTED, Cause.CRASH_LOOP, Impact.FLAPPING, NOON),
                List.of()),
            NOON)
        .changed()
        .get(0);
  }

  /**
   * The longest incident of devices there can be: all that are listed, all that left, with the
   * longest ids, at random so that they do not compress, and times to the 100 ns of the logs.
   */
  static Incident longest() {
    Random random = new Random(7);
    return with(new Roster(members(random, 0), 5, 5, 5_000, members(random, 0)));
  }

  /** The same with modules whose ids are as long. */
  static Incident longerThanLong() {
    Random random = new Random(8);
    return with(new Roster(members(random, 128), 5, 5, 5_000, members(random, 128)));
  }

  static Incident with(Roster roster) {
    Incident plain = crowded();
    return new Incident(
        plain.id(),
        plain.hub(),
        plain.scope(),
        plain.cause(),
        plain.network(),
        roster,
        plain.span(),
        plain.findings(),
        plain.openedAt(),
        plain.causeKnownAt(),
        plain.resolvedAt(),
        plain.mergedIds(),
        plain.told());
  }

  private static SortedMap<Device, Member> members(Random random, int module) {
    SortedMap<Device, Member> members = new TreeMap<>();
    for (int i = 0; i < Roster.MAX_LISTED; i++) {
      Device device = new Device(id(random, 128), id(random, module));
      members.put(
          device,
          new Member(
              device,
              new Client(".NET", "1.4" + i % 3 + ".0", "Mqtt", "sas"),
              "10.%d.%d.xxx".formatted(random.nextInt(256), random.nextInt(256)),
              Impact.OFFLINE,
              time(random),
              time(random),
              random.nextInt(1_000),
              NOON,
              Optional.of(NOON),
              Severity.WARNING,
              Optional.of(NOON)));
    }
    return members;
  }

  private static Instant time(Random random) {
    return NOON.minusNanos(100L * random.nextInt(Integer.MAX_VALUE));
  }

  private static String id(Random random, int length) {
    String alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-:.+%_#*?!(),=@;$'";
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < length; i++) {
      id.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return id.toString();
  }
}
