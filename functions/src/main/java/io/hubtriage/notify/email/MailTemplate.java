package io.hubtriage.notify.email;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.hubtriage.notify.bulletin.Bulletin;
import io.hubtriage.notify.bulletin.Section;
import io.hubtriage.notify.bulletin.Tone;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A bulletin laid out as one part of a mail by a packaged Mustache template. */
final class MailTemplate {
  private final Template template;

  private MailTemplate(String file, Mustache.Compiler compiler) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(MailTemplate.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      template = compiler.compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the packaged " + file, e);
    }
  }

  /** The HTML part; every value is escaped. */
  static MailTemplate html() {
    return new MailTemplate("mail.html.mustache", Mustache.compiler().escapeHTML(true));
  }

  /** The text part. */
  static MailTemplate text() {
    return new MailTemplate("mail.txt.mustache", Mustache.compiler().escapeHTML(false));
  }

  String fill(Bulletin bulletin, String language) {
    Map<String, Object> view = new HashMap<>();
    view.put("language", language);
    view.put("kicker", bulletin.kicker());
    view.put("headline", bulletin.headline());
    view.put("place", bulletin.place());
    view.put("preview", bulletin.preview());
    view.put("ground", ground(bulletin.tone()));
    view.put("ink", ink(bulletin.tone()));
    view.put("sections", bulletin.sections().stream().map(MailTemplate::section).toList());
    view.put(
        "links",
        bulletin.links().stream().map(l -> Map.of("title", l.title(), "url", l.url())).toList());
    view.put("smallPrint", bulletin.smallPrint());
    return template.execute(view);
  }

  /** One map per section, with lists that are empty where the section has no such thing. */
  private static Map<String, Object> section(Section section) {
    Map<String, Object> view =
        new HashMap<>(
            Map.of(
                "title", titles(section.title()),
                "paragraphs", List.of(),
                "note", List.of(),
                "steps", List.of(),
                "facts", List.of(),
                "columns", List.of(),
                "rows", List.of(),
                "more", List.of()));
    if (section instanceof Section.Prose prose) {
      view.put("paragraphs", prose.paragraphs());
      view.put("note", titles(prose.note()));
    } else if (section instanceof Section.Steps steps) {
      view.put("steps", steps(steps.lines()));
    } else if (section instanceof Section.Facts facts) {
      view.put(
          "facts",
          facts.facts().stream().map(f -> Map.of("name", f.name(), "value", f.value())).toList());
    } else if (section instanceof Section.Table table) {
      view.put("columns", table.rows().isEmpty() ? List.of() : List.of(columns(table)));
      view.put("rows", table.rows().stream().map(MailTemplate::row).toList());
      view.put("more", titles(table.more()));
    }
    return view;
  }

  private static List<Map<String, Object>> steps(List<String> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> Map.<String, Object>of("number", i + 1, "line", lines.get(i)))
        .toList();
  }

  private static Map<String, Object> columns(Section.Table table) {
    return Map.of(
        "name", table.columns().get(0),
        "state", table.columns().get(1),
        "since", table.columns().get(2));
  }

  private static Map<String, Object> row(Section.Row row) {
    return Map.of(
        "name", row.name(),
        "detail", titles(row.detail()),
        "state", row.state(),
        "ink", ink(row.tone()),
        "since", row.since());
  }

  /** Mustache shows a section per item: none for {@code ""}. */
  private static List<String> titles(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private static String ground(Tone tone) {
    return switch (tone) {
      case CALM -> "#eef2f7";
      case GOOD -> "#e5f4e8";
      case WARNING -> "#fdf1d8";
      case ALARM -> "#fbe3e4";
    };
  }

  /** At least 4.5:1 on white and on its own ground (WCAG 2.1 AA). */
  private static String ink(Tone tone) {
    return switch (tone) {
      case CALM -> "#33475b";
      case GOOD -> "#0f6b2f";
      case WARNING -> "#7a4b00";
      case ALARM -> "#a4161a";
    };
  }
}
