package io.hubtriage.lab.log;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectedDevices;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The hub metric held in memory. A minute's value exists from two minutes after its start, so a
 * window that ends now never shows the future. Hubs are matched by name, which is unique in Azure:
 * exports often lack the resource id.
 */
public final class MemoryConnectedDevices implements ConnectedDevices {
  /** The minute itself, and the time the metrics store takes. */
  private static final Duration DELAY = Duration.ofMinutes(2);

  private final Map<String, NavigableMap<Instant, CountSample>> samples = new HashMap<>();

  /** Adds a minute; a later value of the same minute replaces it. */
  public void add(Hub hub, CountSample sample) {
    samples.computeIfAbsent(hub.name(), name -> new TreeMap<>()).put(sample.minute(), sample);
  }

  /** {@inheritDoc} Minutes younger than two minutes at the window's end are not there yet. */
  @Override
  public List<CountSample> counts(Hub hub, Window window) {
    NavigableMap<Instant, CountSample> ofHub = samples.get(hub.name());
    Instant newest = window.end().minus(DELAY);
    return ofHub == null || newest.isBefore(window.start())
        ? List.of()
        : List.copyOf(ofHub.subMap(window.start(), true, newest, true).values());
  }
}
