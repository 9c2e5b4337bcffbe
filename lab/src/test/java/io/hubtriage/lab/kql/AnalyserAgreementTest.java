package io.hubtriage.lab.kql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.azure.KqlAnalyser;
import io.hubtriage.azure.KqlAnalyser.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Microsoft's analyser is the oracle: what both accept has the same columns of the same types, and
 * what it rejects is rejected here. It accepts more than is covered; {@link RefusalsTest}.
 */
final class AnalyserAgreementTest {
  private static final String PARAMETERS =
      """
      let start = datetime(2026-03-01T00:00:00Z);
      let end = datetime(2026-03-02T00:00:00Z);
      let asOf = datetime(2026-03-02T00:00:00.001Z);
      let endsFrom = datetime(2026-03-01T20:00:00Z);
      let endsBefore = datetime(2026-03-02T00:00:00Z);
      let lookBack = long(72000000);
      let judgedFrom = datetime(2026-03-01T23:00:00Z);
      let settledBefore = datetime(2026-03-01T23:40:00Z);
      let bands = datatable(hub:string, sdk:string, auth:string, protocol:string, shortest:long, longest:long)["/h", "java", "sas", "Mqtt", long(1), long(2)];
      let watched = datatable(hub:string, deviceId:string, moduleId:string)[];
      let limit = long(10);
      let sampled = long(5);
      let ofHub = "/h";
      let asked = datatable(dimension:string, value:string)["sdk", "java"];
      """;

  private static KqlAnalyser analyser;

  @BeforeAll
  static void start() {
    analyser = new KqlAnalyser(AzureSchema.FUNCTIONS);
  }

  @AfterAll
  static void stop() {
    analyser.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"activity", "sessions", "timelines", "population"})
  void onTheShippedQueries(String name) throws IOException {
    agree(PARAMETERS + shipped("connections") + shipped(name));
  }

  private static String shipped(String name) throws IOException {
    try (InputStream in = Kql.class.getResourceAsStream("/kql/" + name + ".kql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AzureDiagnostics",
        "AzureDiagnostics | take 5",
        "AzureDiagnostics | where Level == 'Error' and DurationMs > 5 | project Level, DurationMs",
        "AzureDiagnostics | extend a = DurationMs * 2, b = TimeGenerated - 1h | project b, a",
        "AzureDiagnostics | extend age = TimeGenerated - datetime(2026-01-01T00:00:00Z)"
            + " | project hours = age / 1h, twice = tolong(age / 1m)",
        "AzureDiagnostics | project p = parse_json(properties_s) | project id = p.deviceId,"
            + " one = p.list[0], text = tostring(p.a.b)",
        "AzureDiagnostics | distinct Level, ResultType",
        "AzureDiagnostics | summarize rows = count(), newest = max(TimeGenerated) by Level,"
            + " hour = bin(TimeGenerated, 1h)",
        "AzureDiagnostics | summarize arg_max(TimeGenerated, Level, ResultType),"
            + " n = dcount(ResultType) by _ResourceId",
        "AzureDiagnostics | summarize arg_min(DurationMs, Category) by Level",
        "AzureDiagnostics | summarize l = make_list(DurationMs), s = make_set(Level, 3) by Category"
            + " | project n = array_length(l), i = array_index_of(s, 'x'), b = bag_pack('l', l)",
        "AzureDiagnostics | project Level, ResultType | join kind=inner (AzureDiagnostics"
            + " | project Level, ResultType, DurationMs) on Level",
        "AzureDiagnostics | project Level, Level1 = ResultType | join kind=inner (AzureDiagnostics"
            + " | project Level, DurationMs) on Level",
        "AzureDiagnostics | project Level | join kind=leftouter (AzureDiagnostics"
            + " | project Level, DurationMs) on Level",
        "AzureDiagnostics | project Level | join kind=leftsemi (AzureDiagnostics"
            + " | project Level, DurationMs) on Level",
        "union (AzureDiagnostics | project Level), (AzureDiagnostics | project DurationMs, Level)",
        "AzureDiagnostics | order by Level asc, TimeGenerated | extend a = prev(Level),"
            + " n = row_cumsum(DurationMs, Level != prev(Level)), later = next(TimeGenerated)"
            + " | project a, n, later",
        "AzureDiagnostics | project a = iff(Level has 'error', 1, 0), b = case(Level contains 'x',"
            + " 'a', Level startswith 'y', 'b', 'c'), c = isnull(DurationMs), d = -DurationMs % 3",
        "AzureDiagnostics | project a = extract(@'(a)(b)', 2, Level), b = split(Level, '/'),"
            + " c = trim(' ', Level), d = strlen(Level), e = hash_sha256(Level), f = tolower(Level),"
            + " g = strcat(Level, '-'), h = ingestion_time(), i = long(null), j = dynamic([1])",
        "AzureDiagnostics | project a = column_ifexists('Level', ''),"
            + " b = column_ifexists('nosuch', 5)",
        "let n = 5; let t = AzureDiagnostics | where DurationMs > n; t | project x = n",
        "let Level = 5; AzureDiagnostics | project a = Level",
        "datatable(a:string, b:long)['x', 1, 'y', 2] | project b, a",
        "let t = materialize(AzureDiagnostics | take 1); union t, t | summarize n = count() by Type",
      })
  void onWhatBothAccept(String query) {
    agree(query);
  }

  private static void agree(String query) {
    Verdict verdict = analyser.analyse(query);
    assertThat(verdict.diagnostics()).isEmpty();
    assertThat(
            Kql.translate(query, new Diagnostics()).columns().stream()
                .map(column -> column.name() + ":" + column.type().kql())
                .collect(joining(", ")))
        .isEqualTo(
            verdict.columns().entrySet().stream()
                .map(column -> column.getKey() + ":" + column.getValue())
                .collect(joining(", ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AzureDiagnostic | take 1",
        "AzureDiagnostics | where TimeGenrated > datetime(2026-01-01T00:00:00Z)",
        "AzureDiagnostics | where Level",
        "AzureDiagnostics | where level == 'x'",
        "AzureDiagnostics | where Level > 'a'",
        "AzureDiagnostics | where TimeGenerated > 5",
        "AzureDiagnostics | extend a = 1, b = a",
        "AzureDiagnostics | extend a = strlen(DurationMs)",
        "AzureDiagnostics | extend a = strlen()",
        "AzureDiagnostics | extend a = strlen(Level, Level)",
        "AzureDiagnostics | extend a = extract('a', 0)",
        "AzureDiagnostics | extend a = bin(TimeGenerated)",
        "AzureDiagnostics | extend a = iff(Level == 'x', 1)",
        "AzureDiagnostics | extend a = case(Level == 'x', 1)",
        "AzureDiagnostics | extend a = column_ifexists('Level')",
        "AzureDiagnostics | extend a = nosuch(Level)",
        "AzureDiagnostics | extend a = count()",
        "AzureDiagnostics | project Level | where ResultType == 'x'",
        "AzureDiagnostics | project Level, Level",
        "AzureDiagnostics | summarize a = Level by ResultType",
        "AzureDiagnostics | summarize n = countif(DurationMs) by Level",
        "AzureDiagnostics | summarize arg_max(TimeGenerated, NoSuch) by Level",
        "AzureDiagnostics | summarize n = count() by NoSuch",
        "AzureDiagnostics | order by NoSuch",
        "AzureDiagnostics | distinct NoSuch",
        "AzureDiagnostics | join kind=inner (AzureDiagnostics | project Category) on Level",
        "AzureDiagnostics | join kind=nosuch (AzureDiagnostics) on Level",
        "AzureDiagnostics | take",
        "AzureDiagnostics | summarise n = count() by Level",
        "AzureDiagnostics | where",
        "AzureDiagnostics | where (Level == 'x'",
        "AzureDiagnostics | where Level == 'x",
        "AzureDiagnostics |",
        "let a = b; AzureDiagnostics | take 1",
        "datatable(a:string, b:long)['x']",
      })
  void onWhatIsWrong(String query) {
    assertThat(analyser.analyse(query).diagnostics()).isNotEmpty();
    assertThatThrownBy(() -> Kql.translate(query, new Diagnostics()))
        .isInstanceOf(KqlException.class);
  }
}
