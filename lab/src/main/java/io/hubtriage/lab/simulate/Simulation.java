package io.hubtriage.lab.simulate;

import io.hubtriage.lab.simulate.Behaviour.Session;
import io.hubtriage.lab.simulate.World.Stream;
import java.util.ArrayList;
import java.util.List;

/**
 * Lives through a scenario: device after device, session after session, then everything in order of
 * time. A hundred thousand devices and a day need a heap below a gigabyte.
 */
public final class Simulation {
  /** How long before its start the fleet is up already. */
  private static final double WARM_UP_SECONDS = 86_400;

  private final World world;
  private final RowStore rows;
  private final EventStore events;
  private final Ingestion ingestion;
  private final EventGrid eventGrid;
  private final List<HubCounts> counts;
  private final List<ConnectGate> gates;

  private Simulation(World world) {
    this.world = world;
    this.rows = new RowStore(world);
    this.events = new EventStore(world);
    this.ingestion = new Ingestion(world, rows, Stream.INGESTION.draws(world.scenario().seed()));
    this.eventGrid = new EventGrid(world, events);
    this.counts = HubCounts.perHub(world);
    this.gates =
        world.hubs().stream()
            .map(hub -> new ConnectGate(world.horizon(), world.scenario().connectsPerSecond()))
            .toList();
  }

  /** Simulates the scenario and hands all of it to the sink. */
  public static void run(Scenario scenario, FleetSink sink) {
    Simulation simulation = new Simulation(World.of(scenario));
    simulation.world.devices().forEach(simulation::live);
    simulation.tell(sink);
  }

  private void live(SimulatedDevice device) {
    Draws draws = Draws.of(world.scenario().seed(), device.number());
    List<Behaviour> behaviours = new ArrayList<>();
    long connectedAt = -draws.seconds(0, WARM_UP_SECONDS);
    if (device.dropsAtRenewal()) {
      SasRenewal renewal = renewal(device, draws.split()).late(Ticks.of(world.scenario().jitter()));
      behaviours.add(renewal);
      connectedAt = -(long) (renewal.longest() * draws.uniform(0, 1));
    }
    device.faults().forEach(fault -> behaviours.add(fault.of(device, world, draws.split())));
    for (WideIncident incident : world.incidents()) {
      Draws own = draws.split();
      if (incident.hits(device, own)) {
        behaviours.add(incident.of(world, own));
      }
    }
    Journal journal =
        new Journal(device, world, gates.get(device.hubNumber()), ingestion, draws.split());
    play(new Session(device, journal.connect(connectedAt)), behaviours, journal);
    counts.get(device.hubNumber()).add(device, journal.changes());
    eventGrid.publish(device, journal.changes(), draws.split());
  }

  private SasRenewal renewal(SimulatedDevice device, Draws own) {
    return device.gateway().isPresent()
        ? SasRenewal.shared(
            device,
            Stream.GATEWAYS.draws(world.scenario().seed(), device.gateway().getAsInt()).split())
        : SasRenewal.own(device, own);
  }

  private void play(Session first, List<Behaviour> behaviours, Journal journal) {
    Session session = first;
    while (session.connectedAt() < world.horizon()) {
      Behaviour strikes = null;
      long at = world.horizon();
      for (Behaviour behaviour : behaviours) {
        long end = behaviour.endOf(session, journal.draws());
        if (end < at) {
          at = end;
          strikes = behaviour;
        }
      }
      if (strikes == null) {
        return;
      }
      long back = strikes.end(session, at, journal);
      if (back >= world.horizon()) {
        return;
      }
      session = new Session(session.device(), journal.connect(back));
    }
  }

  private void tell(FleetSink sink) {
    world.devices().forEach(sink::device);
    world.incidents().forEach(sink::incident);
    for (int row : TimeOrder.of(rows.size(), rows::ingested)) {
      sink.row(rows.row(row));
    }
    for (int row : TimeOrder.of(rows.size(), rows::time)) {
      if (rows.hasTruth(row)) {
        rows.row(row).truth().ifPresent(sink::truth);
      }
    }
    for (int event : TimeOrder.of(events.size(), events::received)) {
      sink.event(events.event(event));
    }
    Scenario scenario = world.scenario();
    Draws draws = Stream.METRIC.draws(scenario.seed());
    double missing = Math.min(0.01, scenario.lossShare() / 5);
    for (int hub = 0; hub < counts.size(); hub++) {
      int number = hub;
      counts.get(hub).samples(world, missing, draws, s -> sink.sample(world.hubs().get(number), s));
    }
  }
}
