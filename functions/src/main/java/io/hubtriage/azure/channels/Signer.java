package io.hubtriage.azure.channels;

import io.hubtriage.settings.Secret;
import io.hubtriage.settings.SettingName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bodies as the Standard Webhooks specification says (standardwebhooks.com), version 1. */
final class Signer {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String ENCODED = "whsec_";

  private final byte[] key;

  private Signer(byte[] key) {
    this.key = key;
  }

  /**
   * Signs with a key.
   *
   * @param setting where it comes from
   * @param key {@code whsec_} and base64, or any other text, whose UTF-8 bytes then are the key
   * @throws UnusableSettingException if no base64 follows {@code whsec_}
   */
  static Signer of(SettingName setting, Secret key) {
    byte[] bytes = bytes(key.reveal().strip());
    if (bytes.length == 0) {
      throw new UnusableSettingException(setting, "holds no base64 after " + ENCODED);
    }
    return new Signer(bytes);
  }

  /**
   * The header {@code webhook-signature}.
   *
   * @param timestamp the header {@code webhook-timestamp}: seconds since 1970
   */
  String sign(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.startsWith(ENCODED)
        ? decoded(text.substring(ENCODED.length()))
        : text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // The exception's message holds a part of the key.
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
