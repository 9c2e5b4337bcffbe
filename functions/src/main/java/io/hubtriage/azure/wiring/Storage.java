package io.hubtriage.azure.wiring;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpClient;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The storage account: by connection string, or by the services' addresses and the app's identity.
 * What is missing in it is made when it is first needed; that it is there already is all right.
 */
final class Storage {
  private final Environment environment;
  private final Supplier<HttpClient> http;
  private final Supplier<TokenCredential> credential;
  private final Names names;
  private final Once<TableServiceClient> tables = new Once<>(this::openTables);
  private final Once<QueueServiceClient> queues = new Once<>(this::openQueues);
  private final Once<BlobServiceClient> blobs = new Once<>(this::openBlobs);
  private final Once<TableClient> table = new Once<>(this::openTable);
  private final Once<QueueClient> notices = new Once<>(this::openNotices);
  private final Once<BlobContainerClient> parked = new Once<>(this::openParked);

  Storage(
      Environment environment,
      Supplier<HttpClient> http,
      Supplier<TokenCredential> credential,
      Names names) {
    this.environment = environment;
    this.http = http;
    this.credential = credential;
    this.names = names;
  }

  /** The account's tables, for those who make their own. */
  TableServiceClient tables() {
    return tables.get();
  }

  /** Our table; it exists. */
  TableClient table() {
    return table.get();
  }

  /** The queue that wakes the sender; it exists. */
  QueueClient notices() {
    return notices.get();
  }

  /** The container of parked input; it exists. */
  BlobContainerClient parked() {
    return parked.get();
  }

  /** A container that somebody else makes. */
  BlobContainerClient container(String name) {
    return blobs.get().getBlobContainerClient(name);
  }

  private TableClient openTable() {
    TableServiceClient account = tables();
    // Answers null if the table is there.
    made("table " + names.table(), () -> account.createTableIfNotExists(names.table()));
    return account.getTableClient(names.table());
  }

  private QueueClient openNotices() {
    String name = environment.find(AppSetting.NOTICES_QUEUE, "notices");
    QueueClient queue = queues.get().getQueueClient(name);
    made("queue " + name, queue::createIfNotExists);
    return queue;
  }

  private BlobContainerClient openParked() {
    BlobContainerClient container = container(names.parked());
    made("container " + names.parked(), container::createIfNotExists);
    return container;
  }

  private static void made(String what, Runnable making) {
    try {
      making.run();
    } catch (RuntimeException e) {
      String answer =
          e instanceof HttpResponseException http && http.getResponse() != null
              ? "HTTP " + http.getResponse().getStatusCode()
              : e.getClass().getSimpleName();
      throw new StorageUnavailableException(
          "making the %s in the storage account: %s; check HubTriageStorage, the identity's roles"
                  .formatted(what, answer)
              + " (Storage Table, Queue and Blob Data Contributor), and the account's firewall",
          e);
    }
  }

  private TableServiceClient openTables() {
    TableServiceClientBuilder builder = new TableServiceClientBuilder().httpClient(http.get());
    return open(
        AppSetting.STORAGE_TABLES,
        text -> builder.connectionString(text).buildClient(),
        uri -> builder.endpoint(uri).credential(credential.get()).buildClient());
  }

  /** The outbox has what a wake-up is for, so it is not worth waiting minutes for a queue. */
  private QueueServiceClient openQueues() {
    QueueServiceClientBuilder builder =
        new QueueServiceClientBuilder()
            .httpClient(http.get())
            .retryOptions(
                new RequestRetryOptions(
                    RetryPolicyType.FIXED,
                    /* maxTries= */ 2,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    /* secondaryHost= */ null))
            .messageEncoding(QueueMessageEncoding.BASE64);
    return open(
        AppSetting.STORAGE_QUEUES,
        text -> builder.connectionString(text).buildClient(),
        uri -> builder.endpoint(uri).credential(credential.get()).buildClient());
  }

  private BlobServiceClient openBlobs() {
    BlobServiceClientBuilder builder = new BlobServiceClientBuilder().httpClient(http.get());
    return open(
        AppSetting.STORAGE_BLOBS,
        text -> builder.connectionString(text).buildClient(),
        uri -> builder.endpoint(uri).credential(credential.get()).buildClient());
  }

  /** Of a client, made of one text. */
  @FunctionalInterface
  private interface Opening<T> {
    T of(String text);
  }

  /** The clients' own messages would repeat the connection string, key included. */
  private <T> T open(AppSetting service, Opening<T> byConnection, Opening<T> byAddress) {
    Optional<String> connection = environment.find(AppSetting.STORAGE);
    Optional<String> address = environment.find(service);
    if (connection.isEmpty() && address.isEmpty()) {
      throw new UnusableAppSettingException(
          AppSetting.STORAGE,
          "is not set, and neither is " + service + "; set the one or the other");
    }
    try {
      return connection.isPresent()
          ? byConnection.of(connection.get())
          : byAddress.of(address.get());
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
      throw connection.isPresent()
          ? new UnusableAppSettingException(
              AppSetting.STORAGE, "is not a storage connection string; copy it from the portal")
          : new UnusableAppSettingException(
              service, "is not the address of the account's service, as in https://ACCOUNT...");
    }
  }
}
