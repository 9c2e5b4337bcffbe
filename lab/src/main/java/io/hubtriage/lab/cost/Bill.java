package io.hubtriage.lab.cost;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a month costs.
 *
 * @param dollars of each item; none is negative
 */
public record Bill(Map<Item, Double> dollars) {
  /** Copies the amounts. */
  public Bill {
    dollars = Map.copyOf(dollars);
  }

  static Bill of(Map<Item, Double> amounts) {
    EnumMap<Item, Double> dollars = new EnumMap<>(Item.class);
    amounts.forEach((item, amount) -> dollars.put(item, Math.max(0, amount)));
    return new Bill(dollars);
  }

  /** One item's share; zero if it is not on the bill. */
  public double of(Item item) {
    return dollars.getOrDefault(item, 0.0);
  }

  /** All items together. */
  public double total() {
    return dollars.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
