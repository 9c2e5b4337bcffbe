package io.hubtriage.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.lab.score.Accuracy;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
  private static final String HOSTILE =
      "</text></svg><script>alert(1)</script>\"'><img src=x onerror=y>{{cause}}";

  static Stream<Arguments> stories() {
    return Stream.of(
        argumentSet("empty", Stories.empty()),
        argumentSet("a day", Stories.day()),
        argumentSet("hostile", hostile()),
        argumentSet("control characters", named("a\u0000b\u0007\uD800\uFFFE\u202Ec")));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void needsNothingButItself(Story story) {
    PageDom page = PageDom.of(story);
    assertThat(page.all("*"))
        .extracting(e -> e.getTagName())
        .doesNotContain("script", "img", "iframe", "link", "object", "embed", "form", "base");
    assertThat(page.attributes())
        .doesNotContain("src", "srcset", "xlink:href")
        .noneMatch(a -> a.startsWith("on"));
    assertThat(page.links()).allMatch(l -> l.matches("(#|notices/|https://).*"));
    assertThat(page.all("style").get(0).getTextContent()).doesNotContain("url(", "@import");
  }

  @ParameterizedTest
  @MethodSource("stories")
  void isTheSameForTheSameStory(Story story) {
    assertThat(Report.render(story)).isEqualTo(Report.render(story));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void linksLeadSomewhere(Story story) {
    PageDom page = PageDom.of(story);
    List<String> ids = page.all("*").stream().map(e -> "#" + e.getAttribute("id")).toList();
    assertThat(ids).containsAll(page.links().stream().filter(l -> l.startsWith("#")).toList());
  }

  @Test
  void readsAsTextWhatTheLogSays() {
    assertThat(PageDom.of(hostile()).section("incident-evil").getTextContent())
        .contains("on " + new Hub(HOSTILE).name())
        .contains("because " + HOSTILE)
        .contains(HOSTILE + "/" + HOSTILE);
  }

  @Test
  void showsWhatCannotBeShownAsReplacements() {
    assertThat(PageDom.of(named("a\u0000b\u202Ec")).text()).contains("a\uFFFDb\uFFFDc");
  }

  @Test
  void showsEachIncident() {
    Story story = Stories.day();
    PageDom page = PageDom.of(story);
    String table = PageDom.flat(page.section("incidents"));
    for (Story.OfIncident of : story.incidents()) {
      String section = PageDom.flat(page.section("incident-" + of.incident().id()));
      assertThat(section).contains(of.evidence(), of.incident().cause().code());
      assertThat(table).contains(of.evidence());
    }
    assertThat(PageDom.flat(page.section("incident-cccc")))
        .contains("pump-001", "pump-050", "and 381 more", "431 devices", "resolved 23 Nov 19:15")
        .contains("opened 3 min after its first row, cause known 5 min later")
        .doesNotContain("pump-051");
    assertThat(PageDom.flat(page.section("incident-dddd"))).contains("still open", "offline");
    assertThat(table).contains("email 3 · teams 3", "email 2 · teams 2");
    assertThat(page.styled("label")).hasSize(story.incidents().size());
  }

  @Test
  void numbersAreTheStorys() {
    Story story = Stories.day();
    long all = story.hubs().stream().mapToLong(h -> h.drops().size()).sum();
    long benign =
        story.hubs().stream()
            .flatMap(h -> h.drops().stream())
            .filter(d -> d.cause().benign())
            .count();
    PageDom page = PageDom.of(story);
    assertThat(page.styled("tile"))
        .extracting(PageDom::flat)
        .containsExactly(
            "Noise removed%s%s of %s disconnect and error rows need nobody"
                .formatted(Wording.share(benign, all), Wording.number(benign), Wording.number(all)),
            "Incidents41 still open",
            "Messages22email 11 · teams 11",
            "Digests1the days in numbers");
    assertThat(page.text())
        .contains("2026-11-23 08:07 to 2026-11-24 10:07 UTC (26 h) · 123,456 rows · 2 hubs");
  }

  @Test
  void showsEachMessageOnce() {
    Story story = Stories.day();
    List<String> links = PageDom.of(story).links();
    assertThat(links.stream().filter(l -> l.startsWith("notices/")))
        .containsExactlyInAnyOrderElementsOf(
            story.messages().stream().map(m -> "notices/" + m.file()).toList());
  }

  @Test
  void showsAMessageAboutNoListedIncident() {
    Story day = Stories.day();
    Story story =
        new Story(
            "s", day.span(), 1, day.hubs(), List.of(), day.messages(), List.of(), Optional.empty());
    assertThat(PageDom.of(story).styled("message")).hasSize(day.messages().size());
  }

  @Test
  void anUneventfulSpanReadsWell() {
    PageDom page = PageDom.of(Stories.empty());
    assertThat(page.text())
        .contains("No incident: nothing in this span needed a person.")
        .contains("No hub has a disconnect or error row in this span.")
        .contains("Everything could be read.")
        .contains("0 rows · 0 hubs");
    assertThat(page.all("figure")).isEmpty();
    assertThat(page.styled("scores")).isEmpty();
  }

  @Test
  void tellsWhatCouldNotBeRead() {
    List<String> faults = IntStream.range(0, 103).mapToObj(i -> "rows:" + i + ": broken").toList();
    Story e = Stories.empty();
    Story story =
        new Story("s", e.span(), 0, List.of(), List.of(), List.of(), faults, Optional.empty());
    assertThat(PageDom.flat(PageDom.of(story).section("coverage")))
        .contains("103 faults", "rows:0: broken", "rows:99: broken", "and 3 more")
        .doesNotContain("rows:100", "Everything could be read");
  }

  @Test
  void showsAccuracyForBothVerdicts() {
    PageDom page = PageDom.of(scored());
    assertThat(page.styled("scores")).hasSize(2);
    String last = PageDom.flat(page.styled("scores").get(0));
    assertThat(last).contains("Last verdict", "3 rows", "0.667", "crash-loop");
    assertThat(PageDom.flat(page.styled("tile").get(4)))
        .isEqualTo("Macro-F10.667against the truth");
    assertThat(page.styled("hit")).extracting(PageDom::flat).contains("1");
  }

  @Test
  void manyMessagesAreLinkedInsteadOfShown() {
    PageDom page = PageDom.of(busy(Page.MOST_BODIES + 5));
    assertThat(page.styled("message")).hasSize(Page.MOST_BODIES + 5);
    assertThat(page.styled("body")).hasSize(Page.MOST_BODIES);
  }

  @Test
  void staysSmallHoweverManyRows() {
    List<Story.Drop> drops = new ArrayList<>();
    Cause[] causes = Cause.values();
    for (int i = 0; i < 300_000; i++) {
      drops.add(new Story.Drop(Stories.START.plusSeconds(4L * i), causes[i % causes.length]));
    }
    Story story =
        Stories.of(Stories.hub(Stories.PLANT, drops, List.of()), Stories.span(Duration.ofDays(14)));
    assertThat(Report.render(story).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
    assertThat(Report.render(busy(400)).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(2_000_000);
  }

  @Test
  void drawsTheWorstOfManyIncidents() {
    List<Story.OfIncident> incidents =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    Stories.incident(
                        "i" + i,
                        Stories.PLANT,
                        i == 39 ? Cause.HUB_TRANSIENT : Cause.CRASH_LOOP,
                        i,
                        i + 1,
                        i + 20,
                        1 + i,
                        "because"))
            .toList();
    Story day = Stories.day();
    Story story =
        new Story(
            "s", day.span(), 1, day.hubs(), incidents, List.of(), List.of(), Optional.empty());
    PageDom page = PageDom.of(story);
    assertThat(page.styled("label")).hasSize(30);
    assertThat(page.text())
        .contains("10 more incidents in the table", "hub-transient · 40 devices");
    assertThat(page.styled("incident")).hasSize(40);
  }

  @ParameterizedTest
  @CsvSource({"4,0,4", "5,1,4"})
  void foldsCalmHubsAwayIfThereAreMany(int hubs, int folds, int folded) {
    Story.OfIncident incident =
        Stories.incident("i", new Hub("hub-0"), Cause.CRASH_LOOP, 0, 1, 20, 1, "because");
    Story e = Stories.empty();
    Story story =
        new Story(
            "s",
            e.span(),
            0,
            IntStream.range(0, hubs)
                .mapToObj(i -> Stories.hub(new Hub("hub-" + i), List.of(), List.of()))
                .toList(),
            List.of(incident),
            List.of(),
            List.of(),
            Optional.empty());
    PageDom page = PageDom.of(story);
    assertThat(page.all("figure")).hasSize(hubs);
    assertThat(page.styled("list")).hasSize(folds);
    assertThat(page.text().contains(folded + " hubs without incidents")).isEqualTo(folds == 1);
  }

  private static Story busy(int messages) {
    Story day = Stories.day();
    Notice notice =
        new Notice(
            "n-1",
            NoticeKind.REMINDER,
            Stories.at(20),
            Stories.facts(day.incidents().get(0).incident()));
    String card = Stories.resource("card.json");
    List<Story.Message> all =
        IntStream.range(0, messages)
            .mapToObj(i -> new Story.Message(notice, "teams", i + ".teams.json", card))
            .toList();
    return new Story(
        "s", day.span(), 1, day.hubs(), day.incidents(), all, List.of(), Optional.empty());
  }

  private static Story scored() {
    List<LabelledRow> truth = new ArrayList<>();
    List<LabelledRow> given = new ArrayList<>();
    List<Cause> causes = List.of(Cause.CRASH_LOOP, Cause.THROTTLED, Cause.SAS_TOKEN_RENEWAL);
    for (Cause cause : causes) {
      RowId row = new RowId(Stories.START, "plant", Device.of(cause.code()), "404104");
      Cause verdict = cause == Cause.THROTTLED ? Cause.UNKNOWN : cause;
      truth.add(new LabelledRow(row, cause, cause));
      given.add(new LabelledRow(row, verdict, verdict));
    }
    Story e = Stories.empty();
    return new Story(
        "s",
        e.span(),
        3,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(Accuracy.of(truth, given)));
  }

  private static Story hostile() {
    Hub hub = new Hub(HOSTILE);
    Story.OfIncident incident =
        Stories.incident(
            "evil",
            hub,
            Cause.CRASH_LOOP,
            0,
            1,
            20,
            List.of(new Device(HOSTILE, HOSTILE)),
            "because " + HOSTILE);
    Notice notice =
        new Notice("n", NoticeKind.OPENED, Stories.at(3), Stories.facts(incident.incident()));
    String card =
        "{\"attachments\":[{\"content\":{\"body\":[{\"type\":\"TextBlock\",\"text\":\"<script>\"}],"
            + "\"actions\":[{\"type\":\"Action.OpenUrl\",\"title\":\"<b>\","
            + "\"url\":\"javascript:alert(1)\"}]}}]}";
    String mail = "Subject: " + HOSTILE + "\r\nContent-Type: text/plain\r\n\r\n" + HOSTILE;
    Story.Drop drop = new Story.Drop(Stories.at(2), Cause.CRASH_LOOP);
    return new Story(
        HOSTILE,
        Stories.span(Duration.ofHours(1)),
        1,
        List.of(Stories.hub(hub, List.of(drop), List.of())),
        List.of(incident),
        List.of(
            new Story.Message(notice, HOSTILE, "../" + HOSTILE, card),
            new Story.Message(notice, HOSTILE, HOSTILE + ".eml", mail),
            new Story.Message(notice, HOSTILE, HOSTILE, HOSTILE)),
        List.of(HOSTILE),
        Optional.empty());
  }

  private static Story named(String device) {
    Story.OfIncident incident =
        Stories.incident(
            "odd",
            Stories.FIELD,
            Cause.CRASH_LOOP,
            0,
            1,
            20,
            List.of(Device.of(device)),
            "because");
    Story e = Stories.empty();
    return new Story(
        "s",
        e.span(),
        0,
        List.of(Stories.hub(Stories.FIELD, List.of(), List.of())),
        List.of(incident),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "SAS_TOKEN_RENEWAL,BENIGN",
    "PLATFORM_UPGRADE,BENIGN",
    "PLANNED_RECONNECT,BENIGN",
    "CONNECTION_LOST,ACTIONABLE",
    "HUB_TRANSIENT,ACTIONABLE",
    "UNKNOWN,UNKNOWN"
  })
  void everyCauseHasItsPlace(Cause cause, Need need) {
    assertThat(Need.of(cause)).isEqualTo(need);
  }
}
