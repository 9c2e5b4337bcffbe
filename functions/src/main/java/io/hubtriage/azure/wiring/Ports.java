package io.hubtriage.azure.wiring;

import io.hubtriage.incident.Budgets;
import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.Wakeups;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Fault;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectedDevices;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.EventJournal;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.Parking;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.watch.RowsCheck;
import io.hubtriage.watch.Watch;
import io.hubtriage.watch.WatchMemory;
import io.hubtriage.watch.WatchPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What the functions work with. Each part may be made when it is first asked for, so any of these
 * may throw: the function fails, and its next run asks again.
 */
public interface Ports {
  /** The time. */
  Instant now();

  /**
   * What {@code hubtriage.json} says.
   *
   * @throws UnusableAppSettingException if it is not there
   * @throws io.hubtriage.settings.InvalidSettingsException if it is not sound
   */
  Settings settings();

  /** What the settings make of the pipeline. */
  default Rules rules() {
    return Rules.of(settings());
  }

  /** Secrets the settings name and the environment lacks. */
  List<Fault> missingSecrets();

  ConnectionLog log();

  ConnectedDevices metric();

  Incidents incidents();

  Outbox outbox();

  Deliveries deliveries();

  Budgets budgets();

  SweepMemory sweepMemory();

  EventJournal journal();

  EventMemory eventMemory();

  WatchMemory watchMemory();

  /** The watch over the app itself. */
  default Watch watch(WatchPlan plan) {
    return new Watch(
        new Watch.Stores(watchMemory(), sweepMemory(), eventMemory(), deliveries()),
        new RowsCheck(log(), metric(), plan.settle()),
        plan);
  }

  Wakeups wakeups();

  Parking parking();

  /** The channels by name. */
  Map<String, Channel> channels();

  /** Removes what nobody needs any more. */
  List<Chore> chores();

  /**
   * Something to tidy up now and then. More often, or at the same time elsewhere, does no harm.
   *
   * @param name what is tidied up, for the log
   * @param work does it as of a moment, and answers how many things went
   */
  record Chore(String name, ToIntFunction<Instant> work) {}
}
