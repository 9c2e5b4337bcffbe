package io.hubtriage.azure.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import io.hubtriage.azure.storage.Azurite;
import io.hubtriage.settings.InvalidSettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code hubtriage.json} may be, read by the shipped wiring. */
@Timeout(60)
final class SettingsFileTest {
  private static final String OSAKA = "{\"zone\": \"Asia/Tokyo\"}";

  private final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private final BlobContainerClient container = Azurite.container();
  private final Wiring wiring;

  SettingsFileTest(@TempDir Path folder) {
    this.folder = folder;
    environment.put("HubTriageStorage", Azurite.connection());
    wiring =
        new Wiring(
            environment::get,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            folder,
            new Names("t", "j", "p", container.getBlobContainerName()));
  }

  @Test
  void fileBesideTheApp() throws IOException {
    Files.writeString(folder.resolve("hubtriage.json"), OSAKA);
    assertThat(zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void fileOfAnotherName() throws IOException {
    environment.put("HUBTRIAGE_SETTINGS", "osaka.json");
    Files.writeString(folder.resolve("osaka.json"), OSAKA);
    assertThat(zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void blobInAContainer() {
    upload("teams/osaka.json", OSAKA);
    environment.put(
        "HUBTRIAGE_SETTINGS", "blob:" + container.getBlobContainerName() + "/teams/osaka.json");
    assertThat(zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void blobInTheUsualContainer() {
    upload("hubtriage.json", OSAKA);
    environment.put("HUBTRIAGE_SETTINGS", "blob:hubtriage.json");
    assertThat(zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void blobThatIsNotThereYetIsFoundLater() {
    environment.put("HUBTRIAGE_SETTINGS", "blob:hubtriage.json");
    assertThatThrownBy(this::zone)
        .isInstanceOf(UnusableAppSettingException.class)
        .hasMessageContaining("hubtriage.json in container " + container.getBlobContainerName())
        .hasMessageContaining("HTTP 404")
        .hasMessageContaining("upload it");
    upload("hubtriage.json", OSAKA);
    assertThat(zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void settingsAreReadOncePerProcess() throws IOException {
    Files.writeString(folder.resolve("hubtriage.json"), OSAKA);
    assertThat(zone()).isEqualTo("Asia/Tokyo");
    Files.writeString(folder.resolve("hubtriage.json"), "{}");
    assertThat(zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void faultsAreToldAndReadAgain() throws IOException {
    Files.writeString(folder.resolve("hubtriage.json"), "{\"zoone\": \"Asia/Tokyo\"}");
    assertThatThrownBy(this::zone)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("zoone");
    Files.writeString(folder.resolve("hubtriage.json"), OSAKA);
    assertThat(zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void textThatIsNotUtf8IsNoCrash() throws IOException {
    Files.write(
        folder.resolve("hubtriage.json"),
        "{\"zone\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(this::zone)
        .isInstanceOf(UnusableAppSettingException.class)
        .hasMessageContaining("UTF-8");
  }

  private String zone() {
    return wiring.settings().digest().zone().getId();
  }

  private void upload(String name, String text) {
    container.getBlobClient(name).upload(BinaryData.fromString(text));
  }
}
