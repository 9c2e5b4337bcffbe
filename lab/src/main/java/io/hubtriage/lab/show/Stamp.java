package io.hubtriage.lab.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How a file or folder looked: another stamp means that something changed. Of a folder, the files
 * in it and in its folders count.
 */
record Stamp(long files, long bytes, long hash) {
  static final Stamp NOTHING = new Stamp(0, 0, 0);

  /** The stamp now; {@link #NOTHING} if there is no such file. */
  static Stamp of(Path path) {
    try (Stream<Path> files = Files.walk(path, /* maxDepth= */ 2)) {
      return files
          .sorted(Comparator.comparing(Path::toString))
          .map(Stamp::ofFile)
          .reduce(NOTHING, Stamp::and);
    } catch (NoSuchFileException e) {
      return NOTHING;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + path + ": " + e.getMessage(), e);
    }
  }

  private static Stamp ofFile(Path file) {
    try {
      BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
      return a.isRegularFile()
          ? new Stamp(1, a.size(), a.lastModifiedTime().hashCode() * 31L + file.hashCode())
          : NOTHING;
    } catch (IOException e) {
      return NOTHING; // It went away while we looked.
    }
  }

  private Stamp and(Stamp next) {
    return new Stamp(files + next.files, bytes + next.bytes, hash * 31 + next.hash);
  }

  String text() {
    return files + "-" + bytes + "-" + Long.toHexString(hash);
  }
}
