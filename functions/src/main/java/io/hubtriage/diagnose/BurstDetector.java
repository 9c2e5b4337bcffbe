package io.hubtriage.diagnose;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the times in which too many devices drop together. Counts distinct devices, never rows,
 * against what is usual for this very hub, by an over-dispersed Poisson tail; a fixed number or a
 * z-score would page on every large hub and miss every small one.
 */
final class BurstDetector {
  private static final long MINUTE = 60_000;

  /** Bursts and their parts lie no further apart. */
  static final Duration APART = Duration.ofMinutes(10);

  private static final int LEAST_SERVER_DEVICES = 3;
  private static final int LEAST_HUB_DEVICES = 5;
  private static final int LEAST_SITE_DEVICES = 4;
  private static final double HUB_SURPRISE = 1e-6;

  /** What all networks together may surprise by chance. */
  private static final double SITE_SURPRISE = 1e-5;

  /** What is enough where another hub saw the network drop at that time. */
  private static final double SHARED_SURPRISE = 1e-3;

  private static final int LEAST_SHARED_DEVICES = 3;

  /**
   * Minutes in which a site's devices may drop: at once when the router says so, else over 1.5
   * times their keep-alives, which is up to 7.5 minutes for .NET.
   */
  private static final int[] SITE_SPREADS = {2, 8};

  /** Drops so far from a time do not belong to its burst. */
  private static final long ELSEWHERE = 30 * MINUTE;

  /** Of all unexplained drops on a usual day, server errors are at most this share. */
  private static final double USUAL_SERVER_SHARE = 0.02;

  private final double perMinute;
  private final double dispersion;
  private final List<CountSample> metric;
  private final List<Startle> startles;
  private final List<Burst> elsewhere;

  /** Milliseconds since the epoch, sorted. */
  private final long[] times;

  /**
   * @param startles of all devices looked at
   * @param usual what is usual on the hub
   * @param known bursts found before, which are no part of the usual
   * @param metric connectedDeviceCount, oldest first; may be empty
   * @param elsewhere bursts other hubs saw
   */
  BurstDetector(
      List<Startle> startles,
      Baseline usual,
      Collection<Burst> known,
      List<CountSample> metric,
      List<Burst> elsewhere) {
    this.startles = startles;
    this.elsewhere = elsewhere;
    this.times = times(startles);
    this.perMinute = usual.perMinute(known);
    this.dispersion = usual.dispersion(known);
    this.metric = metric;
  }

  /** The bursts of the startles, hub-wide ones first. */
  List<Burst> find() {
    List<Burst> bursts = new ArrayList<>(hubBursts());
    List<Burst> hub = List.copyOf(bursts);
    Map<String, List<Startle>> networks = new TreeMap<>();
    for (Startle startle : startles) {
      if (!startle.network().isEmpty() && startle.kind() != Startle.Kind.BLIP) {
        networks.computeIfAbsent(startle.network(), n -> new ArrayList<>()).add(startle);
      }
    }
    networks.forEach(
        (network, there) -> {
          for (Burst burst : siteBursts(network, there, SITE_SURPRISE / networks.size())) {
            if (hub.stream().noneMatch(h -> overlap(h.span(), burst.span()))) {
              bursts.add(burst);
            }
          }
        });
    return bursts;
  }

  private List<Burst> hubBursts() {
    NavigableMap<Long, Set<Device>> server = perMinute(Startle.Kind.SERVER, startles);
    NavigableMap<Long, Set<Device>> any = perMinute(null, startles);
    List<Window> hot = new ArrayList<>();
    double serverMean = perMinute * USUAL_SERVER_SHARE * 10;
    for (long minute : server.keySet()) {
      int devices = devices(server, minute, minute + 10 * MINUTE).size();
      if (devices >= LEAST_SERVER_DEVICES
          && Tail.atLeast(devices, serverMean, dispersion) < HUB_SURPRISE) {
        long last = server.lowerKey(minute + 10 * MINUTE);
        hot.add(window(minute - 2 * MINUTE, last + MINUTE));
      }
    }
    for (long minute : any.keySet()) {
      int devices = devices(any, minute, minute + 3 * MINUTE).size();
      Window window = window(minute, minute + 3 * MINUTE);
      if (devices >= LEAST_HUB_DEVICES
          && Tail.atLeast(devices, 3 * perMinute, dispersion) < HUB_SURPRISE
          && MetricDip.around(window, metric).notable()
          && !oneNetwork(window)) {
        hot.add(window);
      }
    }
    return merge("", hot, any, perMinute);
  }

  /**
   * Whether most of the devices that dropped in a window share a network: a site's fault, metric or
   * not.
   */
  private boolean oneNetwork(Window window) {
    Map<String, Set<Device>> networks = new HashMap<>();
    Set<Device> all = new HashSet<>();
    for (Startle startle : startles) {
      if (window.contains(Instant.ofEpochMilli(startle.at()))) {
        networks.computeIfAbsent(startle.network(), n -> new HashSet<>()).add(startle.device());
        all.add(startle.device());
      }
    }
    return networks.entrySet().stream()
        .anyMatch(e -> !e.getKey().isEmpty() && e.getValue().size() > 0.6 * all.size());
  }

  /**
   * A network's devices are few and counted once each, so that a plain Poisson tail holds for them;
   * what hub-wide troubles add to the variance does not belong here.
   */
  private List<Burst> siteBursts(String network, List<Startle> there, double surprising) {
    if (there.size() < LEAST_SHARED_DEVICES) {
      return List.of();
    }
    NavigableMap<Long, Set<Device>> any = perMinute(null, there);
    List<Window> hot = new ArrayList<>();
    double mean = perMinute;
    long[] here = times(there);
    for (long minute : any.keySet()) {
      for (int spread : SITE_SPREADS) {
        long end = minute + spread * MINUTE;
        boolean shared = sharedBurst(network, window(minute, end));
        int devices = devices(any, minute, end).size();
        if (devices < (shared ? LEAST_SHARED_DEVICES : LEAST_SITE_DEVICES)) {
          continue;
        }
        mean = perMinute * share(elsewhere(here, minute), elsewhere(times, minute));
        double surprise = Tail.atLeast(devices, spread * mean, 1);
        if (surprise < (shared ? SHARED_SURPRISE : surprising)) {
          hot.add(window(minute, any.lowerKey(end) + MINUTE));
        }
      }
    }
    return merge(network, hot, any, mean);
  }

  private boolean sharedBurst(String network, Window window) {
    return elsewhere.stream()
        .anyMatch(b -> b.network().equals(network) && overlap(b.span(), window));
  }

  /**
   * Which share of the hub's unexplained drops is the network's at other times; an eighth where
   * little is known.
   */
  private static double share(int there, int all) {
    return (1.0 + there) / (8 + all);
  }

  /** How many of these times are far from the minute. */
  private static int elsewhere(long[] sorted, long minute) {
    return sorted.length - Sorted.within(sorted, minute - ELSEWHERE, minute + ELSEWHERE + 1);
  }

  private static long[] times(List<Startle> startles) {
    return startles.stream().mapToLong(Startle::at).sorted().toArray();
  }

  private static List<Burst> merge(
      String network, List<Window> hot, NavigableMap<Long, Set<Device>> devices, double perMinute) {
    List<Burst> bursts = new ArrayList<>();
    hot.sort(java.util.Comparator.comparing(Window::start));
    for (Window window : hot) {
      List<Double> excess = new ArrayList<>();
      for (long m = window.start().toEpochMilli(); m < window.end().toEpochMilli(); m += MINUTE) {
        Set<Device> there = devices.get(m);
        excess.add(there == null ? 0 : Math.max(0, (there.size() - perMinute) / perMinute));
      }
      Burst burst = new Burst(network, window.start(), excess);
      int last = bursts.size() - 1;
      if (last >= 0 && bursts.get(last).joins(burst, APART)) {
        bursts.set(last, bursts.get(last).with(burst));
      } else {
        bursts.add(burst);
      }
    }
    return bursts;
  }

  private static NavigableMap<Long, Set<Device>> perMinute(
      Startle.@org.jspecify.annotations.Nullable Kind kind, List<Startle> startles) {
    NavigableMap<Long, Set<Device>> minutes = new TreeMap<>();
    for (Startle startle : startles) {
      if (kind == null || startle.kind() == kind) {
        minutes.computeIfAbsent(startle.minute(), m -> new HashSet<>()).add(startle.device());
      }
    }
    return minutes;
  }

  private static Set<Device> devices(NavigableMap<Long, Set<Device>> minutes, long from, long to) {
    Set<Device> devices = new HashSet<>();
    minutes.subMap(from, to).values().forEach(devices::addAll);
    return devices;
  }

  private static Window window(long from, long to) {
    return new Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  private static boolean overlap(Window a, Window b) {
    return a.start().isBefore(b.end()) && b.start().isBefore(a.end());
  }
}
