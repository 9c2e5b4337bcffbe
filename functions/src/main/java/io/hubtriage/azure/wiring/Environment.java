package io.hubtriage.azure.wiring;

import io.hubtriage.settings.Secret;
import io.hubtriage.settings.SettingName;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The app settings of one process.
 *
 * @param variables answers null for what is not set, as {@link System#getenv(String)} does
 */
record Environment(Function<String, @Nullable String> variables) {
  /** The setting's value; empty if it is not set, blank, or an unresolved Key Vault reference. */
  Optional<String> find(AppSetting setting) {
    return new SettingName(setting.key()).secret(variables).map(Secret::reveal).map(String::strip);
  }

  /** The setting's value, or what holds without one. */
  String find(AppSetting setting, String otherwise) {
    return find(setting).orElse(otherwise);
  }
}
