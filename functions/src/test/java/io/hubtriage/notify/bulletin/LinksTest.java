package io.hubtriage.notify.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.notify.Audience;
import io.hubtriage.notify.Odd;
import io.hubtriage.notify.Samples;
import io.hubtriage.notify.SharedQuery;
import io.hubtriage.notify.text.Foreign;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {
  private final BulletinWriter writer = new BulletinWriter();

  @Test
  void leadsToTheArticleInTheReadersLanguage() {
    Notice notice = Samples.notice(Cause.CONNECTION_LOST, NoticeKind.OPENED);
    String article =
        "/azure/iot-hub/troubleshoot-error-codes#404104-deviceconnectionclosedremotely-error";
    assertThat(url(notice, Locale.ENGLISH, "Documented fix"))
        .isEqualTo("https://learn.microsoft.com/en-us" + article);
    assertThat(url(notice, Locale.JAPANESE, "公式の対処方法"))
        .isEqualTo("https://learn.microsoft.com/ja-jp" + article);
  }

  @Test
  void asksForTheDevicesOfTheIncident() {
    Notice notice = Samples.notice(Cause.CONNECTION_LOST, NoticeKind.OPENED);
    assertThat(SharedQuery.of(url(notice, Locale.ENGLISH, "Show these log rows")))
        .startsWith("// 3 of 12 devices")
        .contains("datetime(2026-11-24T11:08:00Z) .. datetime(2026-11-24T12:06:40Z)")
        .contains("_ResourceId =~ \"" + Samples.HUB.resourceId() + "\"")
        .contains("DeviceId in (\"pump-17\", \"gateway_1\", \"pump-19\")");
  }

  @Test
  void asksForTheWholeHubWhenTheHubIsConcerned() {
    Notice notice = Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.OPENED);
    assertThat(SharedQuery.of(url(notice, Locale.ENGLISH, "Show these log rows")))
        .startsWith("AzureDiagnostics")
        .doesNotContain("DeviceId in");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128, 400, 4_000})
  void staysShortHoweverLongTheIds(int length) {
    Notice notice = Odd.notice(Odd.noise(length, 10));
    assertThat(links(notice, Samples.audience(Locale.ENGLISH)))
        .allSatisfy(link -> assertThat(link.url()).hasSizeLessThan(Audience.MAX_LINK))
        .anySatisfy(link -> assertThat(link.title()).isEqualTo("Show these log rows"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pump-7|\"pump-7\"",
        "a\") or (1==1|\"a\\\") or (1==1\"",
        "a\\|\"a\\\\\"",
        "é|\"\\u00e9\"",
      })
  void quotesLiterals(String id, String expected) {
    assertThat(LogQuery.quote(id)).isEqualTo(expected);
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    Audience bare = new Audience("ops", Locale.ENGLISH, ZoneId.of("UTC"), Map.of(), Map.of());
    assertThat(links(Samples.sparse(), bare))
        .extracting(Link::title)
        .containsExactly("Troubleshooting guide");
  }

  @Test
  void putsTheOperatorsOwnRunbookFirst() {
    Audience audience =
        new Audience(
            "ops",
            Locale.ENGLISH,
            ZoneId.of("UTC"),
            Map.of(Cause.UNKNOWN, URI.create("https://wiki.example.com/x%20y")),
            Map.of());
    assertThat(links(Samples.sparse(), audience).get(0))
        .isEqualTo(new Link("Runbook", "https://wiki.example.com/x%20y"));
  }

  private String url(Notice notice, Locale locale, String title) {
    assertThat(notice.facts()).isInstanceOf(Facts.OfIncident.class);
    return links(notice, Samples.audience(locale)).stream()
        .filter(link -> link.title().equals(title))
        .findFirst()
        .orElseThrow()
        .url();
  }

  private List<Link> links(Notice notice, Audience audience) {
    return writer.write(notice, audience, Foreign.PLAIN, Room.AMPLE).links();
  }
}
