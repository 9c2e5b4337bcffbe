package io.hubtriage.contract;

import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Lifecycle;
import io.hubtriage.incident.Looks;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Outcome;
import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
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
import java.util.List;
import java.util.Set;

/** Incidents and notices with everything in them that an adapter could lose. */
public final class Samples {
  public static final Hub HUB = new Hub("/subscriptions/s/providers/microsoft.devices/iothubs/one");
  public static final Hub OTHER = new Hub("two");
  public static final Instant NOON = Looks.at("12:00");

  private Samples() {}

  /** A look that opens an incident of devices with hard names and a wide one. */
  public static Outcome outcome(Hub hub, Instant now) {
    Evidence evidence =
        Evidence.of(
            Finding.of(
                "everything",
                "share",
                0.5,
                "count",
                3L,
                "name",
                "a|b\n\"c\" 日本",
                "span",
                Duration.ofSeconds(90),
                "when",
                now));
    Condition hard = condition(hub, new Device("a#b?c%d'*$/é", "mod:1"), evidence, now);
    Condition plain = condition(hub, Device.of("plain"), evidence, now);
    Window span = new Window(now.minusSeconds(300), now.minusSeconds(60));
    Outage outage =
        new Outage(
            hub,
            Cause.SITE_OUTAGE,
            "10.1.2.xxx",
            span,
            false,
            70,
            70,
            List.of(plain),
            0.8,
            evidence);
    Set<Device> examined = Set.of(hard.device(), plain.device());
    Assessment look = new Assessment(hub, now, examined, List.of(hard), List.of(outage));
    return Lifecycle.DEFAULT.update(List.of(), look, now);
  }

  public static List<Incident> incidents(Hub hub, Instant now) {
    return outcome(hub, now).changed();
  }

  public static Notice notice(Hub hub, Instant now) {
    return outcome(hub, now).notices().get(0);
  }

  private static Condition condition(Hub hub, Device device, Evidence evidence, Instant now) {
    return new Condition(
        hub,
        device,
        Looks.CLIENT,
        "10.9.9.xxx",
        Cause.CRASH_LOOP,
        Impact.FLAPPING,
        now.minusSeconds(3_600),
        now.minusMillis(1),
        7,
        0.75,
        evidence);
  }
}
