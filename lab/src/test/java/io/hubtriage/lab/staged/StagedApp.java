package io.hubtriage.lab.staged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.ExecutionContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder that is zipped and deployed, and what the worker does with it. */
final class StagedApp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PARENT = Path.of("../functions/target/azure-functions");

  private final Path folder;

  private StagedApp(Path folder) {
    this.folder = folder;
  }

  /** The only one there is. */
  static StagedApp find() {
    assertThat(PARENT).as("run mvn verify: it packages the functions first").isDirectory();
    List<Path> apps = children(PARENT).stream().filter(Files::isDirectory).toList();
    assertThat(apps).as("staged apps").hasSize(1);
    return new StagedApp(apps.get(0));
  }

  Path folder() {
    return folder;
  }

  /** Folders with a {@code function.json}: to the host, these are the functions. */
  List<Path> functions() {
    return children(folder).stream()
        .filter(child -> Files.exists(child.resolve("function.json")))
        .toList();
  }

  /** The worker's rule: the first folder whose name ends in lib. */
  List<Path> libFolders() {
    return children(folder).stream()
        .filter(child -> Files.isDirectory(child) && child.toString().endsWith("lib"))
        .toList();
  }

  List<Path> libraries() {
    return children(folder.resolve("lib"));
  }

  JsonNode json(String file) {
    return json(folder.resolve(file));
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /**
   * A class loader as the worker makes one: the function's jar and lib/, and above them only the
   * JDK and the core library, which the worker brings itself.
   */
  URLClassLoader loader(Path jar) {
    List<URL> urls = new ArrayList<>(List.of(url(jar)));
    libraries().forEach(library -> urls.add(url(library)));
    URL core = ExecutionContext.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader worker = new URLClassLoader(new URL[] {core}, ClassLoader.getPlatformClassLoader());
    return new URLClassLoader(urls.toArray(URL[]::new), worker);
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of every file. */
  long size() {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }
}
