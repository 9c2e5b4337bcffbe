package io.hubtriage.azure.channels;

import io.hubtriage.settings.SettingName;

/** An app setting is there and holds what cannot be used. Its value is in no message. */
final class UnusableSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Tells the fault.
   *
   * @param what is wrong with the value, as the end of a sentence that begins with the setting
   */
  UnusableSettingException(SettingName setting, String what) {
    super("the app setting " + setting + " " + what);
  }
}
