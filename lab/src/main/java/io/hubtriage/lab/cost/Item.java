package io.hubtriage.lab.cost;

/** A line of the bill. */
public enum Item {
  LOG("connection log into Log Analytics"),
  EVENT_GRID("Event Grid operations"),
  COMPUTE("Functions, GB-s"),
  RUNS("Functions, executions"),
  TELEMETRY("Application Insights"),
  TABLES("table operations"),
  ALERTS("alerts on HubTriage itself");

  private final String title;

  Item(String title) {
    this.title = title;
  }

  /** What it is called in a table. */
  public String title() {
    return title;
  }
}
