package io.hubtriage.azure.wiring;

/** An app setting is missing or cannot be used. The message tells which and what to set. */
public final class UnusableAppSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param what as in {@code "is not set; ..."}, free of the setting's value, which may be a secret
   */
  UnusableAppSettingException(AppSetting setting, String what) {
    super("the app setting " + setting + " " + what);
  }
}
