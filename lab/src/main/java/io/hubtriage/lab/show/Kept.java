package io.hubtriage.lab.show;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was read from some files, kept as long as they stay the same. Safe for several threads. */
final class Kept<T> {
  private final Path[] files;
  private final Supplier<T> read;
  private @Nullable T value;
  private String seen = "";

  Kept(Supplier<T> read, Path... files) {
    this.read = read;
    this.files = files.clone();
  }

  synchronized T now() {
    StringBuilder stamps = new StringBuilder();
    for (Path file : files) {
      stamps.append(Stamp.of(file).text()).append(' ');
    }
    if (value == null || !stamps.toString().equals(seen)) {
      value = read.get();
      seen = stamps.toString();
    }
    return value;
  }
}
