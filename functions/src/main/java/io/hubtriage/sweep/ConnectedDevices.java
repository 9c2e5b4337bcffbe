package io.hubtriage.sweep;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.util.List;

/**
 * The hub metric {@code connectedDeviceCount}. It cannot be exported to Log Analytics
 * (learn.microsoft.com/azure/iot-hub/monitor-iot-hub-reference), so it is read from the metrics
 * store.
 */
public interface ConnectedDevices {
  /**
   * The metric's minutes inside a window, oldest first. Minutes without a value are absent; an
   * empty list means that nothing is known.
   */
  List<CountSample> counts(Hub hub, Window window);
}
