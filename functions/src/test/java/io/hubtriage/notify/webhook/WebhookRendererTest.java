package io.hubtriage.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Severity;
import io.hubtriage.notify.Odd;
import io.hubtriage.notify.Samples;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookRendererTest {
  private static final String ID = "/data/essentials/alertId";

  private final WebhookRenderer renderer = new WebhookRenderer();

  /** What a receiver of the common alert schema may rely on. */
  @Test
  void hasEveryEssential() throws IOException {
    for (Notice notice :
        List.of(
            Samples.notice(Cause.THROTTLED, NoticeKind.OPENED),
            Samples.provisional(),
            Samples.sparse(),
            Samples.digest(),
            Samples.blindDigest(),
            Samples.summary())) {
      JsonNode body = json(notice);
      assertThat(body.at("/schemaId").asText()).isEqualTo("azureMonitorCommonAlertSchema");
      JsonNode essentials = body.at("/data/essentials");
      for (String name :
          List.of(
              "alertId",
              "alertRule",
              "severity",
              "signalType",
              "monitorCondition",
              "monitoringService",
              "originAlertId",
              "firedDateTime",
              "description",
              "essentialsVersion",
              "alertContextVersion")) {
        assertThat(essentials.path(name).asText()).as("%s of %s", name, notice.id()).isNotBlank();
      }
      assertThat(essentials.at("/alertTargetIDs/0").asText())
          .isEqualTo(notice.facts().hub().resourceId());
      assertThat(body.at("/data/alertContext/noticeId").asText()).isEqualTo(notice.id());
    }
  }

  /** Receivers close what they opened by this id. */
  @Test
  void allNoticesOfAnIncidentHaveOneAlertId() throws IOException {
    JsonNode opened = json(Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.OPENED));
    JsonNode upgraded = json(Samples.notice(Cause.SITE_OUTAGE, NoticeKind.UPGRADED));
    JsonNode resolved = json(Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.RESOLVED));
    assertThat(opened.at(ID)).isEqualTo(upgraded.at(ID)).isEqualTo(resolved.at(ID));
    assertThat(opened.at(ID)).isNotEqualTo(json(Samples.provisional()).at(ID));
    assertThat(opened.at(ID).asText())
        .startsWith("/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/rg-plant/");
  }

  @Test
  void onlyTheEndIsResolved() throws IOException {
    for (NoticeKind kind :
        List.of(NoticeKind.OPENED, NoticeKind.GREW, NoticeKind.UPGRADED, NoticeKind.REMINDER)) {
      JsonNode essentials = json(Samples.notice(Cause.CRASH_LOOP, kind)).at("/data/essentials");
      assertThat(essentials.at("/monitorCondition").asText()).isEqualTo("Fired");
      assertThat(essentials.has("resolvedDateTime")).isFalse();
    }
    JsonNode over =
        json(Samples.notice(Cause.CRASH_LOOP, NoticeKind.RESOLVED)).at("/data/essentials");
    assertThat(over.at("/monitorCondition").asText()).isEqualTo("Resolved");
    assertThat(over.at("/resolvedDateTime").asText()).isEqualTo("2026-11-24T11:59:00Z");
    assertThat(over.at("/firedDateTime").asText()).isEqualTo("2026-11-24T11:23:00Z");
  }

  @ParameterizedTest
  @CsvSource({"CRITICAL, Sev0", "ERROR, Sev1", "WARNING, Sev2", "INFO, Sev3", "NONE, Sev4"})
  void severityIsAzures(Severity severity, String code) {
    assertThat(Essentials.code(severity)).isEqualTo(code);
  }

  @Test
  void tellsEveryDeviceAndHowManyMore() throws IOException {
    JsonNode context =
        json(Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.OPENED)).at("/data/alertContext");
    assertThat(context.at("/devices")).hasSize(3);
    assertThat(context.at("/moreDevices").asInt()).isEqualTo(428);
    assertThat(context.at("/devices/1/deviceId").asText()).isEqualTo("gateway_1");
    assertThat(context.at("/devices/1/moduleId").asText()).isEqualTo("filter");
    assertThat(context.at("/devices/0").has("moduleId")).isFalse();
  }

  /** Receivers look devices up by these ids, so every character a hub allows stays. */
  @Test
  void idsOfDevicesStandAsTheyAre() throws IOException {
    String id = "-:.+%_#*?!(),=@;$'" + "x".repeat(110);
    assertThat(id).hasSize(128);
    JsonNode body = json(Odd.notice(id, 10));
    assertThat(body.at("/data/alertContext/devices")).hasSize(10);
    assertThat(body.at("/data/alertContext/devices/9/deviceId").asText()).isEqualTo(id);
  }

  @Test
  void invisibleCharactersAreShown() throws IOException {
    JsonNode body = json(Odd.notice("a\u202eb", 1));
    assertThat(body.at("/data/alertContext/devices/0/deviceId").asText()).isEqualTo("a‹U+202E›b");
  }

  @Property(tries = 200)
  void fitsWhateverTheTexts(
      @ForAll @NotEmpty @StringLength(max = 300) String text, @ForAll @IntRange(max = 9) int more)
      throws IOException {
    assertFits(Odd.notice(text, 1 + more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u202e", "\u0000", "_", "漢", "\udbff", "\"", "\\", "\ud83d\ude00"})
  void fitsWhenEverythingIsLong(String character) throws IOException {
    assertFits(Odd.notice(character.repeat(5_000), 10));
  }

  @Test
  void fitsAnEndlessSummaryAndSaysHowManyItLeftOut() throws IOException {
    Facts.Line line = ((Facts.OfSummary) Samples.summary().facts()).lines().get(0);
    Facts facts = new Facts.OfSummary(Samples.HUB, Collections.nCopies(5_000, line));
    JsonNode body = assertFits(new Notice("n", NoticeKind.SUMMARY, Samples.NOON, facts));
    int shown = body.at("/data/alertContext/incidents").size();
    assertThat(shown).isBetween(50, 100);
    assertThat(body.at("/data/alertContext/moreIncidents").asInt()).isEqualTo(5_000 - shown);
  }

  @Test
  void equalNoticesGiveEqualBytes() {
    Notice notice = Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.OPENED);
    assertThat(new WebhookRenderer().render(notice, Samples.audience(Locale.JAPANESE)))
        .isEqualTo(renderer.render(notice, Samples.audience(Locale.JAPANESE)));
  }

  private JsonNode assertFits(Notice notice) throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      byte[] bytes = renderer.render(notice, Samples.audience(locale)).bytes();
      assertThat(bytes).hasSizeLessThanOrEqualTo(WebhookRenderer.MAX_BYTES);
      assertThat(new ObjectMapper().readTree(bytes).at(ID).asText()).isNotBlank();
    }
    return json(notice);
  }

  private JsonNode json(Notice notice) throws IOException {
    return new ObjectMapper()
        .readTree(renderer.render(notice, Samples.audience(Locale.ENGLISH)).bytes());
  }
}
