package io.hubtriage.azure.wiring;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.queue.QueueClient;
import java.util.function.Supplier;

/**
 * The storage account, each service opened when it is first asked for. What is missing in it is
 * made then; that it is there already is all right.
 *
 * <p>Nothing here makes a lambda that answers with a type of Azure's: that would load the type with
 * this class, and with it open and check a signed library a cold start may not need.
 */
final class Storage {
  private final Once<Tables> tables;
  private final Once<Queues> queues;
  private final Once<Blobs> blobs;

  Storage(Environment environment, Supplier<Access> access, Names names) {
    Account account = new Account(environment, access);
    tables = new Once<>(() -> new Tables(account, names.table()));
    queues =
        new Once<>(
            () -> new Queues(account, environment.find(AppSetting.NOTICES_QUEUE, "notices")));
    blobs = new Once<>(() -> new Blobs(account, names.parked()));
  }

  /** The account's tables, for those who make their own. */
  TableServiceClient tables() {
    return tables.get().service();
  }

  /** Our table; it exists. */
  TableClient table() {
    return tables.get().ours();
  }

  /** The queue that wakes the sender; it exists. */
  QueueClient notices() {
    return queues.get().notices();
  }

  /** The container of parked input; it exists. */
  BlobContainerClient parked() {
    return blobs.get().parked();
  }

  /** A container that somebody else makes. */
  BlobContainerClient container(String name) {
    return blobs.get().container(name);
  }
}
