package io.hubtriage.sweep.memory;

import io.hubtriage.sweep.Parking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parked input in memory. Safe to share. */
public final class MemoryParking implements Parking {
  private record What(String reason, String text) {}

  /**
   * Something that was parked.
   *
   * @param at when it came first
   */
  public record Parked(String reason, String text, Instant at) {}

  private final Map<What, Instant> parked = new LinkedHashMap<>();

  @Override
  public synchronized void park(String reason, String text, Instant at) {
    parked.putIfAbsent(new What(reason, text), at);
  }

  @Override
  public synchronized int count(int most) {
    return Math.min(most, parked.size());
  }

  /** Everything parked, first come first. */
  public synchronized List<Parked> parked() {
    List<Parked> all = new ArrayList<>();
    parked.forEach((what, at) -> all.add(new Parked(what.reason(), what.text(), at)));
    return List.copyOf(all);
  }
}
