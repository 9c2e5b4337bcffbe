package io.hubtriage.notify.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;

/**
 * Who a channel's mails come from and go to, as {@code ops@example.com} or {@code HubTriage
 * <ops@example.com>}.
 *
 * @param to at least one
 */
public record Addresses(String from, List<String> to) {
  /**
   * Checks every address.
   *
   * @throws IllegalArgumentException if one is not an address with a domain, or {@code to} is empty
   */
  public Addresses {
    to = List.copyOf(to);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("no recipient: name at least one address");
    }
    parse(from);
    to.forEach(Addresses::parse);
  }

  /** The part of the sender's address after {@code @}. */
  String domain() {
    String address = parse(from).getAddress();
    return address.substring(address.lastIndexOf('@') + 1);
  }

  static InternetAddress parse(String text) {
    try {
      InternetAddress address = new InternetAddress(text, /* strict= */ true);
      String bare = address.getAddress();
      if (text.chars().anyMatch(Character::isISOControl)
          || !bare.matches("[\\x21-\\x7e]+@[\\x21-\\x7e]+")) {
        throw new IllegalArgumentException("not a mail address with a domain, in ASCII: " + text);
      }
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException("not a mail address: " + text, e);
    }
  }
}
