package io.hubtriage.notify.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.notify.Odd;
import io.hubtriage.notify.Samples;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TeamsRendererTest {
  private final TeamsRenderer renderer = new TeamsRenderer();

  @Test
  void wrapsTheCardAsWorkflowsExpectsIt() throws IOException {
    JsonNode message = json(Samples.notice(Cause.THROTTLED, NoticeKind.OPENED));
    JsonNode attachment = message.at("/attachments/0");
    assertThat(message.at("/type").asText()).isEqualTo("message");
    assertThat(attachment.at("/contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(attachment.has("contentUrl")).isTrue();
    assertThat(attachment.get("contentUrl").isNull()).isTrue();
    assertThat(attachment.at("/content/version").asText()).isEqualTo("1.4");
    assertThat(attachment.at("/content/msteams/width").asText()).isEqualTo("Full");
    assertThat(attachment.at("/content/actions").findValuesAsText("type"))
        .isNotEmpty()
        .containsOnly("Action.OpenUrl");
  }

  @Property(tries = 200)
  void fitsWhateverTheTexts(
      @ForAll @NotEmpty @StringLength(max = 300) String text, @ForAll @IntRange(max = 9) int more) {
    assertFits(Odd.notice(text, 1 + more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\u202e", "\u0000", "_", "漢", "\udbff", "\"", "\\"})
  void fitsWhenEverythingIsLong(String character) {
    assertFits(Odd.notice(character.repeat(5_000), 10));
  }

  /** Devices go first: a long list is cut, and the card says by how much. */
  @Test
  void tellsHowManyDevicesItLeftOut() {
    String card = text(Odd.notice(Odd.noise(128, 10)));
    assertThat(card).contains("and 49,99").contains("More").contains("Confidence");
  }

  @Test
  void fitsAnEndlessSummary() {
    Facts.OfSummary summary = (Facts.OfSummary) Samples.summary().facts();
    List<Facts.Line> lines = Collections.nCopies(5_000, summary.lines().get(0));
    Notice notice =
        new Notice("n", NoticeKind.SUMMARY, Samples.NOON, new Facts.OfSummary(Samples.HUB, lines));
    assertFits(notice);
    assertThat(text(notice)).contains("and 4,98");
  }

  @Test
  void equalNoticesGiveEqualBytes() {
    Notice notice = Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.OPENED);
    assertThat(new TeamsRenderer().render(notice, Samples.audience(Locale.ENGLISH)))
        .isEqualTo(renderer.render(notice, Samples.audience(Locale.ENGLISH)));
  }

  @Test
  void looksMustNotContradict() {
    assertThatThrownBy(() -> new Element.Text("x", Set.of(Look.SMALL, Look.LARGE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exclude each other");
  }

  private void assertFits(Notice notice) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      assertThat(renderer.render(notice, Samples.audience(locale)).bytes())
          .hasSizeLessThanOrEqualTo(TeamsRenderer.MAX_BYTES);
    }
  }

  private String text(Notice notice) {
    byte[] bytes = renderer.render(notice, Samples.audience(Locale.ENGLISH)).bytes();
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  private JsonNode json(Notice notice) throws IOException {
    return new ObjectMapper()
        .readTree(renderer.render(notice, Samples.audience(Locale.ENGLISH)).bytes());
  }
}
