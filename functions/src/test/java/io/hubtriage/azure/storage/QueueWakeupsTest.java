package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.incident.Wakeups;
import io.hubtriage.model.Hub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueueWakeupsTest {
  private static final Hub HUB = new Hub("hub-one");

  private final Faults faults = new Faults();
  private final QueueClient queue = Azurite.queue(faults);

  @Test
  void messageIsBase64OfSmallJson() {
    new QueueWakeups(queue).wake(HUB, "abc-1", "ops", Duration.ZERO);
    String raw = unencoded().receiveMessage().getBody().toString();
    assertThat(new String(Base64.getDecoder().decode(raw), StandardCharsets.UTF_8))
        .isEqualTo("{\"v\":1,\"hub\":\"hub-one\",\"notice\":\"abc-1\",\"channel\":\"ops\"}");
  }

  @Test
  void clientThatDoesNotEncodeIsRefused() {
    assertThatThrownBy(() -> new QueueWakeups(unencoded()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("QueueMessageEncoding.BASE64");
  }

  @Test
  void failureOfTheServiceIsThePortsException() {
    faults.answer(503);
    assertThatThrownBy(() -> new QueueWakeups(queue).wake(HUB, "abc-1", "ops", Duration.ZERO))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageStartingWith("queueing notice abc-1 for channel ops in " + queue.getQueueName())
        .hasMessageContaining("503");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT0S", "PT0.001S, PT1S", "PT1S, PT1S", "PT1.5S, PT2S", "P8D, P7D"})
  void delaysAreWholeSecondsAndRatherLater(Duration asked, Duration given) {
    assertThat(Wakeups.bounded(asked)).isEqualTo(given);
  }

  @Test
  void otherMessageIsRefused() {
    assertThatThrownBy(() -> WakeupMessage.read("hello"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a wake-up: ");
  }

  private QueueClient unencoded() {
    return new QueueClientBuilder()
        .connectionString(Azurite.connection())
        .queueName(queue.getQueueName())
        .buildClient();
  }
}
