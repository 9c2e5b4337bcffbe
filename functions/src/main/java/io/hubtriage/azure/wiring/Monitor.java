package io.hubtriage.azure.wiring;

import com.azure.monitor.query.LogsQueryClient;
import com.azure.monitor.query.LogsQueryClientBuilder;
import com.azure.monitor.query.MetricsQueryClientBuilder;
import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.azure.loganalytics.WholeAnswers;
import io.hubtriage.azure.loganalytics.Workspaces;
import io.hubtriage.azure.metrics.HubMetrics;
import io.hubtriage.model.Hub;
import io.hubtriage.settings.HubSettings;
import io.hubtriage.sweep.ConnectedDevices;
import io.hubtriage.sweep.ConnectionLog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Log Analytics and the hubs' metrics: of Azure, or the stand-ins of this machine. */
final class Monitor {
  private final Environment environment;
  private final Access access;

  Monitor(Environment environment, Access access) {
    this.environment = environment;
    this.access = access;
  }

  /** The connection log of those hubs that have a workspace. */
  ConnectionLog log(List<HubSettings> hubs) {
    Map<UUID, TreeSet<Hub>> workspaces = new TreeMap<>();
    for (HubSettings hub : hubs) {
      hub.workspaceId()
          .ifPresent(id -> workspaces.computeIfAbsent(id, w -> new TreeSet<>()).add(hub.hub()));
    }
    LogsQueryClient logs = logs();
    return new Workspaces(
        workspaces.entrySet().stream()
            .map(
                e ->
                    new Workspaces.Source(
                        new LogAnalytics(logs, e.getKey().toString()), e.getValue()))
            .toList());
  }

  private LogsQueryClient logs() {
    LogsQueryClientBuilder builder =
        new LogsQueryClientBuilder()
            .httpClient(access.http())
            .retryOptions(LogAnalytics.retries())
            .addPolicy(new WholeAnswers());
    LocalEndpoint.of(environment)
        .ifPresentOrElse(
            local -> builder.endpoint(local.logs()), () -> builder.credential(access.credential()));
    return builder.buildClient();
  }

  /** The metric connectedDeviceCount. */
  ConnectedDevices metric() {
    MetricsQueryClientBuilder builder =
        new MetricsQueryClientBuilder().httpClient(access.http()).addPolicy(new WholeAnswers());
    LocalEndpoint.of(environment)
        .ifPresentOrElse(
            local -> builder.endpoint(local.metrics()),
            () -> builder.credential(access.credential()));
    return new HubMetrics(builder.buildClient());
  }
}
