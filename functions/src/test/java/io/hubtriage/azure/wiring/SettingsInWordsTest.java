package io.hubtriage.azure.wiring;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.azure.wiring.AppSetting.Place;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the code, {@code local.settings.json.sample} and {@code docs/settings.md} in step. */
final class SettingsInWordsTest {
  private static final Path ROOT = Path.of("..");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\|");

  /** Read by the functions host, not by us. */
  private static final Set<String> HOST =
      Set.of(
          "AzureWebJobsStorage",
          "FUNCTIONS_WORKER_RUNTIME",
          "APPLICATIONINSIGHTS_CONNECTION_STRING",
          "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
          "HubTriageStorage__credential",
          "HubTriageStorage__clientId");

  private static final Set<String> HOST_ON_A_LAPTOP =
      Set.of("AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME");

  @Test
  void everyAppSettingIsDescribedAndNoOther() throws IOException {
    Set<String> described = new TreeSet<>();
    String docs = section(docs(), "## App settings");
    for (Matcher row = ROW.matcher(docs); row.find(); ) {
      described.add(row.group(1));
      assertThat(row.group(2).contains("host only")).as(row.group(1)).isEqualTo(host(row.group(1)));
    }
    Set<String> expected = keys(AppSetting.values());
    expected.addAll(HOST);
    assertThat(described).isEqualTo(expected);
  }

  @Test
  void sampleShowsWhatALaptopNeedsAndNoMore() throws IOException {
    Set<String> shown = new TreeSet<>();
    JSON.readTree(Files.readString(ROOT.resolve("local.settings.json.sample")))
        .get("Values")
        .fieldNames()
        .forEachRemaining(shown::add);
    Set<String> expected =
        keys(
            Arrays.stream(AppSetting.values())
                .filter(s -> s.place() == Place.ANYWHERE || s.place() == Place.LAPTOP)
                .toArray(AppSetting[]::new));
    expected.addAll(HOST_ON_A_LAPTOP);
    expected.addAll(secrets());
    assertThat(shown).isEqualTo(expected);
  }

  @Test
  void secretsOfTheSampleAreNamed() throws IOException {
    assertThat(secrets()).hasSizeGreaterThan(5);
    String docs = docs();
    assertThat(secrets()).allSatisfy(name -> assertThat(docs).contains("`" + name + "`"));
  }

  /** Both ways: the last part of each path in the table is a key, and every key is in a row. */
  @Test
  void everyKeyOfTheSettingsFileIsDescribed() throws IOException {
    String docs = section(docs(), "## hubtriage.json");
    JsonNode schema =
        JSON.readTree(
            Files.readString(
                Path.of("src/main/resources/io/hubtriage/settings/hubtriage.schema.json")));
    Set<String> keys = new TreeSet<>();
    schema.findValues("properties").forEach(p -> p.fieldNames().forEachRemaining(keys::add));
    assertThat(keys).hasSizeGreaterThan(40);
    assertThat(keys)
        .allSatisfy(
            key -> assertThat(docs).containsPattern("[`.]" + Pattern.quote(key) + "(\\[])?[`.]"));
    for (Matcher row = ROW.matcher(docs); row.find(); ) {
      String[] path = row.group(1).replace("[]", "").split("\\.", -1);
      assertThat(keys).as(row.group(1)).contains(path[path.length - 1]);
    }
  }

  @Test
  void everyValueOfHostJsonHasItsReason() throws IOException {
    String docs = section(docs(), "## host.json");
    JsonNode host = JSON.readTree(Files.readString(ROOT.resolve("host.json")));
    Set<String> keys = new TreeSet<>();
    host.fieldNames().forEachRemaining(keys::add);
    host.at("/extensions/queues").fieldNames().forEachRemaining(keys::add);
    host.get("logging").fieldNames().forEachRemaining(keys::add);
    keys.removeAll(Set.of("version", "extensions", "logging"));
    assertThat(keys).hasSizeGreaterThan(8);
    assertThat(keys).allSatisfy(key -> assertThat(docs).containsPattern("[`.]" + key + "[`.]"));
  }

  private static boolean host(String name) {
    return HOST.contains(name);
  }

  private static Set<String> secrets() throws IOException {
    return Settings.parse(Files.readString(ROOT.resolve("hubtriage.sample.json")))
        .channels()
        .stream()
        .map(ChannelSettings::secrets)
        .flatMap(list -> list.stream())
        .map(secret -> secret.setting().name())
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> keys(AppSetting... settings) {
    return Stream.of(settings).map(AppSetting::key).collect(toCollection(TreeSet::new));
  }

  private static String docs() throws IOException {
    return Files.readString(ROOT.resolve("docs/settings.md"));
  }

  private static String section(String text, String heading) {
    int from = text.indexOf(heading + "\n");
    assertThat(from).as(heading).isNotNegative();
    int to = text.indexOf("\n## ", from + 1);
    return to < 0 ? text.substring(from) : text.substring(from, to);
  }
}
