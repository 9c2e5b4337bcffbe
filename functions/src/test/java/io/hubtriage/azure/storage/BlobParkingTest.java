package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.blob.BlobContainerClient;
import io.hubtriage.sweep.ParkingUnavailableException;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlobParkingTest {
  @Provide
  Arbitrary<String> texts() {
    return RandomValues.texts();
  }

  @Property
  void nameIsSafe(@ForAll("texts") String reason, @ForAll("texts") String text) {
    assertThat(BlobParking.name(reason, text))
        .matches("parked/[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?/[0-9a-f]{32}\\.json");
  }

  @ParameterizedTest
  @CsvSource({
    "Not JSON!, parked/not-json/",
    "../../etc/passwd, parked/etc-passwd/",
    "日本, parked/other/",
  })
  void nameBeginsWithTheReason(String reason, String folder) {
    assertThat(BlobParking.name(reason, "x")).startsWith(folder);
  }

  @Test
  void failureOfTheServiceIsThePortsException() {
    Faults faults = new Faults();
    BlobContainerClient container = Azurite.container(faults);
    faults.answer(503);
    assertThatThrownBy(() -> new BlobParking(container).park("broken", "{", Instant.EPOCH))
        .isInstanceOf(ParkingUnavailableException.class)
        .hasMessageStartingWith("parking parked/broken/")
        .hasMessageContaining("503");
  }
}
