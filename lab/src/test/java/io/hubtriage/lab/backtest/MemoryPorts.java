package io.hubtriage.lab.backtest;

import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.incident.Budgets;
import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.Sent;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.incident.Wakeups;
import io.hubtriage.incident.memory.MemoryBudgets;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.model.Hub;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Fault;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectedDevices;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.EventJournal;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.Parking;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.sweep.memory.KeptEvents;
import io.hubtriage.sweep.memory.KeptMemory;
import io.hubtriage.sweep.memory.MemoryEventJournal;
import io.hubtriage.sweep.memory.MemoryParking;
import io.hubtriage.watch.WatchMemory;
import io.hubtriage.watch.memory.KeptVigils;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the functions work with, in memory, at a time that the test sets. */
final class MemoryPorts implements Ports {
  final MemoryStore store = new MemoryStore();
  final MemoryParking parking = new MemoryParking();
  private final Settings settings;
  private final ConnectionLog log;
  private final ConnectedDevices metric;
  private final MemoryBudgets budgets = new MemoryBudgets();
  private final KeptMemory sweepMemory = new KeptMemory();
  private final MemoryEventJournal journal = new MemoryEventJournal();
  private final KeptEvents eventMemory = new KeptEvents();
  private final KeptVigils watchMemory = new KeptVigils(store);
  private final List<Due> due = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  private record Due(Wakeup wakeup, Instant at) {}

  MemoryPorts(Settings settings, ConnectionLog log, ConnectedDevices metric) {
    this.settings = settings;
    this.log = log;
    this.metric = metric;
  }

  void set(Instant time) {
    now = time;
  }

  /** Wake-ups whose delay is over, each once. */
  List<Wakeup> visible() {
    List<Due> ready = due.stream().filter(d -> !d.at().isAfter(now)).toList();
    due.removeAll(ready);
    return ready.stream().map(Due::wakeup).toList();
  }

  /** Takes everything. */
  static Map<String, Channel> deaf(Settings settings) {
    return settings.channels().stream()
        .map(ChannelSettings::name)
        .collect(Collectors.toMap(name -> name, Deaf::new));
  }

  private record Deaf(String name) implements Channel {
    @Override
    public Sent send(Notice notice) {
      return new Sent.Accepted("");
    }
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public List<Fault> missingSecrets() {
    return List.of();
  }

  @Override
  public ConnectionLog log() {
    return log;
  }

  @Override
  public ConnectedDevices metric() {
    return metric;
  }

  @Override
  public Incidents incidents() {
    return store;
  }

  @Override
  public Outbox outbox() {
    return store;
  }

  @Override
  public Deliveries deliveries() {
    return store;
  }

  @Override
  public Budgets budgets() {
    return budgets;
  }

  @Override
  public SweepMemory sweepMemory() {
    return sweepMemory;
  }

  @Override
  public EventJournal journal() {
    return journal;
  }

  @Override
  public EventMemory eventMemory() {
    return eventMemory;
  }

  @Override
  public WatchMemory watchMemory() {
    return watchMemory;
  }

  @Override
  public Wakeups wakeups() {
    return this::wake;
  }

  private void wake(Hub hub, String noticeId, String channel, Duration delay) {
    due.add(new Due(new Wakeup(hub, noticeId, channel), now.plus(Wakeups.bounded(delay))));
  }

  @Override
  public Parking parking() {
    return parking;
  }

  @Override
  public Map<String, Channel> channels() {
    return deaf(settings);
  }

  @Override
  public List<Chore> chores() {
    return List.of();
  }
}
