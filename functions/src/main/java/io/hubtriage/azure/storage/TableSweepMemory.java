package io.hubtriage.azure.storage;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import io.hubtriage.model.Hub;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.sweep.SweepMemoryUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sweep's memory in an Azure table. Safe to share.
 *
 * <p>Any number of hubs does not fit in a transaction, so a save writes a fresh row per hub first,
 * under a generation of its own, and then the row {@code memory}, which names the generation: that
 * one write, on condition that nobody wrote it since it was read, is the save. Who reads finds the
 * old rows or the new ones, all of them. What a save replaced is deleted after it; what a save that
 * died left behind, too.
 */
public final class TableSweepMemory implements SweepMemory {
  /** No hub's partition begins with a colon. */
  private static final String PARTITION = ":memory";

  private static final String HEAD = "memory";
  private static final int READS = 4;

  private final Rows rows;

  /** Works on a table that exists. */
  public TableSweepMemory(TableClient table) {
    this.rows = new Rows(table, SweepMemoryUnavailableException::new);
  }

  private record Head(Memory times, String generation, int hubs) {}

  @Override
  public Stored load() {
    for (int i = 0; i < READS; i++) {
      Optional<TableEntity> row = rows.find(PARTITION, HEAD);
      if (row.isEmpty()) {
        return new Stored(Optional.empty(), "");
      }
      Head head = rows.document(row.get(), TableSweepMemory::head);
      Map<Hub, HubMemory> hubs = hubs(head.generation());
      // Fewer: another save took its place and deletes it just now.
      if (hubs.size() == head.hubs()) {
        Memory times = head.times();
        return new Stored(
            Optional.of(
                new Memory(times.watermark(), times.foldedUpTo(), times.settledUpTo(), hubs)),
            row.get().getETag());
      }
    }
    throw new SweepMemoryUnavailableException(
        "reading the sweep's memory: other saves took its place during each of %d reads; try again"
            .formatted(READS));
  }

  @Override
  public boolean save(Stored read, Memory after) {
    // Rows that come later may belong to a save that follows this one.
    List<TableEntity> older = rows.list(PARTITION, Filter.prefix("hub:").keys());
    Transaction flip = new Transaction(PARTITION);
    String generation = flip.stamp();
    List<TableTransactionAction> fresh = new ArrayList<>();
    after
        .hubs()
        .forEach((hub, memory) -> fresh.add(Transaction.put(hubRow(generation, hub, memory))));
    write(fresh);
    TableEntity head = new TableEntity(PARTITION, HEAD);
    Columns.put(head, StoredJson.write(head(after, generation)));
    flip.add(
        read.version().isEmpty()
            ? Transaction.insert(head)
            : Transaction.replace(head.addProperty("odata.etag", read.version())));
    boolean saved = rows.submit(flip);
    write(saved ? deletes(older) : deletes(fresh.stream().map(a -> a.getEntity()).toList()));
    return saved;
  }

  private Map<Hub, HubMemory> hubs(String generation) {
    Map<Hub, HubMemory> hubs = new TreeMap<>();
    String prefix = Keys.join("hub", generation) + ":";
    for (TableEntity row : rows.list(PARTITION, Filter.prefix(prefix))) {
      hubs.put(
          new Hub(rows.document(row, f -> f.text("hub"))), rows.document(row, MemoryJson::read));
    }
    return hubs;
  }

  /** Writes any number of rows, not together. */
  private void write(List<TableTransactionAction> actions) {
    List<List<TableTransactionAction>> each = actions.stream().map(List::of).toList();
    Transaction.parts(PARTITION, List.of(), each)
        .forEach(part -> rows.submit(new Transaction(PARTITION).add(part)));
  }

  private static List<TableTransactionAction> deletes(List<TableEntity> rows) {
    return rows.stream().map(Transaction::delete).toList();
  }

  private static TableEntity hubRow(String generation, Hub hub, HubMemory memory) {
    TableEntity row = new TableEntity(PARTITION, Keys.join("hub", generation, hub.resourceId()));
    Body document = new Body().text("hub", hub.resourceId()).all(MemoryJson.write(memory));
    Columns.put(row, StoredJson.write(document));
    return row;
  }

  private static Body head(Memory memory, String generation) {
    return new Body()
        .at("watermark", memory.watermark())
        .at("foldedUpTo", memory.foldedUpTo())
        .at("settledUpTo", memory.settledUpTo())
        .text("generation", generation)
        .number("hubs", memory.hubs().size());
  }

  private static Head head(Fields fields) {
    return new Head(
        new Memory(
            fields.at("watermark"), fields.at("foldedUpTo"), fields.at("settledUpTo"), Map.of()),
        fields.text("generation"),
        fields.count("hubs"));
  }
}
