package io.hubtriage.lab.simulate;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;

/**
 * Takes what a simulation makes: first all devices and wide incidents, then the rows by ingestion,
 * the truth by the rows' time, the events by delivery, the samples hub by hub and by time. Every
 * method does nothing unless it is overridden.
 */
public interface FleetSink {
  /** A device of the fleet. */
  default void device(SimulatedDevice device) {}

  /** Something that hits many devices. */
  default void incident(WideIncident incident) {}

  /** A row of the log, lost ones left out. */
  default void row(LogRow row) {}

  /** The cause of a disconnect or error row that was ingested; once also for a doubled row. */
  default void truth(TruthLine line) {}

  /** An event. */
  default void event(StateEvent event) {}

  /** A minute of a hub's connectedDeviceCount. */
  default void sample(Hub hub, CountSample sample) {}
}
