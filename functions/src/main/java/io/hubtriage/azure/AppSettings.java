package io.hubtriage.azure;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The app settings the program reads: environment variables on Azure, {@code local.settings.json}
 * on a laptop. Secrets of channels have names of their own, which {@code hubtriage.json} gives.
 *
 * @param environment answers null for what is not set, as {@link System#getenv(String)} does
 */
record AppSettings(Function<String, @Nullable String> environment) {
  /**
   * Connection string of the storage account; for Azurite on a laptop. On Azure {@link
   * #STORAGE_ACCOUNT} names the account instead.
   */
  static final String STORAGE = "HubTriageStorage";

  /** Name of the storage account, reached with the app's identity. */
  static final String STORAGE_ACCOUNT = "HubTriageStorage__accountName";

  /**
   * Client id of a user-assigned identity; without it the system-assigned one is used, or the
   * developer's sign-in.
   */
  static final String CLIENT_ID = "HUBTRIAGE_CLIENT_ID";

  /** Where {@code hubtriage.json} is, if not beside {@code host.json}. */
  static final String SETTINGS_FILE = "HUBTRIAGE_SETTINGS_FILE";

  /** Name of the queue that wakes the sender. */
  static final String NOTICES_QUEUE = "HUBTRIAGE_NOTICES_QUEUE";

  /** Another address of the Log Analytics query API: a sovereign cloud. */
  static final String LOGS_ENDPOINT = "HUBTRIAGE_LOGS_ENDPOINT";

  /** {@code true} allows channels with plain http and private addresses; for tests and a laptop. */
  static final String ALLOW_PRIVATE_CHANNELS = "HUBTRIAGE_ALLOW_PRIVATE_CHANNELS";

  /** The value of a setting; empty if it is not set or blank. */
  Optional<String> find(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }

  /**
   * The value of a setting that has to be there.
   *
   * @throws IllegalStateException if it is not
   */
  String require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the app setting "
                        + name
                        + " is not set; README and local.settings.json.sample list all of them"));
  }
}
