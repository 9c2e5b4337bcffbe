package io.hubtriage.pipeline;

import static java.util.stream.Collectors.toSet;

import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Lifecycle;
import io.hubtriage.incident.Policy;
import io.hubtriage.incident.Router;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.HubSettings;
import io.hubtriage.settings.Settings;
import io.hubtriage.settings.Sweeps;
import io.hubtriage.settings.Thresholds;
import io.hubtriage.sweep.DigestSchedule;
import io.hubtriage.sweep.EventPlan;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.SweepPlan;
import io.hubtriage.watch.WatchPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings as the pipeline's parts want them.
 *
 * @param budgets what each channel takes, by name
 * @param fallbacks who tells what a channel rejected, by the rejecting channel's name
 */
public record Rules(
    Lifecycle lifecycle,
    Router router,
    LogSweep.Telling telling,
    SweepPlan plan,
    EventPlan eventPlan,
    WatchPlan watch,
    Map<String, Budget> budgets,
    Map<String, String> fallbacks) {
  /** Copies the maps. */
  public Rules {
    budgets = Map.copyOf(budgets);
    fallbacks = Map.copyOf(fallbacks);
  }

  /** What these settings say. */
  public static Rules of(Settings settings) {
    Map<String, Budget> budgets = new HashMap<>();
    Map<String, String> fallbacks = new HashMap<>();
    for (ChannelSettings channel : settings.channels()) {
      if (channel instanceof ChannelSettings.Teams) {
        budgets.put(channel.name(), Budget.TEAMS);
      }
      settings.fallbackFor(channel.name()).ifPresent(f -> fallbacks.put(channel.name(), f));
    }
    return new Rules(
        new Lifecycle(
            policy(settings.thresholds()),
            (incident, now) ->
                settings
                    .muted(incident.hub(), incident.cause(), incident.severity(), now)
                    .isPresent()),
        settings::route,
        new LogSweep.Telling(
            new DigestSchedule(settings.digest().at(), settings.digest().zone()),
            hub -> settings.defaultChannels()),
        plan(settings.sweeps()),
        eventPlan(settings.thresholds()),
        watch(settings, fallbacks),
        budgets,
        fallbacks);
  }

  private static WatchPlan watch(Settings settings, Map<String, String> fallbacks) {
    return new WatchPlan(
        settings.hubs().stream().map(HubSettings::hub).collect(toSet()),
        settings.hubs().stream()
            .filter(hub -> hub.workspaceId().isPresent())
            .map(HubSettings::hub)
            .collect(toSet()),
        settings.sweeps().logEvery(),
        settings.sweeps().eventsEvery(),
        settings.sweeps().ingestionLag(),
        settings.channels().stream().map(ChannelSettings::name).collect(toSet()),
        fallbacks,
        (hub, severity, now) ->
            settings.muted(hub, severity, now).isPresent()
                ? List.of()
                : settings.route(hub, severity));
  }

  private static Policy policy(Thresholds thresholds) {
    Policy shipped = Policy.DEFAULT;
    return new Policy(
        thresholds.newMembersEvery(),
        shipped.calm(),
        shipped.quiet(),
        shipped.near(),
        thresholds.offlineWatch(),
        shipped.remembered(),
        thresholds.reminders(),
        thresholds.remindersThenEvery(),
        shipped.growth(),
        shipped.wideNotices());
  }

  private static EventPlan eventPlan(Thresholds thresholds) {
    EventPlan shipped = EventPlan.DEFAULT;
    return new EventPlan(
        thresholds.offlineGrace(),
        shipped.reread(),
        thresholds.offlineWatch(),
        shipped.limit(),
        shipped.sample());
  }

  private static SweepPlan plan(Sweeps sweeps) {
    SweepPlan shipped = SweepPlan.DEFAULT;
    return new SweepPlan(
        sweeps.overlap(),
        sweeps.ingestionLag(),
        shipped.lookBack(),
        shipped.fold(),
        shipped.memory(),
        sweeps.stormDevices(),
        sweeps.stormSample());
  }
}
