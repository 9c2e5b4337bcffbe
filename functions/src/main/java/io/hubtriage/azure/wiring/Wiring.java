package io.hubtriage.azure.wiring;

import io.hubtriage.azure.channels.Channels;
import io.hubtriage.azure.channels.Reach;
import io.hubtriage.azure.storage.BlobParking;
import io.hubtriage.azure.storage.QueueWakeups;
import io.hubtriage.azure.storage.TableBudgets;
import io.hubtriage.azure.storage.TableDeliveries;
import io.hubtriage.azure.storage.TableEventJournal;
import io.hubtriage.azure.storage.TableEventMemory;
import io.hubtriage.azure.storage.TableIncidents;
import io.hubtriage.azure.storage.TableOutbox;
import io.hubtriage.azure.storage.TableSweepMemory;
import io.hubtriage.azure.storage.TableWatchMemory;
import io.hubtriage.incident.Budgets;
import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.Wakeups;
import io.hubtriage.settings.Fault;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectedDevices;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.EventJournal;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.Parking;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.watch.WatchMemory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts as they are on Azure: each in a holder of its own, so that a run builds only what it
 * uses, and one that could not be built is tried again by the next run. The worker makes a new
 * object per function call, so what outlives a call lives here; nothing assumes that there is only
 * one such process.
 */
public final class Wiring implements Ports, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** The process's own, made without touching the world. */
  private static final class Shared {
    static final Wiring WIRING =
        new Wiring(System::getenv, Clock.systemUTC(), AppFolder.find(), Names.SHIPPED);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(WIRING::close, "hubtriage-close"));
    }
  }

  private final Environment environment;
  private final Clock clock;
  private final Once<Access> access;
  private final Storage storage;
  private final Once<Settings> settings;
  private final Once<Monitor> monitor;
  private final Once<ConnectionLog> log;
  private final Once<ConnectedDevices> metric;
  private final Once<Incidents> incidents;
  private final Once<TableOutbox> outbox;
  private final Once<Deliveries> deliveries;
  private final Once<Budgets> budgets;
  private final Once<SweepMemory> sweepMemory;
  private final Once<TableEventJournal> journal;
  private final Once<EventMemory> eventMemory;
  private final Once<WatchMemory> watchMemory;
  private final Once<Wakeups> wakeups;
  private final Once<Parking> parking;
  private final Once<Map<String, Channel>> channels = new Once<>(this::openChannels);

  /**
   * Parts for one process. Nothing is opened yet.
   *
   * @param variables answers null for what is not set, as {@link System#getenv(String)} does
   * @param folder where the settings file is
   */
  public Wiring(
      Function<String, @Nullable String> variables, Clock clock, Path folder, Names names) {
    this.environment = new Environment(variables);
    this.clock = clock;
    this.access = new Once<>(() -> new Access(environment));
    this.storage = new Storage(environment, access, names);
    SettingsFile file = new SettingsFile(environment, folder, names.settings(), storage);
    this.settings = new Once<>(file::read);
    this.monitor = new Once<>(() -> new Monitor(environment, access.get()));
    this.log = new Once<>(() -> monitor.get().log(settings().hubs()));
    this.metric = new Once<>(() -> monitor.get().metric());
    this.incidents = new Once<>(() -> new TableIncidents(storage.table()));
    this.outbox = new Once<>(() -> new TableOutbox(storage.table()));
    this.deliveries = new Once<>(() -> new TableDeliveries(storage.table()));
    this.budgets = new Once<>(() -> new TableBudgets(storage.table()));
    this.sweepMemory = new Once<>(() -> new TableSweepMemory(storage.table()));
    this.journal = new Once<>(() -> new TableEventJournal(storage.tables(), names.journal()));
    this.eventMemory = new Once<>(() -> new TableEventMemory(storage.table()));
    this.watchMemory = new Once<>(() -> new TableWatchMemory(storage.table()));
    this.wakeups = new Once<>(() -> new QueueWakeups(storage.notices()));
    this.parking = new Once<>(() -> new BlobParking(storage.parked()));
  }

  /** The parts every function call of this process shares. */
  public static Ports shared() {
    return Shared.WIRING;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Settings settings() {
    return settings.get();
  }

  @Override
  public List<Fault> missingSecrets() {
    return settings().missingSecrets(environment.variables());
  }

  @Override
  public ConnectionLog log() {
    return log.get();
  }

  @Override
  public ConnectedDevices metric() {
    return metric.get();
  }

  @Override
  public Incidents incidents() {
    return incidents.get();
  }

  @Override
  public Outbox outbox() {
    return outbox.get();
  }

  @Override
  public Deliveries deliveries() {
    return deliveries.get();
  }

  @Override
  public Budgets budgets() {
    return budgets.get();
  }

  @Override
  public SweepMemory sweepMemory() {
    return sweepMemory.get();
  }

  @Override
  public EventJournal journal() {
    return journal.get();
  }

  @Override
  public EventMemory eventMemory() {
    return eventMemory.get();
  }

  @Override
  public WatchMemory watchMemory() {
    return watchMemory.get();
  }

  @Override
  public Wakeups wakeups() {
    return wakeups.get();
  }

  @Override
  public Parking parking() {
    return parking.get();
  }

  @Override
  public Map<String, Channel> channels() {
    return channels.get();
  }

  @Override
  public List<Chore> chores() {
    return List.of(
        new Chore("notices older than 30 days", now -> outbox.get().prune(now)),
        new Chore("journal tables of past days", now -> journal.get().dropOldTables(now).size()));
  }

  /** Hangs up on mail servers. Everything else ends with the process. */
  @Override
  public void close() {
    Map<String, Channel> made = channels.ifMade();
    if (made != null) {
      made.values().forEach(Wiring::close);
    }
  }

  private static void close(Channel channel) {
    if (channel instanceof AutoCloseable open) {
      try {
        open.close();
      } catch (Exception e) {
        // The process ends; there is nobody left to tell.
      }
    }
  }

  private Map<String, Channel> openChannels() {
    java.net.http.HttpClient client =
        java.net.http.HttpClient.newBuilder().connectTimeout(CONNECT).build();
    return Channels.of(settings(), environment.variables(), client, reach());
  }

  private Reach reach() {
    boolean anywhere =
        LocalEndpoint.of(environment).isPresent()
            || environment.find(AppSetting.PRIVATE_WEBHOOKS, "").equals("allowed");
    return anywhere ? Reach.ANYWHERE : Reach.PUBLIC_HTTPS;
  }
}
