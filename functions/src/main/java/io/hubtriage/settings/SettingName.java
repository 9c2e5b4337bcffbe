package io.hubtriage.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an app setting (environment variable) that holds a secret.
 *
 * @param name letters, digits and {@code _}, not beginning with a digit: names that every operating
 *     system can set
 */
public record SettingName(String name) implements Comparable<SettingName> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  /**
   * Checks the name. The message leaves the value out: it may be the secret itself, put into the
   * wrong place.
   *
   * @throws IllegalArgumentException if the text cannot be the name of an app setting
   */
  public SettingName {
    if (!valid(name)) {
      throw new IllegalArgumentException("not the name of an app setting");
    }
  }

  static boolean valid(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * The secret behind the name; empty if it is not set or blank, or if it still is a Key Vault
   * reference: the platform leaves the reference's text in place when it cannot resolve it
   * (learn.microsoft.com/azure/app-service/app-service-key-vault-references).
   *
   * @param environment answers null for what is not set, as {@link System#getenv(String)} does
   */
  public Optional<Secret> secret(Function<String, @Nullable String> environment) {
    return Optional.<String>ofNullable(environment.apply(name))
        .filter(value -> !value.isBlank() && !value.startsWith("@Microsoft.KeyVault("))
        .map(Secret::new);
  }

  @Override
  public int compareTo(SettingName other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
