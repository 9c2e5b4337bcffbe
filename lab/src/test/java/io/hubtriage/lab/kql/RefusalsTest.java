package io.hubtriage.lab.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused is refused by name, with its place. */
final class RefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "AzureDiagnostics | top 5 by Level # NOT_COVERED # the operator top # 1 # 20",
        "AzureDiagnostics | mv-expand Level # NOT_COVERED # the operator mv # 1 # 20",
        "AzureDiagnostics | where Level in ('a') # NOT_COVERED # the operator in # 1 # 32",
        "AzureDiagnostics | where Level =~ 'a' # NOT_COVERED # the character '~' # 1 # 33",
        "AzureDiagnostics | where TimeGenerated > ago(1h) # NOT_COVERED # ago() # 1 # 42",
        "AzureDiagnostics | where TimeGenerated > now() # NOT_COVERED # now() # 1 # 42",
        "AzureDiagnostics | join (AzureDiagnostics) on Level # NOT_COVERED # innerunique # 1 # 20",
        "AzureDiagnostics | join kind=rightanti (AzureDiagnostics) on Level # NOT_COVERED # rightanti # 1 # 20",
        "AzureDiagnostics | summarize count() by Level # NOT_COVERED # without a name # 1 # 30",
        "AzureDiagnostics | summarize n = count() # NOT_COVERED # summarize without by # 1 # 20",
        "AzureDiagnostics | project strlen(Level) # NOT_COVERED # without a name # 1 # 28",
        "AzureDiagnostics | extend level = 1 # NOT_COVERED # second column 'level' # 1 # 20",
        "AzureDiagnostics | extend x = 1.5 # NOT_COVERED # the number 1. # 1 # 31",
        "AzureDiagnostics | extend x = 5min # NOT_COVERED # the number 5min # 1 # 31",
        "AzureDiagnostics | extend x = iff(Level == 'a', 1, 'b') # NOT_COVERED # several types # 1 # 49",
        "AzureDiagnostics | extend x = prev(Level) # SEMANTIC # sorted rows # 1 # 31",
        "AzureDiagnostics | extend x = strlen(1) # SEMANTIC # argument 1 of strlen() is long # 1 # 38",
        "AzureDiagnostics | extend x = strlen() # SEMANTIC # takes 1 arguments, not 0 # 1 # 31",
        "AzureDiagnostics | extend x = extract('(a)', 2, Level) # SEMANTIC # group 2 # 1 # 46",
        "AzureDiagnostics | extend x = extract('(', 1, Level) # SEMANTIC # no regular expression # 1 # 39",
        "AzureDiagnostics | extend x = extract(Level, 1, Level) # NOT_COVERED # string literal # 1 # 39",
        "AzureDiagnostics | distinct * # NOT_COVERED # '*' # 1 # 29",
        "AzureDiagnostics | order by strlen(Level) # NOT_COVERED # 'strlen' # 1 # 29",
        "AzureDiagnostics | extend a = Nope # UNRESOLVED # 'Nope' # 1 # 31",
        "Nope | take 1 # UNRESOLVED # 'Nope' # 1 # 1",
        "AzureDiagnostics | extend a = 'x' + # SYNTAX # expected an expression # 1 # 36",
        "AzureDiagnostics | extend a = '\\q' # SYNTAX # no escape # 1 # 32",
        "AzureDiagnostics | extend a = Level * 2 # SEMANTIC # between string and long # 1 # 37",
        "AzureDiagnostics | extend a = 99999999999999999999 # SEMANTIC # too large # 1 # 31",
        "AzureDiagnostics | extend a = datetime(2026-01-01) # NOT_COVERED # ISO 8601 # 1 # 31",
        "datatable(a:guid)[] # NOT_COVERED # the type guid # 1 # 13",
        "search 'x' # SYNTAX # expected # 1 # 8",
        "let f = (x:long) { x }; AzureDiagnostics # NOT_COVERED # '{' # 1 # 18",
        "union kind=inner AzureDiagnostics # NOT_COVERED # kind of union # 1 # 7",
      })
  void byNameAndPlace(String query, KqlException.Kind kind, String what, int line, int column) {
    KqlException refusal =
        catchThrowableOfType(KqlException.class, () -> Kql.translate(query, new Diagnostics()));
    assertThat(refusal).isNotNull();
    assertThat(refusal)
        .hasMessageContaining(what)
        .hasMessageEndingWith("at line " + line + ", column " + column);
    assertThat(refusal.kind()).isEqualTo(kind);
  }
}
