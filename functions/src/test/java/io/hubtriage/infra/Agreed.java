package io.hubtriage.infra;

import java.util.Set;

/** The names that the code, the templates and the documents have agreed on. */
final class Agreed {
  /** App settings of an app on Azure, apart from the host's own and the secrets. */
  static final Set<String> SETTINGS =
      Set.of(
          "AZURE_CLIENT_ID",
          "HUBTRIAGE_PRIVATE_WEBHOOKS",
          "HUBTRIAGE_SETTINGS",
          "HubTriageStorage__blobServiceUri",
          "HubTriageStorage__queueServiceUri",
          "HubTriageStorage__tableServiceUri",
          "NOTICES_QUEUE",
          "SWEEP_EVENTS_SCHEDULE",
          "SWEEP_LOGS_SCHEDULE");

  /** Read by the Functions host, its storage extensions and its Java agent, not by our code. */
  static final Set<String> HOST_SETTINGS =
      Set.of(
          "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
          "APPLICATIONINSIGHTS_CONNECTION_STRING",
          "AzureWebJobsStorage__accountName",
          "AzureWebJobsStorage__clientId",
          "AzureWebJobsStorage__credential",
          "HubTriageStorage__clientId",
          "HubTriageStorage__credential");

  /** For a laptop only: a key in place of the identity, or the lab in place of Azure. */
  static final Set<String> LAPTOP_SETTINGS =
      Set.of(
          "AzureWebJobsStorage",
          "FUNCTIONS_WORKER_RUNTIME",
          "HUBTRIAGE_LOCAL_ENDPOINT",
          "HubTriageStorage");

  /** Read by the code, and rightly not set: by the platform, or only by somebody who knows why. */
  static final Set<String> LEFT_OUT = Set.of("AZURE_TOKEN_CREDENTIALS", "IDENTITY_ENDPOINT");

  static final Set<String> FUNCTIONS =
      Set.of(
          "SweepLogs",
          "ReceiveConnectionEvents",
          "SweepEvents",
          "DeliverNotice",
          "DeliverPoison",
          "Status");

  static final String QUEUE = "notices";
  static final String TABLE = "hubtriage";
  static final Set<String> CONTAINERS = Set.of("deadletter", "deployments", "hubtriage", "parked");

  private Agreed() {}
}
