package io.hubtriage.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EventReaderTest {
  private static final String EVENT =
      """
      {"id":"f6bbf8f4-d365-520d-a878-17bf7238abd8",
       "topic":"/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/Egtesthub1",
       "subject":"devices/LogicAppTestDevice",
       "eventType":"Microsoft.Devices.DeviceConnected",
       "eventTime":"2018-06-02T19:17:44.4383997Z",
       "data":{"deviceConnectionStateEventInfo":
           {"sequenceNumber":"000000000000000001D4132452F67CE200000002000000000000000000000001"},
         "hubName":"egtesthub1","deviceId":"LogicAppTestDevice","moduleId":"DeviceModuleID"},
       "dataVersion":"1","metadataVersion":"1"}""";
  private static final String CLOUD_EVENT =
      """
      {"specversion":"1.0","id":"1",
       "source":"/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/EGTESTHUB1",
       "type":"Microsoft.Devices.DeviceDisconnected","time":"2018-06-02T21:17:45.0000000+02:00",
       "data":{"deviceConnectionStateEventInfo":{"sequenceNumber":"1d4"},
         "hubName":"egtesthub1","deviceId":"it's #1?","moduleId":""}}""";
  private static final String VALIDATION =
      """
      {"id":"1","topic":"/x","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent",
       "data":{"validationCode":"512d38b6"},"eventTime":"2018-01-25T22:12:19.4556811Z"}""";
  private static final Hub HUB =
      new Hub("/subscriptions/s/resourcegroups/g/providers/microsoft.devices/iothubs/egtesthub1");
  private static final ConnectionEvent CONNECTED =
      new ConnectionEvent(
          HUB,
          new Device("LogicAppTestDevice", "DeviceModuleID"),
          State.CONNECTED,
          Instant.parse("2018-06-02T19:17:44.4383997Z"),
          "000000000000000001D4132452F67CE200000002000000000000000000000001");
  private static final ConnectionEvent DISCONNECTED =
      new ConnectionEvent(
          HUB,
          Device.of("it's #1?"),
          State.DISCONNECTED,
          Instant.parse("2018-06-02T19:17:45Z"),
          "0".repeat(61) + "1D4");

  static Stream<Arguments> deliveries() {
    return Stream.of(
        argumentSet("one event", EVENT, List.of(CONNECTED)),
        argumentSet("an array of one", "[" + EVENT + "]", List.of(CONNECTED)),
        argumentSet(
            "both schemas",
            "[" + EVENT + "," + CLOUD_EVENT + "]",
            List.of(CONNECTED, DISCONNECTED)),
        argumentSet("an empty array", "[]", List.of()),
        argumentSet("module id null", EVENT.replace("\"DeviceModuleID\"", "null"), device("")),
        argumentSet(
            "module id absent", EVENT.replace(",\"moduleId\":\"DeviceModuleID\"", ""), device("")),
        argumentSet(
            "no topic: the hub's name",
            CLOUD_EVENT.replaceAll("\"source\":\"[^\"]*\",", ""),
            List.of(
                new ConnectionEvent(
                    new Hub("egtesthub1"),
                    DISCONNECTED.device(),
                    State.DISCONNECTED,
                    DISCONNECTED.eventTime(),
                    DISCONNECTED.sequenceNumber()))));
  }

  private static List<ConnectionEvent> device(String module) {
    return List.of(
        new ConnectionEvent(
            HUB,
            new Device("LogicAppTestDevice", module),
            State.CONNECTED,
            CONNECTED.eventTime(),
            CONNECTED.sequenceNumber()));
  }

  @ParameterizedTest
  @MethodSource("deliveries")
  void readsSoundDeliveries(String delivery, List<ConnectionEvent> expected) {
    assertThat(EventReader.read(delivery)).isEqualTo(new ReadEvents(expected, List.of(), 0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deviceId | an event without deviceId",
        "sequenceNumber | an event without sequenceNumber",
        "eventTime | not a time: \"\"",
        "deviceConnectionStateEventInfo | an event without sequenceNumber"
      })
  void missingPartsAreNamed(String field, String reason) {
    ReadEvents read = EventReader.read("[" + EVENT.replace(field, "other") + "," + EVENT + "]");
    assertThat(read.connections()).as("the sound one").containsExactly(CONNECTED);
    assertThat(read.unusable()).singleElement().matches(u -> u.reason().equals(reason));
    assertThat(read.unusable().get(0).text()).contains("f6bbf8f4");
  }

  @Test
  void anArrayWhereAnEventBelongsIsParkedAndCostsNoOther() {
    ReadEvents read = EventReader.read("[[]," + EVENT + ",[" + EVENT + "]]");
    assertThat(read.connections()).containsExactly(CONNECTED);
    assertThat(read.unusable()).hasSize(2).first().matches(u -> u.text().equals("[]"));
  }

  @ParameterizedTest
  @CsvSource({
    "2018-06-02T19:17:44.4383997Z, true",
    "2018-06-02T19:17:44+00:00, true",
    "2018-06-02T19:17:44, true",
    "2018-06-02 19:17, false",
    "2018-13-02T19:17:44Z, false"
  })
  void timesHaveAnyFractionAndOffset(String time, boolean sound) {
    ReadEvents read = EventReader.read(EVENT.replace("2018-06-02T19:17:44.4383997Z", time));
    assertThat(read.connections()).hasSize(sound ? 1 : 0);
    assertThat(read.unusable()).hasSize(sound ? 0 : 1);
  }

  @Test
  void sequenceNumbersHaveUpTo64HexDigits() {
    String number = CONNECTED.sequenceNumber();
    assertThat(EventReader.read(EVENT.replace(number, "f".repeat(64))).connections()).hasSize(1);
    assertThat(EventReader.read(EVENT.replace(number, "f".repeat(65))).unusable()).hasSize(1);
    assertThat(EventReader.read(EVENT.replace(number, "0x12")).unusable()).hasSize(1);
  }

  @Test
  void handshakesAndOtherEventsAreCountedOnly() {
    String created = EVENT.replace("DeviceConnected", "DeviceCreated");
    assertThat(EventReader.read("[" + VALIDATION + "," + created + "," + EVENT + "]"))
        .isEqualTo(new ReadEvents(List.of(CONNECTED), List.of(), 1, 1));
  }

  @Test
  void whatStandsBeforeABreakIsKept() {
    ReadEvents read = EventReader.read("[" + EVENT + ",{\"id\":\"2\",]");
    assertThat(read.connections()).containsExactly(CONNECTED);
    assertThat(read.unusable()).singleElement().matches(u -> u.text().contains("{\"id\":\"2\",]"));
  }

  @ParameterizedTest
  @CsvSource({"''", "oops", "42", "null", "'[1]'", "{}"})
  void nothingSoundIsUnusable(String text) {
    ReadEvents read = EventReader.read(text);
    assertThat(read.connections()).isEmpty();
    assertThat(read.unusable()).hasSize(1);
  }

  @Property(tries = 200)
  void noTextMakesItThrow(@ForAll String text) {
    assertThat(EventReader.read(text).connections()).isEmpty();
    assertThat(EventReader.read("[" + EVENT + "," + text).connections()).contains(CONNECTED);
  }
}
