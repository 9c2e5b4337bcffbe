package io.hubtriage.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expected outputs in files, one each, rewritten by {@code -Dapprove=true} outside CI. */
final class Golden {
  private static final Path ROOT = Path.of("src/test/resources/io/hubtriage/notify/golden");

  private Golden() {}

  /**
   * Compares a folder with what it should hold; extra files are as wrong as missing ones.
   *
   * @param actual text by file name
   */
  static void check(String folder, Map<String, String> actual) {
    Path directory = ROOT.resolve(folder);
    try {
      if (Boolean.getBoolean("approve") && System.getenv("CI") == null) {
        rewrite(directory, actual);
      }
      assertThat(names(directory))
          .as("files in %s; approve and review the diff", directory)
          .isEqualTo(new TreeSet<>(actual.keySet()));
      for (Map.Entry<String, String> file : actual.entrySet()) {
        assertThat(file.getValue())
            .as("%s/%s; approve and review the diff", folder, file.getKey())
            .isEqualTo(Files.readString(directory.resolve(file.getKey())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading golden files in " + directory, e);
    }
  }

  /** Bytes of all golden files together. */
  static long size() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("reading golden files in " + ROOT, e);
    }
  }

  private static void rewrite(Path directory, Map<String, String> actual) throws IOException {
    Files.createDirectories(directory);
    for (String name : names(directory)) {
      Files.delete(directory.resolve(name));
    }
    for (Map.Entry<String, String> file : actual.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private static Set<String> names(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(f -> f.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
