package io.hubtriage.azure.functions;

/** What the triggers' bindings name: app settings, whose values the host looks up. */
final class Connections {
  /** The storage account of queue and tables; also the beginning of its identity settings. */
  static final String STORAGE = "HubTriageStorage";

  static final String NOTICES = "%NOTICES_QUEUE%";

  /** Where the host puts a message that failed five times. */
  static final String POISON = NOTICES + "-poison";

  static final String LOGS_SCHEDULE = "%SWEEP_LOGS_SCHEDULE%";
  static final String EVENTS_SCHEDULE = "%SWEEP_EVENTS_SCHEDULE%";

  private Connections() {}
}
