package io.hubtriage.incident;

/** What an incident is made of. */
public enum Scope {
  /** Devices in trouble for one reason, each by itself. */
  DEVICES,
  /** One fault of a hub or a site that took many devices along. */
  WIDE
}
