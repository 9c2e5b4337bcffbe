package io.hubtriage.azure.wiring;

/**
 * The app settings that HubTriage or its triggers read, apart from the secrets whose names {@code
 * hubtriage.json} gives. docs/settings.md describes each, local.settings.json.sample shows those of
 * a laptop; a test keeps the three in step.
 */
public enum AppSetting {
  /** Connection string of the account with our tables, queue and blobs; also the triggers'. */
  STORAGE("HubTriageStorage", Place.ANYWHERE),
  /** With an identity instead of a connection string: where the tables are. */
  STORAGE_TABLES("HubTriageStorage__tableServiceUri", Place.AZURE),
  /** With an identity: where the queues are. */
  STORAGE_QUEUES("HubTriageStorage__queueServiceUri", Place.AZURE),
  /** With an identity: where the blobs are. */
  STORAGE_BLOBS("HubTriageStorage__blobServiceUri", Place.AZURE),
  /** Client id of the user-assigned identity everything is asked with. */
  CLIENT_ID("AZURE_CLIENT_ID", Place.AZURE),
  /** Which of its ways of signing in {@code DefaultAzureCredential} may try. */
  TOKEN_CREDENTIALS("AZURE_TOKEN_CREDENTIALS", Place.RARELY),
  /** Set by the platform wherever there is a managed identity. */
  IDENTITY_ENDPOINT("IDENTITY_ENDPOINT", Place.AZURE),
  /** Where {@code hubtriage.json} is. */
  SETTINGS("HUBTRIAGE_SETTINGS", Place.ANYWHERE),
  /** Name of the queue that wakes the sender. */
  NOTICES_QUEUE("NOTICES_QUEUE", Place.ANYWHERE),
  /** When the connection log is looked at. */
  LOGS_SCHEDULE("SWEEP_LOGS_SCHEDULE", Place.ANYWHERE),
  /** When the event journal is looked at. */
  EVENTS_SCHEDULE("SWEEP_EVENTS_SCHEDULE", Place.ANYWHERE),
  /** Stand-ins for Log Analytics and the metrics, on this machine. */
  LOCAL_ENDPOINT("HUBTRIAGE_LOCAL_ENDPOINT", Place.LAPTOP),
  /** {@code allowed}: webhooks may point into the private network. */
  PRIVATE_WEBHOOKS("HUBTRIAGE_PRIVATE_WEBHOOKS", Place.RARELY);

  private final String key;
  private final Place place;

  /** Where a setting makes sense. */
  public enum Place {
    ANYWHERE,
    AZURE,
    LAPTOP,
    /** Nowhere as a rule. */
    RARELY
  }

  AppSetting(String key, Place place) {
    this.key = key;
    this.place = place;
  }

  /** Its name in the environment. */
  public String key() {
    return key;
  }

  /** Where it makes sense. */
  public Place place() {
    return place;
  }

  @Override
  public String toString() {
    return key;
  }
}
