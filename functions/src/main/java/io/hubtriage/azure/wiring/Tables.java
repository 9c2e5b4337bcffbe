package io.hubtriage.azure.wiring;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;

/** The account's tables. */
final class Tables {
  private final TableServiceClient service;
  private final Once<TableClient> ours;

  /**
   * Those of an account.
   *
   * @param name of our own
   */
  Tables(Account account, String name) {
    service =
        account.open(
            AppSetting.STORAGE_TABLES,
            (text, access) -> builder(access).connectionString(text).buildClient(),
            (uri, access) ->
                builder(access).endpoint(uri).credential(access.credential()).buildClient());
    ours = new Once<>(() -> make(name));
  }

  private static TableServiceClientBuilder builder(Access access) {
    return new TableServiceClientBuilder().httpClient(access.http());
  }

  private TableClient make(String name) {
    // Answers null if the table is there.
    Account.make("table " + name, () -> service.createTableIfNotExists(name));
    return service.getTableClient(name);
  }

  /** All of them. */
  TableServiceClient service() {
    return service;
  }

  /** Our own; it exists. */
  TableClient ours() {
    return ours.get();
  }
}
