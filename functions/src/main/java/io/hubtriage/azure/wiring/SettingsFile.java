package io.hubtriage.azure.wiring;

import com.azure.storage.blob.models.BlobStorageException;
import io.hubtriage.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Reads {@code hubtriage.json}: a file in the app's folder, or a blob. */
final class SettingsFile {
  private static final String BLOB = "blob:";

  private final Environment environment;
  private final Path folder;
  private final String container;
  private final Storage storage;

  /**
   * Reads from here.
   *
   * @param folder where a file name is looked for
   * @param container where a blob is that names none
   */
  SettingsFile(Environment environment, Path folder, String container, Storage storage) {
    this.environment = environment;
    this.folder = folder;
    this.container = container;
    this.storage = storage;
  }

  /**
   * The settings.
   *
   * @throws UnusableAppSettingException if there is no such file or blob
   * @throws io.hubtriage.settings.InvalidSettingsException if it is not sound
   */
  Settings read() {
    String place = environment.find(AppSetting.SETTINGS, "hubtriage.json");
    return Settings.parse(place.startsWith(BLOB) ? blob(place.substring(5)) : file(place));
  }

  private String file(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UnusableAppSettingException(
          AppSetting.SETTINGS,
          "means the file "
              + file
              + ", which is not there; put hubtriage.json into the project's root and package"
              + " again, or set it to blob:hubtriage/hubtriage.json and upload that blob");
    } catch (IOException e) {
      throw new UnusableAppSettingException(
          AppSetting.SETTINGS,
          "means the file "
              + file
              + ", which cannot be read ("
              + e.getClass().getSimpleName()
              + "); it must be a readable file of UTF-8 text");
    }
  }

  private String blob(String path) {
    int slash = path.indexOf('/');
    String where = slash < 0 ? container : path.substring(0, slash);
    String name = path.substring(slash + 1);
    try {
      byte[] bytes =
          Objects.requireNonNull(
              storage.container(where).getBlobClient(name).downloadContent().toBytes());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (BlobStorageException e) {
      throw new UnusableAppSettingException(
          AppSetting.SETTINGS,
          "means the blob %s in container %s, which cannot be read (HTTP %d); %s"
              .formatted(name, where, e.getStatusCode(), remedy(e.getStatusCode())));
    }
  }

  private static String remedy(int status) {
    return switch (status) {
      case 404 -> "upload it";
      case 401, 403 -> "give the app's identity the role Storage Blob Data Contributor";
      default -> "the next run tries again";
    };
  }
}
