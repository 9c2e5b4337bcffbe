package io.hubtriage.lab.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Keeps each message that arrives as a file, where the card page looks for it. */
final class Arrivals {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path notices;
  private final InstantSource clock;
  private int count;

  /**
   * Keeps them in a folder's {@code notices}, which is made.
   *
   * @throws UncheckedIOException if it cannot be
   */
  Arrivals(Path folder, InstantSource clock) {
    this.notices = folder.resolve("notices");
    this.clock = clock;
    try {
      Files.createDirectories(notices);
    } catch (IOException e) {
      throw new UncheckedIOException("making " + notices + ": " + e.getMessage(), e);
    }
  }

  /**
   * Keeps a message.
   *
   * @param channel what it came by: {@code teams}
   * @param extension {@code json} or {@code eml}
   */
  synchronized void keep(String channel, String extension, byte[] bytes) {
    // Ordered by name as by time; whatever an earlier process kept is left alone.
    Instant now = clock.instant();
    String name =
        String.format(Locale.ROOT, "%s-%04d.%s.%s", NAME.format(now), ++count, channel, extension);
    Path file = notices.resolve(name);
    try {
      // Written beside and moved: the page must not read half a message.
      Path half = Files.write(notices.resolve(name + ".part"), bytes);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("keeping " + file + ": " + e.getMessage(), e);
    }
  }
}
