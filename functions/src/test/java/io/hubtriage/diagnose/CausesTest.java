package io.hubtriage.diagnose;

import static io.hubtriage.diagnose.Log.minutes;
import static io.hubtriage.model.Signal.CLOSED_REMOTELY;
import static io.hubtriage.model.Signal.GENERIC_TIMEOUT;
import static io.hubtriage.model.Signal.INTERNAL_SERVER_ERROR;
import static io.hubtriage.model.Signal.LINK_CONFLICT;
import static io.hubtriage.model.Signal.NEW_CONNECTION;
import static io.hubtriage.model.Signal.NONE;
import static io.hubtriage.model.Signal.QUOTA_EXCEEDED;
import static io.hubtriage.model.Signal.SERVER_ERROR;
import static io.hubtriage.model.Signal.SERVICE_UNAVAILABLE;
import static io.hubtriage.model.Signal.THROTTLED;
import static io.hubtriage.model.Signal.THROTTLED_OTHER;
import static io.hubtriage.model.Signal.UNAUTHORIZED;
import static io.hubtriage.model.Signal.UPGRADE_CLOSED;
import static io.hubtriage.model.Signal.UPGRADE_REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.Attribution;
import io.hubtriage.model.Band;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cause by its signature, and what only looks like it. */
final class CausesTest {
  private static final String NODE = "azure-iot-device/1.17.1 (node v10.16.0)";
  private static final String PYTHON = "azure-iot-device-iothub-py/2.12.0 (Linux)";
  private static final String C = "iothubclient/1.3.9 (Linux)";
  private static final String JAVA = "com.microsoft.azure.sdk.iot.iot-device-client/1.30.1";

  static Stream<Arguments> signatures() {
    return Stream.of(
        argumentSet(
            ".NET, hub's grace", Cause.SAS_TOKEN_RENEWAL, renewing(".NET/1.42.0", 65.2, 68, 70.5)),
        argumentSet("Java, hub's grace", Cause.SAS_TOKEN_RENEWAL, renewing(JAVA, 66, 69, 65)),
        argumentSet("Node", Cause.SAS_TOKEN_RENEWAL, renewing(NODE, 45, 45.1, 45.2)),
        argumentSet("C", Cause.SAS_TOKEN_RENEWAL, renewing(C, 48, 48.1, 48.2)),
        argumentSet("Python", Cause.SAS_TOKEN_RENEWAL, renewing(PYTHON, 58, 58.1, 58.2)),
        argumentSet(
            "one refusal and a connect",
            Cause.SAS_TOKEN_RENEWAL,
            dotnet().connect("00:00").refused("01:06", UNAUTHORIZED).connect("01:06:20")),
        argumentSet(
            "401003 on the disconnect, then 404104",
            Cause.SAS_TOKEN_RENEWAL,
            dotnet()
                .connect("00:00")
                .drop("01:07", UNAUTHORIZED)
                .drop("01:07:00.600", CLOSED_REMOTELY)
                .connect("01:07:09")),
        argumentSet(
            "an own life of two hours, three times",
            Cause.SAS_TOKEN_RENEWAL,
            dotnet().sessions("00:00", UNAUTHORIZED, 8, minutes(126, 127, 126.5, 128))),
        argumentSet(
            "irregular 404104",
            Cause.CONNECTION_LOST,
            dotnet().x509().sessions("00:00", CLOSED_REMOTELY, 40, minutes(131, 170, 35, 95))),
        argumentSet(
            "Python's 90 s",
            Cause.KEEP_ALIVE_TIMEOUT,
            device(PYTHON).sessions("00:00", CLOSED_REMOTELY, 5, 90, 91, 89, 90, 92, 90)),
        argumentSet(
            ".NET's 450 s",
            Cause.KEEP_ALIVE_TIMEOUT,
            device(".NET/1.42.0")
                .sessions("00:00", CLOSED_REMOTELY, 5, 450, 451, 449, 450, 452, 450)),
        argumentSet(
            "Java's 345 s",
            Cause.KEEP_ALIVE_TIMEOUT,
            device(JAVA).sessions("00:00", CLOSED_REMOTELY, 5, 345, 346, 344, 345, 347, 345)),
        argumentSet(
            "Node's 270 s",
            Cause.KEEP_ALIVE_TIMEOUT,
            device(NODE).sessions("00:00", CLOSED_REMOTELY, 5, 270, 271, 269, 270, 272, 270)),
        argumentSet(
            "C's 360 s",
            Cause.KEEP_ALIVE_TIMEOUT,
            device(C).sessions("00:00", CLOSED_REMOTELY, 5, 360, 361, 359, 360, 362, 360)),
        argumentSet(
            "a keep-alive nobody documents, 1.5 x 140 s",
            Cause.KEEP_ALIVE_TIMEOUT,
            device(PYTHON)
                .sessions("00:00", CLOSED_REMOTELY, 5, 210, 211, 209, 210, 212, 210, 211)),
        argumentSet(
            "short and irregular",
            Cause.CRASH_LOOP,
            dotnet().sessions("00:00", CLOSED_REMOTELY, 35, 22, 140, 61, 15, 97, 180, 43)),
        argumentSet(
            "refused and refused",
            Cause.AUTHENTICATION_FAILURE,
            dotnet()
                .refused("00:01", UNAUTHORIZED)
                .refused("00:03", UNAUTHORIZED)
                .refused("00:07", UNAUTHORIZED)
                .refused("00:15", UNAUTHORIZED)
                .refused("00:31", UNAUTHORIZED)),
        argumentSet(
            "ping-pong",
            Cause.DUPLICATE_IDENTITY,
            dotnet().sessions("00:00", NEW_CONNECTION, 1, 20, 41, 9, 33, 25, 60)),
        argumentSet(
            "ping-pong in 409002",
            Cause.DUPLICATE_IDENTITY,
            dotnet().sessions("00:00", LINK_CONFLICT, 1, 20, 41, 9, 33, 25, 60)),
        argumentSet("closed by an upgrade", Cause.PLATFORM_UPGRADE, once(UPGRADE_CLOSED)),
        argumentSet("refused by an upgrade", Cause.PLATFORM_UPGRADE, once(UPGRADE_REJECTED)),
        argumentSet("429001", Cause.THROTTLED, once(THROTTLED)),
        argumentSet("429000", Cause.THROTTLED, once(Signal.of("429000", ""))),
        argumentSet("429003", Cause.THROTTLED, once(THROTTLED_OTHER)),
        argumentSet("403002", Cause.THROTTLED, once(QUOTA_EXCEEDED)),
        argumentSet("500001", Cause.HUB_TRANSIENT, once(SERVER_ERROR)),
        argumentSet("500008", Cause.HUB_TRANSIENT, once(GENERIC_TIMEOUT)),
        argumentSet(
            "ServiceUnavailable", Cause.HUB_TRANSIENT, once(Signal.of("", "ServiceUnavailable"))),
        argumentSet("InternalServerError", Cause.HUB_TRANSIENT, once(INTERNAL_SERVER_ERROR)),
        argumentSet("the name alone", Cause.HUB_TRANSIENT, once(SERVICE_UNAVAILABLE)),
        argumentSet(
            "closed by itself, X.509",
            Cause.PLANNED_RECONNECT,
            dotnet().x509().sessions("00:00", NONE, 4, minutes(77, 201, 130))));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void aSignatureGivesItsCauseToEveryRow(Cause cause, Log device) {
    assertThat(Log.causes(device, "26:00")).isNotEmpty().containsOnly(cause);
  }

  static Stream<Arguments> nearMisses() {
    return Stream.of(
        argumentSet(
            "periodic 404104 with a certificate",
            Cause.SAS_TOKEN_RENEWAL,
            dotnet().x509().sessions("00:00", CLOSED_REMOTELY, 8, minutes(66, 66, 66, 66, 66))),
        argumentSet(
            "periodic 404104 over AMQP",
            Cause.SAS_TOKEN_RENEWAL,
            dotnet().over("Amqp").sessions("00:00", CLOSED_REMOTELY, 8, minutes(66, 66, 66, 66))),
        argumentSet(
            "periodic informational disconnect over AMQP on WebSockets",
            Cause.SAS_TOKEN_RENEWAL,
            dotnet().over("AmqpWs").sessions("00:00", NONE, 8, minutes(66, 66, 66, 66))),
        argumentSet(
            "a quarter of an hour short of the documented life",
            Cause.SAS_TOKEN_RENEWAL,
            dotnet().sessions("00:00", CLOSED_REMOTELY, 8, minutes(49))),
        argumentSet(
            "one refusal, then a connect",
            Cause.AUTHENTICATION_FAILURE,
            dotnet().connect("00:00").refused("01:06", UNAUTHORIZED).connect("01:06:20")),
        argumentSet(
            "one conflict as a side effect",
            Cause.DUPLICATE_IDENTITY,
            dotnet()
                .connect("00:00")
                .drop("00:40", CLOSED_REMOTELY)
                .refused("00:40:02", LINK_CONFLICT)
                .connect("00:40:30")),
        argumentSet("one conflict alone", Cause.DUPLICATE_IDENTITY, once(LINK_CONFLICT)),
        argumentSet("500301", Cause.HUB_TRANSIENT, once(Signal.of("500301", "ServerError"))),
        argumentSet("500401", Cause.HUB_TRANSIENT, once(Signal.of("500401", ""))),
        argumentSet("429 and not six digits", Cause.THROTTLED, once(Signal.of("429", ""))),
        argumentSet(
            "two sessions of 90 s a day apart",
            Cause.KEEP_ALIVE_TIMEOUT,
            device(PYTHON)
                .connect("00:00")
                .drop("00:01:30", CLOSED_REMOTELY)
                .connect("00:01:35")
                .drop("12:00", CLOSED_REMOTELY)
                .connect("12:00:30")
                .drop("12:02:00", CLOSED_REMOTELY)
                .connect("12:02:30")),
        argumentSet(
            "one short session",
            Cause.CRASH_LOOP,
            dotnet().sessions("00:00", CLOSED_REMOTELY, 35, 70)));
  }

  @ParameterizedTest
  @MethodSource("nearMisses")
  void whatOnlyLooksLikeItIsNot(Cause cause, Log device) {
    assertThat(Log.causes(device, "26:00")).isNotEmpty().doesNotContain(cause);
  }

  @ParameterizedTest
  @MethodSource("conflicts")
  void aConflictGoesWithTheErrorBeforeIt(Cause cause, Log device) {
    assertThat(Log.causes(device, "26:00")).hasSize(2).containsOnly(cause);
  }

  static Stream<Arguments> conflicts() {
    return Stream.of(
        argumentSet(
            "a loss",
            Cause.CONNECTION_LOST,
            dotnet()
                .connect("00:00")
                .drop("00:40", CLOSED_REMOTELY)
                .refused("00:40:02", LINK_CONFLICT)
                .connect("00:40:30")),
        argumentSet(
            "a hub's fault",
            Cause.HUB_TRANSIENT,
            dotnet()
                .connect("00:00")
                .drop("00:40", SERVER_ERROR)
                .refused("00:40:02", LINK_CONFLICT)
                .connect("00:40:30")));
  }

  /** One device's attempt that meets a server error is not why its connection had ended. */
  @Test
  void whatALossMeetsOnTheWayBackIsNotItsCause() {
    Log device =
        dotnet()
            .x509()
            .connect("00:00")
            .drop("03:17", CLOSED_REMOTELY)
            .refused("03:17:40", GENERIC_TIMEOUT)
            .connect("03:19");
    assertThat(Log.causes(device, "26:00"))
        .containsExactly(Cause.CONNECTION_LOST, Cause.HUB_TRANSIENT);
  }

  /** That others of its kind renew after five minutes says little of a device that never did. */
  @Test
  void aLossIsNoRenewalByALifeThatOnlyOthersHave() {
    Log device = device(PYTHON).sessions("00:00", NONE, 5, minutes(58, 58, 58, 58, 58, 58));
    device.drop("05:54:30", CLOSED_REMOTELY).connect("05:54:50").drop("06:52:50", NONE);
    device.connect("06:52:55");
    Lives lives =
        new Lives(
            Map.of(
                device.timeline().client().cohort(),
                List.of(learned(57.5, 58.5, 900), learned(2.6, 9.4, 900))));
    HubCase hub = Log.hub("26:00", List.of(device), lives, Baseline.EMPTY, List.of());
    assertThat(Diagnostician.diagnose(hub).attributions())
        .extracting(Attribution::cause)
        .filteredOn(cause -> cause != Cause.SAS_TOKEN_RENEWAL)
        .containsExactly(Cause.CONNECTION_LOST);
  }

  /** Some minutes of a bad network or a slow crash loop: nothing to be silent about. */
  @Test
  void ofTwoTroublesTheLikelierIsNamed() {
    Log device =
        dotnet().x509().sessions("00:00", CLOSED_REMOTELY, 40, 7_200, 325, 380, 840, 9_000);
    DeviceDiagnosis alone = device.alone("26:00");
    assertThat(alone.leads().share(1)).as("the greatest share").isBetween(0.5, 0.6);
    assertThat(alone.causes()).doesNotContain(Cause.UNKNOWN);
  }

  private static Lives.Learned learned(double from, double to, long sessions) {
    return new Lives.Learned(
        new Band(
            Duration.ofSeconds(Math.round(from * 60)), Duration.ofSeconds(Math.round(to * 60))),
        sessions);
  }

  private static Log renewing(String sdk, double... minutes) {
    return device(sdk).sessions("00:00", UNAUTHORIZED, 6, minutes(minutes));
  }

  private static Log once(Signal signal) {
    return dotnet().connect("00:00").drop("03:17", signal).connect("03:17:30");
  }

  private static Log dotnet() {
    return device(".NET/1.42.0");
  }

  private static Log device(String sdk) {
    return Log.device("pump").sdk(sdk);
  }

  static List<Log> all() {
    return Stream.concat(signatures(), nearMisses())
        .map(arguments -> (Log) arguments.get()[1])
        .toList();
  }
}
