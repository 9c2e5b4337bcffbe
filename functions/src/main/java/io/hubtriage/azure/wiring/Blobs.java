package io.hubtriage.azure.wiring;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;

/** The account's blobs. */
final class Blobs {
  private final BlobServiceClient service;
  private final Once<BlobContainerClient> parked;

  /**
   * Those of an account.
   *
   * @param name of the container of parked input
   */
  Blobs(Account account, String name) {
    service =
        account.open(
            AppSetting.STORAGE_BLOBS,
            (text, access) -> builder(access).connectionString(text).buildClient(),
            (uri, access) ->
                builder(access).endpoint(uri).credential(access.credential()).buildClient());
    parked = new Once<>(() -> make(name));
  }

  private static BlobServiceClientBuilder builder(Access access) {
    return new BlobServiceClientBuilder().httpClient(access.http());
  }

  private BlobContainerClient make(String name) {
    BlobContainerClient container = container(name);
    Account.make("container " + name, container::createIfNotExists);
    return container;
  }

  /** A container that somebody else makes. */
  BlobContainerClient container(String name) {
    return service.getBlobContainerClient(name);
  }

  /** The container of parked input; it exists. */
  BlobContainerClient parked() {
    return parked.get();
  }
}
