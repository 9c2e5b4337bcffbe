package io.hubtriage.azure.storage;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.hubtriage.sweep.Parking;
import io.hubtriage.sweep.ParkingUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Parked input in a blob container: {@code parked/REASON/HASH.json}, a document with the reason,
 * the time it came first, and the text. The hash is that of reason and text, so what comes again
 * finds itself there. Safe to share.
 */
public final class BlobParking implements Parking {
  private static final int LONGEST_FOLDER = 60;
  private static final String FOLDER = "parked/";

  private final BlobContainerClient container;

  /** Works on a container that exists. */
  public BlobParking(BlobContainerClient container) {
    this.container = container;
  }

  @Override
  public void park(String reason, String text, Instant at) {
    String name = name(reason, text);
    Body document = new Body().text("reason", reason).at("at", at).text("text", text);
    try {
      container.getBlobClient(name).upload(BinaryData.fromString(StoredJson.write(document)));
    } catch (BlobStorageException e) {
      if (!BlobErrorCode.BLOB_ALREADY_EXISTS.equals(e.getErrorCode())) {
        throw unavailable(name, e);
      }
    } catch (RuntimeException e) {
      throw unavailable(name, e);
    }
  }

  @Override
  public int count(int most) {
    ListBlobsOptions options = new ListBlobsOptions().setPrefix(FOLDER).setMaxResultsPerPage(most);
    try {
      return (int) container.listBlobs(options, null).stream().limit(most).count();
    } catch (RuntimeException e) {
      throw new ParkingUnavailableException(
          "counting what is parked in container %s: %s"
              .formatted(container.getBlobContainerName(), Reason.of(e)),
          e);
    }
  }

  /** Only lower-case letters, digits, {@code -}, {@code /} and {@code .}. */
  static String name(String reason, String text) {
    String plain = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String folder =
        plain.substring(0, Math.min(LONGEST_FOLDER, plain.length())).replaceAll("^-|-$", "");
    return FOLDER + "%s/%s.json".formatted(folder.isEmpty() ? "other" : folder, hash(reason, text));
  }

  /** 128 bits of SHA-256; a zero, which neither should hold, parts the two. */
  private static String hash(String reason, String text) {
    try {
      byte[] bytes = (reason + "\0" + text).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private ParkingUnavailableException unavailable(String name, RuntimeException e) {
    return new ParkingUnavailableException(
        "parking %s in container %s: %s"
            .formatted(name, container.getBlobContainerName(), Reason.of(e)),
        e);
  }
}
