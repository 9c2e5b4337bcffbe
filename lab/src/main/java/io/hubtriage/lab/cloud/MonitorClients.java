package io.hubtriage.lab.cloud;

import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.RetryOptions;
import com.azure.monitor.query.LogsQueryClient;
import com.azure.monitor.query.LogsQueryClientBuilder;
import com.azure.monitor.query.MetricsQueryClient;
import com.azure.monitor.query.MetricsQueryClientBuilder;
import io.hubtriage.azure.wiring.QuietClient;
import java.net.URI;

/** The official clients, led to a stand-in. Without a credential they take plain http. */
public final class MonitorClients {
  private final HttpClient http = QuietClient.make();
  private final URI endpoint;
  private final RetryOptions retries;

  /**
   * Clients of one endpoint.
   *
   * @param endpoint {@link LocalMonitor#endpoint}
   */
  public MonitorClients(URI endpoint, RetryOptions retries) {
    this.endpoint = endpoint;
    this.retries = retries;
  }

  /** A client for Log Analytics. */
  public LogsQueryClient logs() {
    return new LogsQueryClientBuilder()
        .httpClient(http)
        .endpoint(endpoint + "/v1")
        .retryOptions(retries)
        .buildClient();
  }

  /** A client for metrics. */
  public MetricsQueryClient metrics() {
    return new MetricsQueryClientBuilder()
        .httpClient(http)
        .endpoint(endpoint.toString())
        .retryOptions(retries)
        .buildClient();
  }
}
