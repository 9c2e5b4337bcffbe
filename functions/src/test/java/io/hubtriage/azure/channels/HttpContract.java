package io.hubtriage.azure.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Sent;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every channel over HTTP must keep to. */
abstract class HttpContract extends ChannelContract {
  final HttpPeer peer = new HttpPeer();

  @Override
  final HttpPeer peer() {
    return peer;
  }

  @Override
  final Channel elsewhere(String host) {
    Map<String, String> environment = new TreeMap<>(environment());
    environment.replaceAll((name, value) -> value.replace("127.0.0.1", host));
    return channel(PATIENT, environment);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void twoHundredsAreAccepted(int code) {
    peer.answer(HttpPeer.Answer.of(code));
    assertThat(channel(PATIENT).send(NOTICE)).isInstanceOf(Sent.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
  void troubleOfTheMomentIsDeferred(int code) {
    peer.answer(HttpPeer.Answer.of(code));
    assertThat(channel(PATIENT).send(NOTICE)).isEqualTo(new Sent.Deferred(RETRY));
  }

  /** An operator must find in it what to do, and where. */
  @ParameterizedTest
  @CsvSource({
    "301, redirects are not followed",
    "308, redirects are not followed",
    "400, does not understand",
    "401, does not let us in",
    "403, does not let us in",
    "404, was deleted or its URL changed",
    "405, refuses our message",
    "410, was deleted or its URL changed",
    "413, too big",
    "424, refuses our message",
    "426, refuses our message",
    "499, refuses our message",
  })
  void faultsThatStayAreRejected(int code, String why) {
    peer.answer(new HttpPeer.Answer(code, Map.of("Location", peer.url("elsewhere")), ""));
    assertThat(channel(PATIENT).send(NOTICE))
        .isInstanceOfSatisfying(
            Sent.Rejected.class,
            rejected -> assertThat(rejected.why()).contains("answered " + code, why));
    assertThat(peer.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0, 1",
    "120, 120",
    "3600, 3600",
    "3601, 3600",
    "999999999, 3600",
    "'Tue, 24 Nov 2026 12:00:45 GMT', 45",
    "'Tue, 24 Nov 2026 11:00:00 GMT', 1",
    "'Wed, 25 Nov 2026 12:00:00 GMT', 3600",
    "soon, 77",
    "-5, 77",
    "'', 77",
  })
  void waitsAsLongAsItIsAskedTo(String header, long seconds) {
    peer.answer(new HttpPeer.Answer(429, Map.of("Retry-After", header), ""));
    assertThat(channel(PATIENT).send(NOTICE))
        .isEqualTo(new Sent.Deferred(Duration.ofSeconds(seconds)));
  }

  @Test
  void endlessAnswersAreNotRead() {
    peer.answer(new HttpPeer.Answer(202, Map.of(), "x".repeat(5_000_000)));
    assertThat(channel(PATIENT).send(NOTICE)).isInstanceOf(Sent.Accepted.class);
  }

  @Test
  void answersThatNeverEndAreCutOff() {
    peer.answerHalf();
    assertThat(channel(HASTY).send(NOTICE)).isEqualTo(new Sent.Deferred(RETRY));
  }

  @Test
  void contentTypeIsJson() {
    channel(PATIENT).send(NOTICE);
    assertThat(peer.requests().get(0).header("Content-type"))
        .isEqualTo("application/json; charset=utf-8");
  }
}
