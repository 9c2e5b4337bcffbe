package io.hubtriage.azure.storage;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Budgets;
import io.hubtriage.incident.IncidentsUnavailableException;
import java.util.Optional;

/** Budgets in an Azure table, a row each; its ETag is the version. Safe to share. */
public final class TableBudgets implements Budgets {
  /** No hub's partition begins with a colon. */
  private static final String PARTITION = ":budgets";

  private final Rows rows;

  /** Works on a table that exists. */
  public TableBudgets(TableClient table) {
    this.rows = new Rows(table, IncidentsUnavailableException::new);
  }

  @Override
  public Stored load(String channel) {
    return rows.find(PARTITION, key(channel))
        .map(
            row ->
                new Stored(
                    channel, Optional.of(rows.document(row, BudgetJson::read)), row.getETag()))
        .orElseGet(() -> new Stored(channel, Optional.empty(), ""));
  }

  @Override
  public boolean save(Stored read, Budget after) {
    TableEntity row = new TableEntity(PARTITION, key(read.channel()));
    Columns.put(row, StoredJson.write(BudgetJson.write(after)));
    Transaction transaction = new Transaction(PARTITION);
    transaction.add(
        read.version().isEmpty()
            ? Transaction.insert(row)
            : Transaction.replace(row.addProperty("odata.etag", read.version())));
    return rows.submit(transaction);
  }

  private static String key(String channel) {
    return Keys.join("channel", channel);
  }
}
