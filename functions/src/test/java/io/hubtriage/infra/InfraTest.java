package io.hubtriage.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates, the scripts and the code agree; and where they do not, somebody says so. */
final class InfraTest {
  private static final Infra INFRA = Infra.read();
  private static final String APP = "infra/modules/app.bicep";
  private static final String HUB = "infra/modules/hub.bicep";
  private static final String MAIN = "infra/main.bicep";
  private static final String STORAGE = "infra/modules/storage.bicep";
  private static final String SUBSCRIPTION = "infra/modules/hub-subscription.bicep";
  private static final String TYPES = "infra/modules/types.bicep";
  private static final String WATCH = "infra/modules/watch.bicep";
  private static final String METRICS =
      "functions/src/main/java/io/hubtriage/azure/metrics/HubMetrics.java";

  private static final String CODE = "functions/src/main/java/io/hubtriage/azure/";
  private static final String NAMES = CODE + "wiring/Names.java";
  private static final String BINDINGS = CODE + "functions/Connections.java";

  /** A check: the texts in, what is wrong out. */
  private interface Check extends Function<Infra, List<String>> {}

  private static Arguments check(String name, Check check) {
    return argumentSet(name, check);
  }

  static Stream<Arguments> checks() {
    return Stream.of(
        check("app settings", SettingsCheck::faults),
        check("roles", RolesCheck::faults),
        check("names", NamesCheck::faults),
        check("schedules", SchedulesCheck::faults),
        check("host", HostCheck::faults),
        check("templates", TemplatesCheck::faults));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void allAgree(Check check) {
    assertThat(check.apply(INFRA)).isEmpty();
  }

  private static Arguments change(
      String name, Check check, String path, String from, String to, String fault) {
    return argumentSet(name, check, path, from, to, fault);
  }

  static Stream<Arguments> changes() {
    return Stream.of(settings(), roles(), names(), schedules(), host(), templates())
        .flatMap(s -> s);
  }

  private static Stream<Arguments> settings() {
    Check check = SettingsCheck::faults;
    return Stream.of(
        change("renamed", check, APP, "NOTICES_QUEUE:", "NOTICE_QUEUE:", "NOTICES_QUEUE is read"),
        change("new", check, APP, "NOTICES_QUEUE:", "NOTICE_QUEUE:", "NOTICE_QUEUE is set"),
        change("a laptop's", check, APP, "NOTICES_QUEUE:", "AzureWebJobsStorage:", "nobody reads"),
        change("not told", check, "docs/deploy.md", "| `AZURE_CLIENT_ID`", "| x", "has no row"),
        change(
            "told only", check, "docs/deploy.md", "| `AZURE_CLIENT_ID`", "| `A` |", "A has a row"),
        change(
            "secret",
            check,
            "hubtriage.sample.json",
            "\"ITSM_URL\"",
            "\"ITSM_HOOK\"",
            "ITSM_HOOK is not in infra/hubtriage.sample.bicepparam"));
  }

  private static Stream<Arguments> roles() {
    Check check = RolesCheck::faults;
    return Stream.of(
        change(
            "another role",
            check,
            TYPES,
            "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
            "b24988ac-6180-42a0-ab88-20f7382dd24c",
            "Monitoring Reader is needed, but not assigned"),
        change("renamed", check, TYPES, "monitoringReader:", "reader:", "undeclared role"),
        change("not assigned", check, HUB, "roleIds.monitoringReader", "role", "not assigned"),
        change(
            "by GUID",
            check,
            HUB,
            "roleDefinitions', roleIds.monitoringReader",
            "roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'",
            "role 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 is not named"),
        change(
            "not needed any more",
            check,
            METRICS,
            "import com.azure.monitor.query.MetricsQueryClient;",
            "",
            "Monitoring Reader is assigned, but nothing needs it"),
        change(
            "a new client",
            check,
            METRICS,
            "query.MetricsQueryClient;",
            "query.MetricsClient;",
            "MetricsClient is used"));
  }

  private static Stream<Arguments> names() {
    Check check = NamesCheck::faults;
    return Stream.of(
        change("function", check, SUBSCRIPTION, "ReceiveConnectionEvents", "Receive", "Receive is"),
        change("alert", check, WATCH, "\"DeliverPoison\"", "\"Poison\"", "no function"),
        change(
            "script", check, "infra/deploy.sh", "name ReceiveConnect", "name Got", "GotionEvents"),
        change(
            "workbook", check, "infra/workbook.json", "\\\"Status\\\"", "\\\"State\\\"", "lists"),
        change("queue", check, MAIN, "noticesQueue = 'notices'", "noticesQueue = 'n'", "says n"),
        change(
            "poison", check, STORAGE, "noticesQueue}-poison", "noticesQueue}-bad", "not [notices"),
        change("table", check, STORAGE, "name: 'hubtriage'", "name: 'ht'", "says ht"),
        change("container", check, STORAGE, "'parked' //", "'lost' //", "makes the containers"),
        change("dead letters", check, SUBSCRIPTION, "'deadletter'", "'dead'", "says dead"),
        change("table in the code", check, NAMES, "(\"hubtriage\"", "(\"ht\"", "says ht"),
        change("container in the code", check, NAMES, "\"parked\"", "\"lost\"", "container lost"),
        change("settings in the code", check, NAMES, ", \"hubtriage\")", ", \"c\")", "container c"),
        change(
            "queue in the code",
            check,
            CODE + "wiring/Storage.java",
            "QUEUE, \"notices\"",
            "QUEUE, \"n\"",
            "says n"),
        change(
            "queue of a trigger",
            check,
            BINDINGS,
            "%NOTICES_QUEUE%",
            "%QUEUE%",
            "QUEUE is looked up by a trigger, but not set"),
        change(
            "schedule of a trigger",
            check,
            BINDINGS,
            "%SWEEP_LOGS_SCHEDULE%",
            "%LOGS%",
            "LOGS is looked up by a trigger, but not set"),
        change(
            "storage of a trigger",
            check,
            BINDINGS,
            "STORAGE = \"HubTriageStorage",
            "STORAGE = \"Store",
            "use the storage Store"),
        change("poison in the code", check, BINDINGS, "-poison", "-bad", "says -bad"),
        change(
            "function in the code",
            check,
            CODE + "functions/Status.java",
            "@FunctionName(\"Status\")",
            "@FunctionName(\"State\")",
            "the code has the functions"),
        change("package", check, APP, "}deployments'", "}packages'", "says packages"),
        change(
            "event type",
            check,
            SUBSCRIPTION,
            "Devices.DeviceConnected",
            "Devices.DeviceTelemetry",
            "DeviceTelemetry is sent, but the app does not read it"));
  }

  private static Stream<Arguments> schedules() {
    Check check = SchedulesCheck::faults;
    return Stream.of(
        change("logs", check, MAIN, "'0 */5 * * * *'", "'0 */6 * * * *'", "counts on PT5M"),
        change("events", check, MAIN, "'0 * * * * *'", "'*/30 * * * * *'", "counts on PT1M"),
        change("watch", check, WATCH, "'PT30M'", "'PT10M'", "looks back PT10M"));
  }

  private static Stream<Arguments> host() {
    Check check = HostCheck::faults;
    String bundle = "ExtensionBundle\"";
    return Stream.of(
        change("bundle", check, "host.json", bundle, "Bundle\"", "extension bundle"),
        change("address", check, "host.json", "\"api\"", "\"v1\"", "Status below /v1"));
  }

  private static Stream<Arguments> templates() {
    Check check = TemplatesCheck::faults;
    return Stream.of(
        change("broken", check, HUB, "logs: [", "logs: [[", "is no Bicep"),
        change(
            "undeclared",
            check,
            HUB,
            "workspaceId: workspace",
            "workspaceId: work",
            "workResource"),
        change("no such file", check, MAIN, "modules/hub.bicep", "modules/x.bicep", "is not there"),
        change("not given", check, MAIN, "    vaultUri:", "    uri:", "vaultUri is wanted"),
        change("no such param", check, MAIN, "    vaultUri:", "    uri:", "uri is given to"),
        change("no such output", check, MAIN, "outputs.uri", "outputs.url", "outputs.url"),
        change(
            "property",
            check,
            HUB,
            "workspaceId: workspaceResourceId",
            "workspace: workspaceResourceId",
            "properties.workspace is used, but not in infra/resource-types.txt"),
        change("version", check, HUB, "IotHubs@2023-06-30", "IotHubs@2021-07-02", "is used, but"),
        change(
            "unlisted",
            check,
            "infra/resource-types.txt",
            "workbooks@2023-06-01",
            "workbooks@2022-04-01",
            "workbooks@2022-04-01 is in infra/resource-types.txt, but not used"),
        change(
            "sample",
            check,
            "infra/hubtriage.sample.bicepparam",
            "param tags",
            "param labels",
            "labels is in infra/hubtriage.sample.bicepparam, but no parameter"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aChangeOnOneSideIsTold(Check check, String path, String from, String to, String fault) {
    assertThat(check.apply(INFRA.with(path, from, to)))
        .anySatisfy(f -> assertThat(f).contains(fault));
  }

  static Stream<Arguments> additions() {
    String list = "functions/src/main/java/io/hubtriage/azure/wiring/AppSetting.java";
    String sample = "local.settings.json.sample";
    Check settings = SettingsCheck::faults;
    Check names = NamesCheck::faults;
    Check schedules = SchedulesCheck::faults;
    Check host = HostCheck::faults;
    String sampling = "{\"logging\": {\"applicationInsights\": {\"samplingSettings\": {%s}}}}";
    String chatty = sampling.formatted("\"maxTelemetryItemsPerSecond\": 6");
    String all = sampling.formatted("\"excludedTypes\": \"Exception;Request\"");
    return Stream.of(
        argumentSet("telemetry", host, "host.json", chatty, "6 telemetry items a second"),
        argumentSet("not sampled", host, "host.json", all, "keeps every Request"),
        argumentSet("read", settings, list, "A(\"NEW\", Place.AZURE)", "NEW is read by the code"),
        argumentSet(
            "not read", settings, list, "A(\"NEW\", Place.AZURE)", "NOTICES_QUEUE is agreed"),
        argumentSet(
            "on a laptop", settings, sample, "{\n    \"OLD\": 1}", "OLD is in local.settings"),
        argumentSet(
            "function",
            names,
            "functions/src/main/java/io/hubtriage/azure/functions/Extra.java",
            "@FunctionName(\"Extra\")",
            "the code has the functions"),
        argumentSet(
            "schedule",
            schedules,
            sample,
            "\"SWEEP_LOGS_SCHEDULE\": \"0 */9 * * * *\", \"SWEEP_EVENTS_SCHEDULE\": \"x\"",
            "counts on PT5M"));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void anAdditionOnOneSideIsTold(Check check, String path, String text, String fault) {
    assertThat(check.apply(INFRA.plus(path, text))).anySatisfy(f -> assertThat(f).contains(fault));
  }

  /** A change that changes nothing would show nothing. */
  @Test
  void aChangeMustHit() {
    assertThatThrownBy(() -> INFRA.with(MAIN, "no such text", ""))
        .hasMessage("infra/main.bicep has no no such text");
  }

  @ParameterizedTest
  @CsvSource({
    "0 * * * * *,    PT1M",
    "0 */5 * * * *,  PT5M",
    "*/30 * * * * *, PT30S",
    "0 0 * * * *,    PT0S",
    "*/5 * * * *,    PT0S",
  })
  void readsPlainSchedules(String schedule, Duration period) {
    assertThat(SchedulesCheck.period(schedule)).isEqualTo(period);
  }

  /** The workbook is JSON whose queries all have something to ask. */
  @Test
  void workbookIsWhole() throws IOException {
    JsonNode items = new ObjectMapper().readTree(INFRA.text("infra/workbook.json")).path("items");
    assertThat(items.findValuesAsText("query")).hasSize(6).allMatch(query -> !query.isBlank());
    assertThat(INFRA.text("infra/workbook.json")).contains("{insights}", "{workspace}");
  }

  @Test
  void whatALaptopOrThePlatformSetsIsNotDeployed() {
    List<String> set =
        Bicep.of(INFRA.bicep(), APP).objects().values().stream().flatMap(List::stream).toList();
    assertThat(set)
        .contains("AZURE_CLIENT_ID")
        .doesNotContainAnyElementsOf(Agreed.LAPTOP_SETTINGS)
        .doesNotContainAnyElementsOf(Agreed.LEFT_OUT);
  }
}
