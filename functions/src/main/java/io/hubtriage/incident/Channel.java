package io.hubtriage.incident;

/** A way to reach people. */
public interface Channel {
  /** The name routes use. */
  String name();

  /**
   * Sends one notice. It may have been sent before: the notice's id is on it. What it throws counts
   * as {@link Sent.Deferred}.
   */
  Sent send(Notice notice);
}
