package io.hubtriage.diagnose;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Attribution;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Diagnoses a hub: each device by itself, then what many have in common, then each device once more
 * in that light. Renewals and loops are known before bursts are looked for, so the echo of a mass
 * reconnect is not one.
 */
public final class Diagnostician {
  /** Bursts are remembered as long as a row of theirs can be in a look-back. */
  private static final Duration REMEMBERED = Duration.ofHours(26);

  private Diagnostician() {}

  /** Judges every drop of the case's timelines, and what is wrong now. */
  public static Diagnosis diagnose(HubCase hub) {
    List<Burst> known = remembered(hub);
    Map<Cohort, List<TokenLives.Life>> lives = lives(hub);
    double lost = RowLoss.in(hub.timelines());
    Surroundings before = new Surroundings(hub.settledBefore(), lost, known);
    List<DeviceDiagnosis> devices = judge(hub, lives, before);
    List<Startle> startles = Startle.in(devices);
    List<Burst> found =
        new BurstDetector(startles, hub.usual(), known, hub.metric(), hub.elsewhere()).find();
    List<Burst> bursts = united(known, found);
    if (!bursts.equals(known)) {
      again(devices, before, new Surroundings(hub.settledBefore(), lost, bursts));
    }
    List<Outage> outages = Outages.of(hub, bursts, devices, startles);
    Assessment assessment =
        new Assessment(
            hub.hub(), hub.asOf(), examined(hub, devices), conditions(hub, devices), outages);
    List<Device> waiting = waiting(devices);
    return new Diagnosis(taken(devices), assessment, bursts, waiting, startled(startles));
  }

  private static Map<Cohort, List<TokenLives.Life>> lives(HubCase hub) {
    Map<Cohort, List<TokenLives.Life>> lives = new HashMap<>();
    for (Timeline timeline : hub.timelines()) {
      lives.computeIfAbsent(timeline.client().cohort(), hub.lives()::of);
    }
    return lives;
  }

  /** Devices do not touch each other here; the order of the answer is that of the timelines. */
  private static List<DeviceDiagnosis> judge(
      HubCase hub, Map<Cohort, List<TokenLives.Life>> lives, Surroundings surroundings) {
    return new ArrayList<>(
        hub.timelines().parallelStream()
            .map(timeline -> judge(hub, timeline, lives, surroundings))
            .toList());
  }

  /**
   * Judges those anew for whom the surroundings have changed; for all others nothing has. In place:
   * the verdicts on a large hub take hundreds of megabytes, and nobody needs the old ones.
   */
  private static void again(
      List<DeviceDiagnosis> devices, Surroundings before, Surroundings after) {
    IntStream.range(0, devices.size())
        .parallel()
        .filter(i -> after.differ(before, devices.get(i).drops()))
        .forEach(i -> devices.set(i, devices.get(i).in(after)));
  }

  private static DeviceDiagnosis judge(
      HubCase hub,
      Timeline timeline,
      Map<Cohort, List<TokenLives.Life>> lives,
      Surroundings surroundings) {
    List<TokenLives.Life> cohort = lives.getOrDefault(timeline.client().cohort(), List.of());
    return DeviceDiagnosis.of(
        timeline, cohort, surroundings, millis -> hub.connectedSince(timeline.device(), millis));
  }

  private static List<Burst> remembered(HubCase hub) {
    Instant oldest = hub.asOf().minus(REMEMBERED);
    return hub.known().stream().filter(b -> b.span().end().isAfter(oldest)).toList();
  }

  /** Bursts that touch become one; the order does not matter. */
  private static List<Burst> united(List<Burst> known, List<Burst> found) {
    List<Burst> all = new ArrayList<>(known);
    for (Burst burst : found) {
      Burst whole = burst;
      for (Burst other : List.copyOf(all)) {
        if (other.joins(whole, BurstDetector.APART)) {
          all.remove(other);
          whole = other.with(whole);
        }
      }
      all.add(whole);
    }
    all.sort(Comparator.comparing(Burst::start).thenComparing(Burst::network));
    return all;
  }

  /** The verdicts of the devices, which are taken from the list one by one for the same reason. */
  private static List<Attribution> taken(List<DeviceDiagnosis> devices) {
    List<Attribution> all = new ArrayList<>();
    Collections.reverse(devices);
    while (!devices.isEmpty()) {
      DeviceDiagnosis device = devices.remove(devices.size() - 1);
      for (int i = 0; i < device.drops().size(); i++) {
        all.add(attribution(device, i));
      }
    }
    return all;
  }

  private static Attribution attribution(DeviceDiagnosis device, int i) {
    Drop drop = device.drops().get(i);
    return new Attribution(
        device.timeline().hub(),
        device.timeline().device(),
        Instant.ofEpochMilli(drop.at()),
        drop.operation(),
        drop.signal(),
        device.cause(i),
        device.leads().share(i));
  }

  /**
   * A device without any row in the look-back was not seen, and stays what it was. So does one that
   * events call away: that the log shows nothing wrong is then no sign of health.
   */
  private static Set<Device> examined(HubCase hub, List<DeviceDiagnosis> devices) {
    Set<Device> seen = new HashSet<>();
    for (DeviceDiagnosis device : devices) {
      if (device.timeline().size() > 0 && hub.awaySince(device.timeline()).isEmpty()) {
        seen.add(device.timeline().device());
      }
    }
    return seen;
  }

  private static List<Condition> conditions(HubCase hub, List<DeviceDiagnosis> devices) {
    return devices.parallelStream()
        .flatMap(device -> Conditions.of(device, hub).stream())
        .sorted(Comparator.comparing(Condition::device).thenComparing(Condition::cause))
        .toList();
  }

  /** A token's end keeps hardly any device away, so those come last. */
  private static List<Device> waiting(List<DeviceDiagnosis> devices) {
    return devices.stream()
        .filter(DeviceDiagnosis::waiting)
        .sorted(
            Comparator.comparing((DeviceDiagnosis d) -> d.cause(d.drops().size() - 1).benign())
                .thenComparing(d -> d.timeline().device()))
        .map(d -> d.timeline().device())
        .toList();
  }

  private static Map<Instant, Integer> startled(List<Startle> startles) {
    Map<Instant, Set<Device>> bins = new TreeMap<>();
    for (Startle startle : startles) {
      bins.computeIfAbsent(Baseline.bin(Instant.ofEpochMilli(startle.at())), b -> new HashSet<>())
          .add(startle.device());
    }
    Map<Instant, Integer> counts = new TreeMap<>();
    bins.forEach((bin, devices) -> counts.put(bin, devices.size()));
    return counts;
  }
}
