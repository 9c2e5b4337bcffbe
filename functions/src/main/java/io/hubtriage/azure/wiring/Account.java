package io.hubtriage.azure.wiring;

import com.azure.core.exception.HttpResponseException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the storage account is opened: by connection string, or by a service's address and the app's
 * identity.
 */
record Account(Environment environment, Supplier<Access> access) {
  /** Makes a client of one text. */
  @FunctionalInterface
  interface Opening<T> {
    T of(String text, Access access);
  }

  /**
   * A client of one of the services. The clients' own messages would repeat the connection string,
   * key included, so they go no further.
   *
   * @throws UnusableAppSettingException if neither is set, or it is no such thing
   */
  <T> T open(AppSetting service, Opening<T> byConnection, Opening<T> byAddress) {
    Optional<String> connection = environment.find(AppSetting.STORAGE);
    Optional<String> address = environment.find(service);
    if (connection.isEmpty() && address.isEmpty()) {
      throw new UnusableAppSettingException(
          AppSetting.STORAGE,
          "is not set, and neither is " + service + "; set the one or the other");
    }
    try {
      return connection.isPresent()
          ? byConnection.of(connection.get(), access.get())
          : byAddress.of(address.get(), access.get());
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
      throw connection.isPresent()
          ? new UnusableAppSettingException(
              AppSetting.STORAGE, "is not a storage connection string; copy it from the portal")
          : new UnusableAppSettingException(
              service, "is not the address of the account's service, as in https://ACCOUNT...");
    }
  }

  /**
   * Makes something in the account that may be there already.
   *
   * @param what for the message
   * @throws StorageUnavailableException if that is refused, or nobody answers
   */
  static void make(String what, Runnable making) {
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
}
