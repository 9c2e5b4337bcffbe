package io.hubtriage.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts the checks read, by path from the project's root. A changed copy shows what a check
 * sees.
 */
record Infra(Map<String, String> texts) {
  private static final Path ROOT = Path.of("..");

  static Infra read() {
    Map<String, String> texts = new TreeMap<>();
    add(texts, ROOT.resolve("infra"));
    add(texts, ROOT.resolve("functions/src/main/java"));
    Stream.of("docs/deploy.md", "host.json", "hubtriage.sample.json", "local.settings.json.sample")
        .map(ROOT::resolve)
        .filter(Files::exists)
        .forEach(file -> add(texts, file));
    return new Infra(Map.copyOf(texts));
  }

  private static void add(Map<String, String> texts, Path top) {
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + top, e);
    }
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  String text(String path) {
    String text = texts.get(path);
    if (text == null) {
      throw new IllegalArgumentException("there is no " + path);
    }
    return text;
  }

  /**
   * With every occurrence of some text in a file replaced.
   *
   * @throws IllegalArgumentException if the file does not have it: the change would show nothing
   */
  Infra with(String path, String from, String to) {
    String text = text(path);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(path + " has no " + from);
    }
    return plus(path, text.replace(from, to));
  }

  /** With a file in place of the one of its path, if there is one. */
  Infra plus(String path, String text) {
    Map<String, String> changed = new TreeMap<>(texts);
    changed.put(path, text);
    return new Infra(Map.copyOf(changed));
  }

  /** The Bicep files among them, parsed. */
  Map<String, Bicep> bicep() {
    return Bicep.parse(
        texts.entrySet().stream()
            .filter(e -> e.getKey().matches("infra/.*\\.bicep(param)?"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The code that is deployed, all of it, in no particular order. */
  String code() {
    return all(path -> path.startsWith("functions/src/main/java/"));
  }

  /** The Bicep templates, all of them. */
  String templates() {
    return all(path -> path.endsWith(".bicep"));
  }

  private String all(Predicate<String> wanted) {
    return texts.entrySet().stream()
        .filter(e -> wanted.test(e.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("\n"));
  }

  /** What the first group of a pattern catches, all over a text. */
  static Set<String> caught(String text, String regex) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What the first group of a pattern catches at its first place in a file.
   *
   * @throws IllegalArgumentException if it is nowhere in the file
   */
  String find(String path, String regex) {
    Matcher found = Pattern.compile(regex).matcher(text(path));
    if (!found.find()) {
      throw new IllegalArgumentException(path + " has nothing like " + regex);
    }
    return found.group(1);
  }
}
