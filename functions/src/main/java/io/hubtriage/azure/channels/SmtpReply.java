package io.hubtriage.azure.channels;

import java.util.Optional;

/**
 * How far a mail got.
 *
 * @param stage where it ended
 * @param code the server's last answer; 0 if there was trouble instead
 * @param trouble what cut the dialogue short
 * @param refused how many recipients were refused though the mail went out to others
 */
record SmtpReply(Stage stage, int code, Optional<Trouble> trouble, int refused) {

  /** The steps of sending, in order. */
  enum Stage {
    CONNECT,
    STARTTLS,
    LOGIN,
    SENDER,
    RECIPIENTS,
    MESSAGE,
    /** The server took it. */
    DONE
  }

  static SmtpReply done(int refused) {
    return new SmtpReply(Stage.DONE, 250, Optional.empty(), refused);
  }

  static SmtpReply refused(Stage stage, int code) {
    return new SmtpReply(stage, code, Optional.empty(), 0);
  }

  static SmtpReply cut(Stage stage, Trouble trouble) {
    return new SmtpReply(stage, 0, Optional.of(trouble), 0);
  }

  /** RFC 5321, 4.2.1: 5yz will not get better by itself. */
  boolean permanent() {
    return code >= 500;
  }

  /** For the log: {@code 250} or {@code timeout}, and where. */
  String status() {
    String what = trouble.map(Trouble::code).orElse(Integer.toString(code));
    String partly = refused == 0 ? "" : " but " + refused + " recipients refused";
    return stage == Stage.DONE
        ? what + partly
        : what + "@" + stage.name().toLowerCase(java.util.Locale.ROOT);
  }
}
