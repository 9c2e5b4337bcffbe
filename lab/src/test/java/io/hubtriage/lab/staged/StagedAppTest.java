package io.hubtriage.lab.staged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would be deployed: complete, small, and such that the host and the worker can load it. */
final class StagedAppTest {
  private static final Path ROOT = Path.of("..");

  /** By what the host hands to the worker for each trigger; a String takes all but HTTP. */
  private static final Map<String, String> TYPES =
      Map.of(
          "timerTrigger", "java.lang.String",
          "eventGridTrigger", "java.lang.String",
          "queueTrigger", "java.lang.String",
          "httpTrigger", "com.microsoft.azure.functions.HttpRequestMessage");

  private static final StagedApp APP = StagedApp.find();

  static List<Path> functions() {
    return APP.functions();
  }

  @Test
  void foldersAreTheFunctions() {
    assertThat(functions())
        .extracting(folder -> folder.getFileName().toString())
        .containsExactly(
            "DeliverNotice",
            "DeliverPoison",
            "ReceiveConnectionEvents",
            "Status",
            "SweepEvents",
            "SweepLogs");
  }

  /** The worker takes the first folder with such a name for the libraries. */
  @Test
  void onlyLibEndsInLib() {
    assertThat(APP.libFolders()).containsExactly(APP.folder().resolve("lib"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void entryPointLoadsAsTheWorkerLoadsIt(Path function) throws Exception {
    JsonNode json = StagedApp.json(function.resolve("function.json"));
    Path jar = function.resolve(json.get("scriptFile").textValue()).normalize();
    String entry = json.get("entryPoint").textValue();
    int dot = entry.lastIndexOf('.');
    try (URLClassLoader loader = APP.loader(jar)) {
      Class<?> type = loader.loadClass(entry.substring(0, dot));
      assertThat(type.getClassLoader()).as("not from this test's class path").isSameAs(loader);
      Method method = only(type, entry.substring(dot + 1));
      assertThat(type.getDeclaredConstructor().newInstance()).isNotNull();
      Map<String, String> parameters = named(method);
      for (JsonNode binding : json.get("bindings")) {
        if (binding.get("direction").textValue().equals("in")) {
          assertThat(parameters.remove(binding.get("name").textValue()))
              .as("parameter of %s", binding)
              .isEqualTo(TYPES.get(binding.get("type").textValue()));
        }
      }
      assertThat(parameters).as("parameters nobody fills").isEmpty();
    }
  }

  /** Every class of ours must find all it needs in the package: a missing one hangs the worker. */
  @Test
  void everyClassOfOursLinks() throws IOException, ClassNotFoundException {
    Path jar = ownJar();
    List<String> names;
    try (JarFile file = new JarFile(jar.toFile())) {
      names =
          file.stream()
              .map(e -> e.getName())
              .filter(n -> n.endsWith(".class") && !n.endsWith("-info.class"))
              .map(n -> n.substring(0, n.length() - 6).replace('/', '.'))
              .toList();
    }
    assertThat(names).hasSizeGreaterThan(200);
    try (URLClassLoader loader = APP.loader(jar)) {
      for (String name : names) {
        Class<?> type = Class.forName(name, /* initialize= */ false, loader);
        assertThat(type.getDeclaredMethods()).as(name).isNotNull();
        assertThat(type.getDeclaredConstructors()).as(name).isNotNull();
        assertThat(type.getDeclaredFields()).as(name).isNotNull();
      }
    }
  }

  @Test
  void librariesAreTheAppsOwn() {
    assertThat(APP.libraries())
        .extracting(file -> file.getFileName().toString())
        .isNotEmpty()
        .allMatch(name -> name.endsWith(".jar"))
        .noneMatch(
            name ->
                name.contains("hubtriage-lab")
                    || name.contains("tests")
                    || name.contains("netty")
                    || Stream.of("junit", "assertj", "mockito", "jqwik", "archunit", "greenmail")
                        .anyMatch(name::contains));
  }

  /** Every megabyte is downloaded and searched at each cold start. */
  @Test
  void packageIsSmall() {
    assertThat(APP.size()).isBetween(1_000_000L, 12_000_000L);
  }

  @Test
  void hostJsonIsTheRoots() {
    assertThat(APP.json("host.json")).isEqualTo(StagedApp.json(ROOT.resolve("host.json")));
    JsonNode host = APP.json("host.json");
    assertThat(host.at("/extensionBundle/id").textValue())
        .as("without it packaging waits for the Core Tools and fails")
        .isEqualTo("Microsoft.Azure.Functions.ExtensionBundle");
    assertThat(host.at("/extensions/queues/messageEncoding").textValue())
        .as("as QueueWakeups writes them")
        .isEqualTo("base64");
    assertThat(host.at("/extensions/queues/maxDequeueCount").intValue())
        .as("DeliverPoison speaks of five attempts")
        .isEqualTo(5);
  }

  /** A settings file of one's own at the root is deployed; the sample never is. */
  @Test
  void settingsFileIsTheRootsIfThereIsOne() throws IOException {
    Path own = ROOT.resolve("hubtriage.json");
    Path staged = APP.folder().resolve("hubtriage.json");
    assertThat(Files.exists(staged)).as(staged.toString()).isEqualTo(Files.exists(own));
    if (Files.exists(own)) {
      assertThat(Files.readString(staged)).isEqualTo(Files.readString(own));
    }
    assertThat(APP.folder().resolve("hubtriage.sample.json")).doesNotExist();
  }

  private static Path ownJar() {
    List<Path> jars =
        functions().stream()
            .map(
                f ->
                    f.resolve(
                        StagedApp.json(f.resolve("function.json")).get("scriptFile").textValue()))
            .map(Path::normalize)
            .distinct()
            .toList();
    assertThat(jars).hasSize(1);
    return jars.get(0);
  }

  private static Method only(Class<?> type, String name) {
    List<Method> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && Modifier.isPublic(m.getModifiers()))
            .toList();
    assertThat(methods).as("%s.%s", type, name).hasSize(1);
    return methods.get(0);
  }

  /** Parameters by the name their annotation gives; the context has none. */
  private static Map<String, String> named(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(p -> p.getAnnotations().length > 0)
        .collect(Collectors.toMap(StagedAppTest::bindingName, p -> p.getType().getName()));
  }

  private static String bindingName(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .map(StagedAppTest::name)
        .findFirst()
        .orElseThrow();
  }

  private static String name(Annotation annotation) {
    try {
      return (String) annotation.annotationType().getMethod("name").invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a binding without a name: " + annotation, e);
    }
  }
}
