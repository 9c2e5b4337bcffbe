package io.hubtriage;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house that a machine can keep. */
final class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.hubtriage");
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("io.hubtriage");
  private static final String AZURE = "io.hubtriage.azure..";
  private static final int LONGEST_FILE = 400;

  /** Reads of the world that are the same at no two times or places: {@code owner.name}. */
  private static final Set<String> AMBIENT =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.getProperties",
          "java.lang.Boolean.getBoolean",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.lang.Math.random",
          "java.lang.Thread.sleep",
          "java.time.ZoneId.systemDefault",
          "java.util.TimeZone.getDefault",
          "java.util.Locale.getDefault",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.concurrent.TimeUnit.sleep");

  /** An importer that finds nothing would keep every rule. */
  @Test
  void thereIsSomethingToJudge() {
    assertThat(MAIN.size()).isGreaterThan(50);
    assertThat(TESTS.size()).isGreaterThan(5);
    assertThat(MAIN.stream().map(c -> c.getPackageName()))
        .contains("io.hubtriage.model", "io.hubtriage.incident", "io.hubtriage.sweep");
  }

  @ParameterizedTest
  @CsvSource({
    "model,    ''",
    "diagnose, model",
    "events,   model",
    "incident, model",
    "sweep,    diagnose incident model",
    "watch,    sweep diagnose incident model",
    "notify,   incident model",
    "settings, notify incident model",
  })
  void arrowsPointOneWay(String part, String mayUse) {
    List<String> allowed = new ArrayList<>(List.of(packageOf(part)));
    Stream.of(mayUse.split(" "))
        .filter(p -> !p.isEmpty())
        .map(ArchitectureTest::packageOf)
        .forEach(allowed::add);
    keeps(
        MAIN,
        classes()
            .that()
            .resideInAPackage(packageOf(part))
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage("io.hubtriage..")
                    .or(resideInAnyPackage(allowed.toArray(String[]::new))))
            .because(
                "data flows one way: "
                    + part
                    + " may know "
                    + (mayUse.isEmpty() ? "nothing" : mayUse)
                    + "; pass what it needs as a value, or put a port beside the one who asks"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "diagnose", "incident", "sweep", "watch"})
  void theCoreNeedsOnlyTheJdk(String part) {
    keeps(
        MAIN,
        classes()
            .that()
            .resideInAPackage(packageOf(part))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.hubtriage..", "org.jspecify.annotations..")
            .because("a vendor's type never crosses a port; put its use into notify or azure"));
  }

  @Test
  void nobodyKnowsAzure() {
    keeps(
        MAIN,
        noClasses()
            .that()
            .resideOutsideOfPackage(AZURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(AZURE, "com.microsoft..", "com.azure..")
            .because("everything but the triggers and adapters runs on a laptop as it is"));
  }

  @Test
  void noCycles() {
    keeps(
        MAIN,
        slices()
            .matching("io.hubtriage.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle makes two parts into one"));
  }

  @Test
  void timeChanceAndEnvironmentAreArguments() {
    keeps(
        MAIN,
        noClasses()
            .that()
            .resideOutsideOfPackage(AZURE)
            .should()
            .accessTargetWhere(readsTheWorld())
            .because("what is asked twice must answer the same: take it as an argument"));
  }

  @Test
  void nobodyOutsideAzureOpensConnections() {
    keeps(
        MAIN,
        noClasses()
            .that()
            .resideOutsideOfPackage(AZURE)
            .should()
            .dependOnClassesThat(
                describe(
                    "open connections",
                    c ->
                        c.getPackageName().startsWith("java.net.http")
                            || Set.of(
                                    "java.net.Socket",
                                    "java.net.ServerSocket",
                                    "java.net.DatagramSocket",
                                    "java.net.URLConnection",
                                    "java.net.HttpURLConnection",
                                    "java.nio.channels.SocketChannel")
                                .contains(c.getName())))
            .because("the network stands behind ports, whose adapters are in azure"));
  }

  @Test
  void namesSayWhatAThingIs() {
    keeps(
        MAIN,
        noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Service|DTO|Dto)")
            .because("such a name fits everything, so it says nothing: name the thing"));
  }

  @Test
  void noTestIsSwitchedOff() {
    keeps(
        TESTS,
        noClasses()
            .should()
            .dependOnClassesThat(
                describe(
                    "switch tests off",
                    c ->
                        c.getPackageName().equals("org.junit.jupiter.api.condition")
                            || Set.of(
                                    "org.junit.jupiter.api.Disabled",
                                    "org.junit.jupiter.api.Assumptions",
                                    "org.assertj.core.api.Assumptions",
                                    "org.opentest4j.TestAbortedException",
                                    "net.jqwik.api.Disabled")
                                .contains(c.getName())))
            .because("a test that does not run protects nothing; mend it or remove it"));
  }

  @Test
  void noTestSleeps() {
    keeps(
        TESTS,
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("time is an argument, so tests set it"));
  }

  @Test
  void filesAreShort() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("functions", "lab")) {
      try (Stream<Path> walk = Files.walk(Path.of("..", module, "src"))) {
        walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    assertThat(files).as("source files found").hasSizeGreaterThan(50);
    for (Path file : files) {
      assertThat(Files.readAllLines(file).size())
          .as("lines of %s; a file this long does more than one thing", file)
          .isLessThanOrEqualTo(LONGEST_FILE);
    }
  }

  /** Calls and method references alike. */
  private static DescribedPredicate<JavaAccess<?>> readsTheWorld() {
    return describe(
        "reads the clock, the environment or chance",
        access ->
            access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && readsTheWorld(target));
  }

  private static boolean readsTheWorld(AccessTarget.CodeUnitAccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    boolean now = owner.startsWith("java.time.") && name.equals("now");
    boolean clock =
        owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"));
    boolean madeOfNothing =
        name.equals("<init>")
            && target.getRawParameterTypes().isEmpty()
            && Set.of("java.util.Date", "java.util.Random", "java.security.SecureRandom")
                .contains(owner);
    return now || clock || madeOfNothing || AMBIENT.contains(owner + "." + name);
  }

  /** Packages of parts that do not exist yet keep every rule; {@code thereIsSomethingToJudge}. */
  private static void keeps(JavaClasses classes, ArchRule rule) {
    rule.allowEmptyShould(true).check(classes);
  }

  private static String packageOf(String part) {
    return "io.hubtriage." + part + "..";
  }
}
