package io.hubtriage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code infra/deploy.sh}, with stand-ins for the Azure CLI and Maven. */
final class DeployScriptTest {
  private static final Path FAKES = Path.of("src/test/resources/io/hubtriage/infra");
  private static final List<String> USUAL =
      List.of("--resource-group", "rg", "--location", "westeurope");

  /** All the script finds, so that it can meet neither a real az nor a real mvn. */
  private static final List<String> TOOLS =
      List.of("cat", "cp", "dirname", "grep", "mkdir", "mktemp", "rm", "sleep", "tr");

  private final Map<String, String> environment = new HashMap<>();
  private Path temp = Path.of("");

  /** Has a space in it: nothing in the script may fall apart at that. */
  private Path root = Path.of("");

  private Path log = Path.of("");

  /** What a run left behind. */
  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void layOut(@TempDir Path fresh) throws IOException {
    temp = fresh;
    root = Files.createDirectories(temp.resolve("my project"));
    log = temp.resolve("calls.log");
    Path infra = Files.createDirectories(root.resolve("infra"));
    for (String file : List.of("deploy.sh", "main.bicep", "events.bicep")) {
      Files.copy(Path.of("../infra").resolve(file), infra.resolve(file));
    }
    Files.writeString(infra.resolve("hubtriage.bicepparam"), "using 'main.bicep'\n");
    Path bin = Files.createDirectories(temp.resolve("bin"));
    install("az", bin);
    install("mvn", bin);
    environment.put("FAKE_LOG", log.toString());
    environment.put("FAKE_ZIP", temp.resolve("sent.zip").toString());
    environment.put("FAKE_ROOT", root.toString());
    environment.put("HUBTRIAGE_DEPLOY_PAUSE", "0");
    environment.put("HUBTRIAGE_DEPLOY_TRIES", "3");
    environment.put("PATH", bin.toString());
    for (String tool : TOOLS) {
      Path usual = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          bin.resolve(tool), Files.exists(usual) ? usual : Path.of("/bin", tool));
    }
    Files.createSymbolicLink(
        bin.resolve("jar"), Path.of(System.getProperty("java.home"), "bin", "jar"));
  }

  private static void install(String tool, Path bin) throws IOException {
    Path file = Files.copy(FAKES.resolve(tool), bin.resolve(tool));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run deploy(String... more) {
    return run(Stream.concat(USUAL.stream(), Stream.of(more)).toList());
  }

  private Run run(List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", root.resolve("infra/deploy.sh").toString()));
    command.addAll(arguments);
    try {
      Path out = temp.resolve("out");
      Path err = temp.resolve("err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      int exit = builder.start().waitFor();
      return new Run(exit, Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new AssertionError("running the script", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** The calls that change something, each by its verb. */
  private List<String> changes() throws IOException {
    return calls().stream()
        .map(call -> call.replaceAll(" \\[-.*", "").replaceAll("[\\[\\]]", ""))
        .filter(call -> !call.matches("az .*( show| what-if| exists| list-\\S+)"))
        .toList();
  }

  private List<String> calls() throws IOException {
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  @Test
  void resourcesThenCodeThenEvents() throws IOException {
    Run run = deploy();
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("as hubtriage-x1.", "vault hubtriage-x1-vault", "account is hubtriagex1.");
    assertThat(changes())
        .containsExactly(
            "az group create",
            "az deployment group create",
            "mvn",
            "az functionapp deployment source config-zip",
            "az deployment group create");
  }

  @Test
  void theSecondStepOfTheDeploymentIsTheEvents() throws IOException {
    deploy();
    List<String> deployments =
        calls().stream()
            .filter(call -> call.startsWith("az [deployment] [group] [create]"))
            .toList();
    assertThat(deployments).hasSize(2);
    assertThat(deployments.get(0))
        .contains(
            "[--name] [hubtriage]", "[--parameters] [" + root + "/infra/hubtriage.bicepparam]");
    assertThat(deployments.get(1))
        .contains(
            "[--name] [hubtriage-events]", "[--template-file] [" + root + "/infra/events.bicep]");
  }

  /** A laptop's secrets stay on the laptop. */
  @Test
  void sendsTheStagedAppWithoutLocalSettings() throws IOException {
    deploy();
    try (ZipFile zip = new ZipFile(temp.resolve("sent.zip").toFile(), StandardCharsets.UTF_8)) {
      assertThat(zip.stream().map(entry -> entry.getName()).filter(name -> !name.endsWith("/")))
          .containsExactlyInAnyOrder("host.json", "hubtriage.json", "SweepLogs/function.json");
    }
  }

  @Test
  void aSecondRunMakesTheSameCalls() throws IOException {
    deploy();
    List<String> first = stable(calls());
    Files.delete(log);
    assertThat(deploy().exit()).isZero();
    assertThat(stable(calls())).isEqualTo(first);
  }

  /** Without what differs by run: names of temporary files. */
  private static List<String> stable(List<String> calls) {
    return calls.stream().map(call -> call.replaceAll("/tmp\\.[^/\\]]*", "/tmp")).toList();
  }

  @Test
  void aFunctionThatIsGoneIsNotDeployed() throws IOException {
    Path old = root.resolve("functions/target/azure-functions/hubtriage/Old");
    Files.createDirectories(old);
    Files.writeString(old.resolve("function.json"), "{}");
    deploy();
    assertThat(old).doesNotExist();
  }

  /** To create it again would take away the tags somebody gave it. */
  @Test
  void aGroupThatIsThereIsLeftAsItIs() throws IOException {
    environment.put("FAKE_GROUP", "true");
    assertThat(deploy().exit()).isZero();
    assertThat(changes()).doesNotContain("az group create").contains("az deployment group create");
  }

  @Test
  void aGroupElsewhereIsTold() throws IOException {
    environment.put("FAKE_GROUP", "true");
    Run run = run(List.of("--resource-group", "rg", "--location", "germanywestcentral"));
    assertAdvice(run, "the resource group rg is in westeurope, not in germanywestcentral");
    assertThat(changes()).isEmpty();
  }

  @Test
  void whatIfWithoutAGroupSaysHowToMakeIt() throws IOException {
    assertAdvice(deploy("--what-if"), "az group create --name rg --location westeurope");
    assertThat(changes()).isEmpty();
  }

  @Test
  void whatIfChangesNothing() throws IOException {
    environment.put("FAKE_GROUP", "true");
    Run run = deploy("--what-if");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Resource changes: 3 to create.");
    assertThat(changes()).isEmpty();
  }

  @Test
  void resourcesOnlyTellsTheWorkspaces() throws IOException {
    Run run = deploy("--resources-only");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("workspaceId").contains("0f8fad5b");
    assertThat(calls()).noneMatch(call -> call.startsWith("mvn") || call.contains("config-zip"));
  }

  @Test
  void withoutEventsThereIsNoSecondTemplate() throws IOException {
    environment.put("FAKE_EVENTS", "false");
    assertThat(deploy().exit()).isZero();
    assertThat(calls()).noneMatch(call -> call.contains("events.bicep"));
  }

  @Test
  void settingsInABlobNeedNoFile() {
    environment.put("FAKE_SETTINGS", "blob:hubtriage/hubtriage.json");
    environment.put("FAKE_NO_SETTINGS", "yes");
    assertThat(deploy().exit()).isZero();
  }

  @Test
  void byMavenTheResourcesAreSetRightAfterwards() throws IOException {
    Files.writeString(root.resolve("hubtriage.json"), "{}");
    assertThat(deploy("--code", "maven").exit()).isZero();
    List<String> calls = calls();
    int maven = index(calls, "[azure-functions:deploy]");
    assertThat(calls.get(maven))
        .contains("[-DfunctionAppName=hubtriage-x1]", "[-DfunctionAppResourceGroup=rg]");
    assertThat(calls.subList(maven, calls.size()))
        .anyMatch(call -> call.contains("[create]") && call.contains("hubtriage.bicepparam"));
    assertThat(calls).noneMatch(call -> call.contains("config-zip"));
  }

  @Test
  void byMavenNoAppWithoutSettingsIsSent() throws IOException {
    assertAdvice(deploy("--code", "maven"), "hubtriage.sample.json");
    assertThat(calls()).noneMatch(call -> call.contains("[azure-functions:deploy]"));
  }

  private static int index(List<String> calls, String part) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).contains(part)) {
        return i;
      }
    }
    throw new AssertionError("no call with " + part + " in " + calls);
  }

  @Test
  void namesWithSpacesStayWhole() throws IOException {
    Path parameters =
        Files.writeString(temp.resolve("plant one.bicepparam"), "using 'main.bicep'\n");
    Run run =
        run(
            List.of(
                "--resource-group",
                "rg",
                "--location",
                "Germany West Central",
                "--subscription",
                "IoT & Plants (prod)",
                "--parameters",
                parameters.toString()));
    assertThat(run.exit()).isZero();
    assertThat(calls())
        .anyMatch(call -> call.contains("[--subscription] [IoT & Plants (prod)]"))
        .anyMatch(call -> call.contains("[--location] [Germany West Central]"))
        .anyMatch(call -> call.contains("[--parameters] [" + parameters + "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account show                  |                                         | az login",
        "account show --output none --|                                         | no subscription",
        "functionapp list-flex         | AADSTS700082: The refresh token expired | az login",
        "functionapp list-flex         | az: 'list-flex...' is misspelled or not recognized by the system |  az upgrade",
        "group exists                  | AADSTS700082: The refresh token expired | az login",
        "group create                  | (AuthorizationFailed) no action write   | Role Based Access Control",
        "deployment group create       | AuthorizationFailed: roleAssignments    | Role Based Access Control",
        "deployment group create       | StorageAccountAlreadyTaken              | functionAppName",
        "deployment group create       | Website with given name x already exists| functionAppName",
        "deployment group create       | A vault already exists in deleted state | recover",
        "deployment group create       | Data sink x is already used in diagnostic setting y | 'none'",
        "deployment group create       | Only one system topic is allowed per source | systemTopicName",
        "deployment group create       | RoleAssignmentExists: already exists    | az role assignment delete",
        "deployment group create       | The language expression property 'identity' doesn't exist | system-assigned",
        "deployment group create       | MissingSubscriptionRegistration         | az provider register",
        "deployment group create       | InternalServerError                     | safe to run this again",
        "deployment group show         | Bad Gateway                             | what was deployed failed",
        "functionapp deployment source | InaccessibleStorageException: 403        | wait five minutes",
        "functionapp deployment source | Azure Storage responded with Forbidden: 403 | wait five minutes",
        "deployment group create --resource-group rg --name hubtriage-events | Managed Identity for destination does not have permission to perform appropriate action | wait five minutes",
        "functionapp deployment source | Bad Gateway                             | deploying the code failed",
        "functionapp function show     | not found                               | no function ReceiveConnectionEvents",
      })
  void saysWhatToDo(String call, String words, String advice) {
    environment.put("FAKE_FAIL", call);
    environment.put("FAKE_WORDS", words == null ? "" : words);
    if (call.endsWith("--")) {
      assertAdvice(deploy("--subscription", "gone"), advice);
    } else {
      assertAdvice(deploy(), advice);
    }
  }

  private static void assertAdvice(Run run, String advice) {
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err().lines().reduce((a, b) -> b).orElse(""))
        .startsWith("deploy: ")
        .contains(advice);
  }

  @Test
  void aRegionWithoutFlexIsRefusedWithThoseThatHaveIt() throws IOException {
    Run run = run(List.of("--resource-group", "rg", "--location", "atlantis"));
    assertAdvice(
        run, "atlantis has no Flex Consumption; choose one of: westeurope germanywestcentral");
    assertThat(changes()).isEmpty();
  }

  @Test
  void anAppWithoutSettingsIsNotSent() throws IOException {
    environment.put("FAKE_NO_SETTINGS", "yes");
    assertAdvice(deploy(), "hubtriage.sample.json");
    assertThat(calls()).noneMatch(call -> call.contains("config-zip"));
  }

  @Test
  void aFailedBuildEndsIt() throws IOException {
    environment.put("FAKE_BUILD_FAILS", "yes");
    assertAdvice(deploy(), "the build failed");
    assertThat(calls()).noneMatch(call -> call.contains("config-zip"));
  }

  @Test
  void nothingStagedIsTold() {
    assertAdvice(deploy("--skip-build"), "run without --skip-build");
  }

  @Test
  void missingParametersAreTold() throws IOException {
    Files.delete(root.resolve("infra/hubtriage.bicepparam"));
    assertAdvice(deploy(), "hubtriage.sample.bicepparam");
    assertThat(calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"az, (az) is not installed", "mvn, (mvn) is not installed", "jar, Set JAVA_HOME"})
  void aMissingToolIsNamedBeforeAnythingIsMade(String tool, String advice) throws IOException {
    Files.delete(temp.resolve("bin").resolve(tool));
    assertAdvice(deploy(), advice);
    assertThat(changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'--location,westeurope', --resource-group is missing",
    "'--resource-group,rg', --location is missing",
    "'--resource-group', --resource-group needs a value",
    "'--resource-group,rg,--location,x,--code,ftp', '--code is zip or maven, not ftp'",
    "'--speed', unknown option --speed",
  })
  void badUsageIsTold(String arguments, String fault) {
    Run run = run(List.of(arguments.split(",")));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("deploy: " + fault).contains("--what-if");
  }
}
