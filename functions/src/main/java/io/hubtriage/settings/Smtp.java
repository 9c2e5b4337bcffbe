package io.hubtriage.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * A mail server.
 *
 * @param port 1 to 65535
 * @param user the app setting with the user name; empty for a server that asks for none
 * @param password the app setting with the password; present exactly if {@code user} is
 */
public record Smtp(
    String host,
    int port,
    Security security,
    Optional<SettingName> user,
    Optional<SettingName> password) {
  /** The port of message submission, RFC 6409. */
  static final int SUBMISSION_PORT = 587;

  /** How the connection is protected. */
  public enum Security {
    /** Begins in clear text and must turn to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte, usually on port 465. */
    TLS,
    /** Clear text: for a relay inside one's own network, without a password. */
    NONE;

    /** The code in the settings file, {@code starttls}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
