package io.hubtriage.lab.simulate;

import io.hubtriage.lab.simulate.World.Stream;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Draws a scenario's devices and who of them has which fault. */
final class Population {
  /** Devices are built, and put behind gateways, in groups of neighbouring numbers. */
  private static final int GROUP = 12;

  private static final List<Duration> LIVES =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(24));
  private static final List<Integer> ODD_KEEP_ALIVES = List.of(20, 45, 90, 150, 420, 600, 1150);

  /** Twenty-fifths of the fleet. */
  private static final List<Sdk> SDKS = weighted(List.of(Sdk.values()), List.of(6, 5, 3, 3, 5, 3));

  private final Scenario scenario;
  private final List<Hub> hubs;
  private final Networks networks;

  private Population(Scenario scenario, List<Hub> hubs, Networks networks) {
    this.scenario = scenario;
    this.hubs = hubs;
    this.networks = networks;
  }

  static List<SimulatedDevice> of(Scenario scenario, List<Hub> hubs, Networks networks) {
    Population population = new Population(scenario, hubs, networks);
    Draws draws = Stream.DEVICES.draws(scenario.seed());
    List<SimulatedDevice> devices = new ArrayList<>(scenario.devices());
    for (int number = 0; number < scenario.devices(); number++) {
      int group = number / GROUP;
      Draws shared = Stream.GATEWAYS.draws(scenario.seed(), group);
      devices.add(
          shared.chance(0.1)
              ? population.behindGateway(number, group, shared, draws)
              : population.standalone(number, draws));
    }
    return population.withFaults(devices);
  }

  private SimulatedDevice standalone(int number, Draws draws) {
    Sdk sdk = draws.pick(SDKS);
    Auth auth = draws.chance(0.12) ? Auth.X509 : Auth.SAS;
    double kind = draws.uniform(0, 1);
    String protocol = kind < 0.82 ? "Mqtt" : kind < 0.86 ? "MqttWs" : "Amqp";
    Duration keepAlive =
        draws.chance(0.1) ? Duration.ofSeconds(draws.pick(ODD_KEEP_ALIVES)) : sdk.keepAlive();
    return device(
        number,
        DeviceIds.drawn(number, draws),
        new Make(sdk, draws.pick(sdk.versions()), auth, protocol, life(draws), keepAlive),
        draws.chance(0.3) ? -1 : site(draws),
        OptionalInt.empty());
  }

  private SimulatedDevice behindGateway(int number, int gateway, Draws shared, Draws draws) {
    Sdk sdk = shared.pick(SDKS);
    Make make =
        new Make(sdk, shared.pick(sdk.versions()), Auth.SAS, "Mqtt", life(shared), sdk.keepAlive());
    return device(
        number, DeviceIds.drawn(number, draws), make, site(shared), OptionalInt.of(gateway));
  }

  private SimulatedDevice device(int number, Device id, Make make, int site, OptionalInt gateway) {
    int hub = number / GROUP % hubs.size();
    return new SimulatedDevice(
        number,
        hub,
        hubs.get(hub),
        id,
        make.sdk,
        make.version,
        make.auth,
        make.protocol,
        make.life,
        make.keepAlive,
        site,
        gateway,
        List.of());
  }

  /** Sites are of unlike size. */
  private int site(Draws draws) {
    double place = draws.uniform(0, 1);
    return (int) (networks.sites() * place * StrictMath.sqrt(place));
  }

  private static Duration life(Draws draws) {
    return draws.chance(0.8) ? Duration.ofHours(1) : draws.pick(LIVES);
  }

  /** Each fault goes to its share of the fleet, and to one device at least. */
  private List<SimulatedDevice> withFaults(List<SimulatedDevice> devices) {
    List<Set<Fault>> faults = new ArrayList<>();
    devices.forEach(d -> faults.add(EnumSet.noneOf(Fault.class)));
    List<Fault> all = List.of(Fault.values());
    for (Fault fault : all) {
      long wanted = scenario.count(fault);
      Draws draws = Stream.FAULTS.draws(scenario.seed(), all.indexOf(fault));
      int[] order = draws.permutation(devices.size());
      for (int i = 0; i < order.length && wanted > 0; i++) {
        Set<Fault> mine = faults.get(order[i]);
        boolean free = !fault.persistent() || mine.stream().noneMatch(Fault::persistent);
        if (free && fault.fits(devices.get(order[i]))) {
          mine.add(fault);
          wanted--;
        }
      }
    }
    return devices.stream().map(d -> d.with(List.copyOf(faults.get(d.number())))).toList();
  }

  private static List<Sdk> weighted(List<Sdk> sdks, List<Integer> weights) {
    List<Sdk> all = new ArrayList<>();
    for (int i = 0; i < sdks.size(); i++) {
      for (int n = 0; n < weights.get(i); n++) {
        all.add(sdks.get(i));
      }
    }
    return List.copyOf(all);
  }

  /** How a device is built and set up. */
  private record Make(
      Sdk sdk, String version, Auth auth, String protocol, Duration life, Duration keepAlive) {}
}
