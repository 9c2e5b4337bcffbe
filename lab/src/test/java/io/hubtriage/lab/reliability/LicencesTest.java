package io.hubtriage.lab.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every library in the deployed app may be passed on with it under the MIT licence. What a library
 * says of itself is in the POM beside its jar in the Maven repository, or in that POM's parent.
 */
final class LicencesTest {
  private static final Path APPS = Path.of("../functions/target/azure-functions");
  private static final Pattern LICENCES =
      Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("<name>\\s*(.*?)\\s*</name>");
  private static final Pattern PARENT =
      Pattern.compile(
          "<parent>.*?<groupId>(.*?)</groupId>.*?<artifactId>(.*?)</artifactId>"
              + ".*?<version>(.*?)</version>.*?</parent>",
          Pattern.DOTALL);

  /** Of several, one is to be chosen. */
  private static final Pattern PERMISSIVE =
      Pattern.compile(
          "(The )?(\\(New\\) )?(Apache|MIT|BSD|EDL|Eclipse Distribution|New BSD|MIT-0|Apache-2\\.0)\\b.*");

  @Test
  void everyLibraryMayBePassedOn() throws IOException {
    List<Path> libraries = libraries();
    assertThat(libraries).hasSizeGreaterThan(20);
    for (Path library : libraries) {
      Set<String> licences = licences(pom(library));
      assertThat(licences)
          .as("licences of %s; ask whether it may be shipped", library.getFileName())
          .anyMatch(licence -> PERMISSIVE.matcher(licence).matches());
    }
  }

  private static List<Path> libraries() throws IOException {
    try (Stream<Path> walk = Files.walk(APPS)) {
      return walk.filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> file.toString().replace(File.separatorChar, '/').contains("/lib/"))
          .filter(file -> !file.getFileName().toString().startsWith("hubtriage"))
          .toList();
    }
  }

  private static Path pom(Path library) {
    String name = library.getFileName().toString();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(jar -> Path.of(jar).endsWith(name))
        .map(jar -> Path.of(jar.substring(0, jar.length() - 4) + ".pom"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is shipped and not on the class path"));
  }

  private static Set<String> licences(Path pom) throws IOException {
    String text = Files.readString(pom);
    Set<String> names = new TreeSet<>();
    Matcher licences = LICENCES.matcher(text);
    if (licences.find()) {
      NAME.matcher(licences.group(1)).results().forEach(name -> names.add(name.group(1)));
      return names;
    }
    Matcher parent = PARENT.matcher(text);
    return parent.find() ? licences(parent(pom, parent)) : names;
  }

  /** A POM is four levels below the folder of its group's first part, or more. */
  private static Path parent(Path pom, Matcher parent) {
    Path place =
        Path.of(parent.group(1).replace('.', '/'), parent.group(2), parent.group(3))
            .resolve(parent.group(2) + "-" + parent.group(3) + ".pom");
    for (Path root = pom.getParent(); root != null; root = root.getParent()) {
      if (Files.exists(root.resolve(place))) {
        return root.resolve(place);
      }
    }
    throw new AssertionError("the parent of " + pom.getFileName() + " is not in the repository");
  }
}
