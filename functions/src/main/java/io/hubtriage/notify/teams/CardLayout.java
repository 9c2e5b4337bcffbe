package io.hubtriage.notify.teams;

import io.hubtriage.notify.bulletin.Bulletin;
import io.hubtriage.notify.bulletin.Section;
import io.hubtriage.notify.teams.Element.Columns;
import io.hubtriage.notify.teams.Element.Text;
import java.util.ArrayList;
import java.util.List;

/** Where things stand on a card: a coloured banner, then sections, then ids in small print. */
final class CardLayout {
  private CardLayout() {}

  static Card of(Bulletin bulletin) {
    List<Element> body = new ArrayList<>();
    body.add(banner(bulletin));
    bulletin.sections().forEach(section -> add(body, section));
    body.add(Text.of(bulletin.smallPrint(), Look.SMALL, Look.SUBTLE, Look.APART));
    return new Card(
        bulletin.preview(),
        body,
        bulletin.links().stream().map(link -> new Card.OpenUrl(link.title(), link.url())).toList());
  }

  private static Element banner(Bulletin bulletin) {
    Element.Ground ground =
        switch (bulletin.tone()) {
          case CALM -> Element.Ground.CALM;
          case GOOD -> Element.Ground.GOOD;
          case WARNING -> Element.Ground.WARNING;
          case ALARM -> Element.Ground.ALARM;
        };
    return new Element.Banner(
        ground,
        List.of(
            Text.of(bulletin.kicker(), Look.SMALL, Look.BOLD),
            Text.of(bulletin.headline(), Look.LARGE, Look.BOLD, Look.TIGHT),
            Text.of(bulletin.place(), Look.CLOSE)));
  }

  private static void add(List<Element> body, Section section) {
    if (!section.title().isEmpty()) {
      body.add(Text.of(section.title(), Look.BOLD, Look.APART));
    }
    if (section instanceof Section.Prose prose) {
      prose.paragraphs().forEach(paragraph -> body.add(Text.of(paragraph, Look.CLOSE)));
      if (!prose.note().isEmpty()) {
        body.add(Text.of(prose.note(), Look.SMALL, Look.SUBTLE, Look.CLOSE));
      }
    } else if (section instanceof Section.Steps steps) {
      body.add(Text.of(bullets(steps.lines()), Look.CLOSE));
    } else if (section instanceof Section.Facts facts) {
      body.add(
          new Element.FactSet(
              facts.facts().stream()
                  .map(fact -> new Element.Fact(fact.name(), fact.value()))
                  .toList()));
    } else if (section instanceof Section.Table table) {
      if (!table.rows().isEmpty()) {
        body.add(columns(table.columns()));
      }
      table.rows().forEach(row -> body.add(row(row)));
      if (!table.more().isEmpty()) {
        body.add(Text.of(table.more(), Look.SUBTLE, Look.CLOSE));
      }
    }
  }

  /** One text block: a Markdown list keeps its lines close together in every client. */
  private static String bullets(List<String> lines) {
    return "- " + String.join("\n- ", lines);
  }

  private static Columns columns(List<String> names) {
    return threeColumns(
        List.of(Text.of(names.get(0), Look.SMALL, Look.SUBTLE)),
        List.of(Text.of(names.get(1), Look.SMALL, Look.SUBTLE)),
        List.of(Text.of(names.get(2), Look.SMALL, Look.SUBTLE, Look.RIGHT)));
  }

  private static Columns threeColumns(List<Text> name, List<Text> state, List<Text> since) {
    return new Columns(
        List.of(
            new Element.Column(46, name),
            new Element.Column(24, state),
            new Element.Column(30, since)),
        Look.CLOSE);
  }

  private static Columns row(Section.Row row) {
    List<Text> name = new ArrayList<>();
    name.add(Text.of(row.name()));
    if (!row.detail().isEmpty()) {
      name.add(Text.of(row.detail(), Look.SMALL, Look.SUBTLE, Look.TIGHT));
    }
    List<Text> since = new ArrayList<>();
    since.add(Text.of(row.since().get(0), Look.RIGHT));
    row.since().stream()
        .skip(1)
        .map(local -> Text.of(local, Look.SMALL, Look.SUBTLE, Look.TIGHT, Look.RIGHT))
        .forEach(since::add);
    return threeColumns(name, List.of(state(row)), since);
  }

  private static Text state(Section.Row row) {
    return switch (row.tone()) {
      case CALM -> Text.of(row.state());
      case GOOD -> Text.of(row.state(), Look.GOOD);
      case WARNING -> Text.of(row.state(), Look.BOLD); // Yellow on white is hard to read.
      case ALARM -> Text.of(row.state(), Look.ALARM);
    };
  }
}
