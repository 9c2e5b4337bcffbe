package io.hubtriage.lab.simulate;

import io.hubtriage.lab.simulate.WideIncident.Kind;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plans a scenario's wide incidents so that no two of a hub begin in the same stretch of time. */
final class Incidents {
  private final Scenario scenario;
  private final List<SimulatedDevice> devices;
  private final Draws draws;
  private final List<WideIncident> planned = new ArrayList<>();

  private Incidents(Scenario scenario, List<SimulatedDevice> devices, Draws draws) {
    this.scenario = scenario;
    this.devices = devices;
    this.draws = draws;
  }

  /** The incidents of a scenario, hub by hub. */
  static List<WideIncident> plan(
      Scenario scenario, List<Hub> hubs, List<SimulatedDevice> devices, Draws draws) {
    Incidents incidents = new Incidents(scenario, devices, draws);
    incidents.plan(hubs);
    return List.copyOf(incidents.planned);
  }

  private void plan(List<Hub> hubs) {
    int sites = scenario.incidents().getOrDefault(Kind.SITE, 0);
    int stretches = scenario.incidents().values().stream().mapToInt(Integer::intValue).sum();
    int[] order = draws.permutation(stretches);
    for (int i = 0; i < sites; i++) {
      site(hubs, startIn(order[i], stretches));
    }
    // A site outage is on every hub at once, so its stretch is taken on all of them.
    int[] free = Arrays.copyOfRange(order, sites, stretches);
    for (Hub hub : hubs) {
      int[] own = draws.permutation(stretches - sites);
      int next = 0;
      for (Kind kind : Kind.values()) {
        int count = kind == Kind.SITE ? 0 : scenario.incidents().getOrDefault(kind, 0);
        for (int i = 0; i < count; i++) {
          planned.add(onHub(hub, kind, startIn(free[own[next++]], stretches)));
        }
      }
    }
  }

  /** A moment in one of the equal stretches of the scenario's middle. */
  private Instant startIn(int stretch, int stretches) {
    double place = (stretch + draws.uniform(0.1, 0.8)) / stretches;
    long horizon = scenario.hours() * Ticks.HOUR;
    return Ticks.after(scenario.start(), (long) (horizon * (0.12 + 0.76 * place)));
  }

  private WideIncident onHub(Hub hub, Kind kind, Instant at) {
    return switch (kind) {
      case HUB -> wide(hub, kind, at, draws.uniform(0.4, 0.85), 150, draws.uniform(200, 700));
      case WEAK -> wide(hub, kind, at, draws.uniform(0.04, 0.06), 100, draws.uniform(180, 500));
      case UPGRADE -> wide(hub, kind, at, draws.uniform(0.05, 0.2), 1200, 1240);
      case SITE -> throw new IllegalArgumentException("a site outage belongs to a site");
    };
  }

  private WideIncident wide(
      Hub hub, Kind kind, Instant at, double share, double spread, double down) {
    double spreads = spread * draws.uniform(0.4, 1);
    return new WideIncident(hub, kind, at, share, seconds(spreads), seconds(down), -1);
  }

  private void site(List<Hub> hubs, Instant at) {
    List<SimulatedDevice> fixed = devices.stream().filter(d -> !d.roams()).toList();
    if (fixed.isEmpty()) {
      return;
    }
    int site = draws.pick(fixed).site();
    Duration down = seconds(draws.uniform(500, 2400));
    for (Hub hub : hubs) {
      List<SimulatedDevice> onHub = devices.stream().filter(d -> d.hub().equals(hub)).toList();
      List<SimulatedDevice> hit = onHub.stream().filter(d -> d.site() == site).toList();
      if (!hit.isEmpty()) {
        double share = hit.size() / (double) onHub.size();
        Duration spread =
            hit.stream().map(SimulatedDevice::silenceLimit).max(Duration::compareTo).orElseThrow();
        planned.add(new WideIncident(hub, Kind.SITE, at, share, spread, down, site));
      }
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
