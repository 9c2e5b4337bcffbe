package io.hubtriage.azure.wiring;

import io.hubtriage.azure.storage.TableEventJournal;

/**
 * What our things are called in the storage account.
 *
 * @param table incidents, outbox, budgets and what the sweeps remember
 * @param journal what the names of the event journal's tables begin with
 * @param parked the container of input that could not be read
 * @param settings the container of {@code hubtriage.json}, where it is a blob
 */
public record Names(String table, String journal, String parked, String settings) {
  /** What ships. */
  public static final Names SHIPPED =
      new Names("hubtriage", TableEventJournal.PREFIX, "parked", "hubtriage");
}
