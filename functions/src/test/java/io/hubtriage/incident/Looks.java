package io.hubtriage.incident;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes looks at a hub, for tests. */
public final class Looks {
  public static final Hub HUB = new Hub("hub-one");
  public static final Instant MIDNIGHT = Instant.parse("2026-03-10T00:00:00Z");
  public static final Client CLIENT = new Client(".NET", "1.42.0", "Mqtt", "sas");

  private Looks() {}

  /** {@code 28:15} is a quarter past four on the second day. */
  public static Instant at(String clock) {
    String[] parts = clock.split(":", 2);
    return MIDNIGHT
        .plus(Duration.ofHours(Long.parseLong(parts[0])))
        .plus(Duration.ofMinutes(Long.parseLong(parts[1])));
  }

  public static Condition condition(String device, Cause cause, Impact impact, Instant since) {
    return condition(device, cause, impact, since, since);
  }

  public static Condition condition(
      String device, Cause cause, Impact impact, Instant since, Instant lastRow) {
    return new Condition(
        HUB,
        Device.of(device),
        CLIENT,
        "10.0.0.xxx",
        cause,
        impact,
        since,
        lastRow,
        3,
        0.9,
        Evidence.of(Finding.of("rows", "count", 3L)));
  }

  /** An outage from a sample of devices that are offline until it is over. */
  public static Outage outage(
      Cause cause, String network, Window span, int devices, List<Condition> sample, boolean over) {
    int offline = over ? (int) sample.stream().filter(Looks::offline).count() : devices;
    return new Outage(
        HUB, cause, network, span, over, devices, offline, sample, 0.95, Evidence.NONE);
  }

  /** Devices {@code d0000} and so on, all in one state. */
  public static List<Condition> many(int count, Cause cause, Impact impact, Instant since) {
    return IntStream.range(0, count)
        .mapToObj(i -> condition("d%04d".formatted(i), cause, impact, since))
        .toList();
  }

  /** A look that examines these devices and those with a condition. */
  public static Assessment look(
      Instant at, Collection<String> well, List<Condition> conditions, List<Outage> outages) {
    Set<Device> examined = new HashSet<>();
    well.forEach(d -> examined.add(Device.of(d)));
    conditions.forEach(c -> examined.add(c.device()));
    return new Assessment(HUB, at, examined, conditions, outages);
  }

  private static boolean offline(Condition c) {
    return c.impact() == Impact.OFFLINE;
  }
}
