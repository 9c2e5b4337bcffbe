package io.hubtriage.lab.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What constructs mean, by values worked out by hand. */
final class SemanticsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static LogStore store;

  @BeforeAll
  static void open() {
    store = new LogStore("500MB");
    store.loaded();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "7 / 2 # 3",
        "-7 / 2 # -3",
        "7 / 0 # null",
        "-5 % 3 # 1",
        "5 % 3 # 2",
        "tolong(7m / 2m) # 3",
        "tolong(-(1) * 7m / 2m) # -3",
        "datetime(2026-03-02T00:00:01Z) - 1ms # \"2026-03-02T00:00:00.999Z\"",
        "bin(datetime(2026-03-02T09:59:59.999Z), 1h) # \"2026-03-02T09:00:00Z\"",
        "bin(datetime(2026-03-02T00:00:00Z), 7m) # \"2026-03-02T00:00:00Z\"", // since the year 1
        "bin(datetime(1969-12-31T23:59:59.999Z), 1s) # \"1969-12-31T23:59:59Z\"",
        "extract('(a+)(b+)', 2, 'xaabbb') # \"bbb\"",
        "extract('(a+)', 1, 'x') # \"\"",
        "'Error: deviceId' has 'DEVICEID' # true",
        "'mydeviceId' has 'deviceId' # false",
        "'deviceDisconnect' contains 'DISCONNECT' # true",
        "'Informational' startswith 'info' # true",
        "'A' == 'a' # false",
        "strlen('\\u00e4\\u00f6') # 2",
        "trim(' ', '  a b ') # \"a b\"",
        "tostring(split('a/b', '/')[0]) # \"a\"",
        "tostring(split('a', '/')[1]) # \"\"",
        "tostring(parse_json('{\"a\":{\"b\":\"x\"}}').a.b) # \"x\"",
        "tostring(parse_json('{\"a\":null}').a) # \"\"",
        "tostring(parse_json('{\"a\":7}').a) # \"7\"",
        "tostring(parse_json('no json').a) # \"\"",
        "tostring(parse_json('no json')) # \"no json\"",
        "tostring(parse_json('')) # \"\"",
        "hash_sha256('a') # \"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\"",
        "strcat(\"it's \", @'\\ \"') # \"it's \\\\ \\\"\"",
        "case('a' == 'b', 1, 'a' == 'a', 2, 3) # 2",
        "iff(long(null) > 1, 1, 2) # 2",
        "long(null) == 1 # false",
        "long(null) != 1 # true",
        "not(long(null) == 1) # true",
        "isnull(long(null) > 1) # true",
        "isnull(long(null)) # true",
        "isempty('') # true",
        "array_length(dynamic([1,2])) # 2",
        "array_length(dynamic({\"a\":1})) # null",
        "array_index_of(dynamic([\"a\",\"b\"]), 'b') # 1",
        "array_index_of(dynamic([\"a\",\"b\"]), 'c') # -1",
        "bag_pack('a', 1, 'b', \"q\\\"\", 'c', dynamic([1])) # \"{\\\"a\\\":1,\\\"b\\\":\\\"q\\\\\\\"\\\",\\\"c\\\":[1]}\"",
      })
  void ofScalars(String expression, String json) throws IOException {
    assertThat(rows("datatable(one:long)[1] | project x = " + expression))
        .isEqualTo("[[" + json + "]]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        // Nulls come first ascending and last descending; descending is the default.
        "order by n asc | project s # [[\"c\"],[\"b\"],[\"a\"],[\"a\"]]",
        "order by n desc | project s # [[\"a\"],[\"a\"],[\"b\"],[\"c\"]]",
        "order by n | project n # [[3],[2],[1],[null]]",
        "order by n asc | project p = prev(s), q = next(n) # [[\"\",1],[\"c\",2],[\"b\",3],[\"a\",null]]",
        "order by n asc | project x = row_cumsum(1) # [[1],[2],[3],[4]]",
        "order by s asc, n asc | project x = row_cumsum(n, s != prev(s)) # [[2],[5],[1],[0]]",
        "order by n asc | take 2 | project n # [[null],[1]]",
        "order by n desc | summarize l = make_list(n) by k # [[\"k\",\"[3,2,1]\"]]",
        "order by n asc | summarize l = make_list(s) by k # [[\"k\",\"[\\\"c\\\",\\\"b\\\",\\\"a\\\",\\\"a\\\"]\"]]",
        "summarize l = array_sort_asc(make_set(s, 2)) by k # [[\"k\",\"[\\\"a\\\",\\\"b\\\"]\"]]",
        "summarize a = count(), b = countif(n > 1), c = dcount(s), d = min(n), e = max(n) by k # [[\"k\",4,2,3,1,3]]",
        "summarize arg_max(n, s) by k # [[\"k\",3,\"a\"]]",
        "where isnull(n) | summarize arg_max(n, s) by k # [[\"k\",null,\"\"]]",
        "where s == 'x' | summarize n = count() by k # []",
        "distinct k # [[\"k\"]]",
      })
  void ofRows(String steps, String json) throws IOException {
    String table =
        "let t = datatable(s:string, n:long, k:string)"
            + "['a', 2, 'k', 'b', 1, 'k', 'a', 3, 'k', 'c', long(null), 'k'];";
    assertThat(rows(table + "t | " + steps)).isEqualTo(json);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "l | join kind=inner (r) on k | project k, v, k1, v1 # [[\"a\",1,\"a\",\"x\"],[\"a\",1,\"a\",\"y\"]]",
        "l | join kind=leftouter (r) on k | project k, k1, v1 # [[\"a\",\"a\",\"x\"],[\"a\",\"a\",\"y\"],[\"b\",\"\",\"\"]]",
        "l | join kind=leftsemi (r) on k | project k # [[\"a\"]]",
        "union l, (r | project k, w = 5) | project k, v, w # [[\"a\",1,null],[\"a\",null,5],[\"a\",null,5],[\"b\",2,null],[\"c\",null,5]]",
        "union (l | project v), r2 | project k # [[\"\"],[\"\"],[\"z\"]]",
      })
  void ofSeveralTables(String query, String json) throws IOException {
    String tables =
        "let l = datatable(k:string, v:long)['a', 1, 'b', 2];"
            + "let r = datatable(k:string, v:string)['a', 'x', 'a', 'y', 'c', 'z'];"
            + "let r2 = datatable(k:string)['z'];";
    assertThat(sorted(rows(tables + query))).isEqualTo(json);
  }

  private static String sorted(String rows) throws IOException {
    return java.util.stream.StreamSupport.stream(JSON.readTree(rows).spliterator(), false)
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Neighbours and sums rely on rows streaming by in order, however many there are. */
  @Test
  void orderHoldsForManyRows() throws IOException {
    LogStore many = new LogStore("1GB");
    int count = 300_000;
    IntStream.range(0, count)
        .map(i -> (int) ((i * 7_919L) % count)) // each once, in no order
        .forEach(
            i ->
                many.add(
                    new DiagnosticRow(
                        NOW.plusMillis(i),
                        "/h",
                        "c",
                        "row " + i,
                        "l",
                        "" + i % 10,
                        "row " + i,
                        "{}",
                        "",
                        NOW)));
    many.loaded();
    String query =
        "AzureDiagnostics | order by TimeGenerated asc"
            + " | extend n = row_cumsum(1), tens = row_cumsum(1, ResultType == '0'),"
            + " good = TimeGenerated - prev(TimeGenerated) == 1ms"
            + " | where strlen(ResultType) > 0 | extend late = row_cumsum(1)"
            + " | summarize wrong = countif(not(good)), last = max(n), ten = max(tens),"
            + " different = countif(n != late) by Category";
    assertThat(rows(many, query, NOW.plusSeconds(1))).isEqualTo("[[\"c\",1," + count + ",10,0]]");
    // Of rows with equal keys all values come from one.
    String tied =
        "AzureDiagnostics | extend name = strcat(OperationName, '!'), key = 1"
            + " | summarize arg_min(key, name, ResultDescription) by Category"
            + " | project same = name == strcat(ResultDescription, '!')";
    assertThat(rows(many, tied, NOW.plusSeconds(1))).isEqualTo("[[true]]");
    many.close();
  }

  @Test
  void aDynamicValueAboveAMegabyteIsNull() throws IOException {
    String text = "x".repeat(1_000);
    String values =
        IntStream.range(0, 1_050)
            .mapToObj(i -> "'" + i + text + "'")
            .collect(Collectors.joining(","));
    String query =
        "datatable(s:string)[" + values + "] | summarize l = make_list(s) by k = 1 | project l";
    assertThat(rows(query)).isEqualTo("[[null]]");
  }

  private static String rows(String query) throws IOException {
    return rows(store, query, NOW);
  }

  private static String rows(LogStore from, String query, Instant now) throws IOException {
    byte[] answer = from.answer(query, now, Duration.ofMinutes(1)).orElseThrow();
    return JSON.readTree(answer).at("/tables/0/rows").toString();
  }
}
