package io.hubtriage.azure.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Sent;
import io.hubtriage.notify.Samples;
import io.hubtriage.notify.webhook.WebhookRenderer;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Secret;
import io.hubtriage.settings.SettingName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WebhookChannelTest extends HttpContract {
  private static final SettingName URL = new SettingName("OPS_HOOK_URL");
  private static final SettingName KEY = new SettingName("OPS_HOOK_KEY");
  private static final String WORDS = "a key of words, " + SECRET;

  @Override
  ChannelSettings settings() {
    return new ChannelSettings.Webhook(
        NAME, Locale.JAPANESE, ZoneOffset.UTC, URL, Optional.of(KEY));
  }

  @Override
  Map<String, String> environment() {
    return Map.of(URL.name(), peer.url(SECRET), KEY.name(), WORDS);
  }

  @Override
  int mostBytes() {
    return WebhookRenderer.MAX_BYTES;
  }

  @Test
  void signsIdTimestampAndBody() throws NoSuchAlgorithmException {
    channel(PATIENT).send(NOTICE);
    HttpPeer.Request request = peer.requests().get(0);
    String start = NOTICE.id() + "." + Samples.NOON.getEpochSecond() + ".";
    assertThat(request.header("Webhook-id")).isEqualTo(NOTICE.id());
    assertThat(request.header("Webhook-timestamp"))
        .isEqualTo(Long.toString(Samples.NOON.getEpochSecond()));
    assertThat(request.header("Webhook-signature"))
        .isEqualTo("v1," + hmac(utf8(WORDS), joined(utf8(start), request.body())));
  }

  /** The vector that the specification's own libraries are tested with. */
  @Test
  void signsAsTheSpecificationsLibrariesDo() {
    Signer signer = Signer.of(KEY, new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    assertThat(
            signer.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, utf8("{\"test\": 2432232314}")))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void withoutKeyItIsNotSigned() {
    ChannelSettings.Webhook open =
        new ChannelSettings.Webhook(NAME, Locale.ENGLISH, ZoneOffset.UTC, URL, Optional.empty());
    assertThat(channel(open, PATIENT, environment()).send(NOTICE))
        .isInstanceOf(Sent.Accepted.class);
    assertThat(peer.requests().get(0).header("Webhook-signature")).isEmpty();
    assertThat(peer.requests().get(0).header("Webhook-id")).isEqualTo(NOTICE.id());
  }

  @Test
  void keyThatIsNoBase64IsToldByItsName() {
    Map<String, String> environment =
        Map.of(URL.name(), peer.url(SECRET), KEY.name(), "whsec_" + SECRET + "!");
    assertThat(channel(PATIENT, environment).send(NOTICE))
        .isEqualTo(new Sent.Rejected("the app setting OPS_HOOK_KEY holds no base64 after whsec_"));
  }

  /** RFC 2104 by hand, so that it does not share a mistake with what it checks. */
  private static String hmac(byte[] key, byte[] message) throws NoSuchAlgorithmException {
    byte[] block = Arrays.copyOf(key, 64);
    byte[] inner = block.clone();
    byte[] outer = block.clone();
    for (int i = 0; i < block.length; i++) {
      inner[i] ^= 0x36;
      outer[i] ^= 0x5c;
    }
    byte[] hash = sha256(joined(outer, sha256(joined(inner, message))));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] joined(byte[] start, byte[] end) {
    byte[] both = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, both, start.length, end.length);
    return both;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
