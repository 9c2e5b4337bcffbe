package io.hubtriage.azure.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Sent;
import io.hubtriage.notify.teams.TeamsRenderer;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.SettingName;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TeamsChannelTest extends HttpContract {
  @Override
  ChannelSettings settings() {
    return new ChannelSettings.Teams(
        NAME, Locale.ENGLISH, ZoneOffset.UTC, new SettingName("OPS_TEAMS_URL"));
  }

  @Override
  Map<String, String> environment() {
    return Map.of("OPS_TEAMS_URL", peer.url(SECRET));
  }

  @Override
  int mostBytes() {
    return TeamsRenderer.MAX_BYTES;
  }

  /** A workflow answers 202 before it posts. */
  @ParameterizedTest
  @ValueSource(strings = {"", "1", "n-crash-loop"})
  void acceptanceIsNoProof(String body) {
    peer.answer(new HttpPeer.Answer(202, Map.of(), body));
    assertThat(channel(PATIENT).send(NOTICE)).isEqualTo(new Sent.Accepted(""));
  }

  @Test
  void theNoticesIdInTheAnswerIsProof() {
    peer.answer(new HttpPeer.Answer(200, Map.of(), NOTICE.id()));
    assertThat(channel(PATIENT).send(NOTICE)).isEqualTo(new Sent.Accepted(NOTICE.id()));
    assertThat(peer.requests().get(0).header("X-hubtriage-notice")).isEqualTo(NOTICE.id());
  }

  @Test
  void throttlingBehindASuccessIsThrottling() {
    peer.answer(
        new HttpPeer.Answer(
            200,
            Map.of("Retry-After", "9"),
            "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP"
                + " error 429 with ContextId MS-CV=x"));
    assertThat(channel(PATIENT).send(NOTICE)).isEqualTo(new Sent.Deferred(Duration.ofSeconds(9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error 413",
        "Error: 413",
        "Microsoft Teams endpoint returned HTTP error 413 with ContextId x"
      })
  void otherErrorsBehindASuccessAreErrors(String body) {
    peer.answer(new HttpPeer.Answer(200, Map.of(), body));
    assertThat(channel(PATIENT).send(NOTICE))
        .isInstanceOfSatisfying(
            Sent.Rejected.class, rejected -> assertThat(rejected.why()).contains("413", "too big"));
  }

  @Test
  void anErrorOutweighsAnEchoOfTheNotice() {
    peer.answer(new HttpPeer.Answer(200, Map.of(), NOTICE.id() + " HTTP error 502"));
    assertThat(channel(PATIENT).send(NOTICE)).isEqualTo(new Sent.Deferred(RETRY));
  }

  /** 429001 is a code of IoT Hub that cards speak of. */
  @Test
  void longerNumbersAreNoErrors() {
    peer.answer(new HttpPeer.Answer(200, Map.of(), "posted: error 429001, error 200"));
    assertThat(channel(PATIENT).send(NOTICE)).isInstanceOf(Sent.Accepted.class);
  }

  @Test
  void saysWhichSettingTheDeletedWorkflowHas() {
    peer.behave(Fault.GONE);
    assertThat(channel(PATIENT).send(NOTICE))
        .isEqualTo(
            new Sent.Rejected(
                "the Teams workflow answered 404: it was deleted or its URL changed; create it"
                    + " again and set the app setting OPS_TEAMS_URL"));
  }
}
