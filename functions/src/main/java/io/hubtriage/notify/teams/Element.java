package io.hubtriage.notify.teams;

import java.util.List;
import java.util.Set;

/**
 * What an Adaptive Card 1.4 of ours is made of: adaptivecards.io/explorer. Only shapes that Teams,
 * Outlook and the mobile clients draw alike; {@code Table} came with 1.5, which Workflows webhooks
 * may show as an empty card.
 */
sealed interface Element {
  /** A paragraph, always wrapped. */
  record Text(String text, Set<Look> looks) implements Element {
    /**
     * Checks that the looks agree.
     *
     * @throws IllegalArgumentException if two of them set the same property
     */
    public Text {
      looks = Set.copyOf(looks);
      if (looks.stream().map(Look::property).distinct().count() < looks.size()) {
        throw new IllegalArgumentException("looks exclude each other: " + looks);
      }
    }

    static Text of(String text, Look... looks) {
      return new Text(text, Set.of(looks));
    }
  }

  /** Elements on a coloured ground that reaches the card's edges. */
  record Banner(Ground ground, List<Element> items) implements Element {
    /** Copies the list. */
    public Banner {
      items = List.copyOf(items);
    }
  }

  /** Columns side by side. */
  record Columns(List<Column> columns, Look spacing) implements Element {
    /** Copies the list. */
    public Columns {
      columns = List.copyOf(columns);
    }
  }

  /** One column; {@code weight} is its share of the width, 1 to 100. */
  record Column(int weight, List<Text> items) {
    /** Copies the list. */
    public Column {
      items = List.copyOf(items);
    }
  }

  /** Names and values, aligned. */
  record FactSet(List<Fact> facts) implements Element {
    /** Copies the list. */
    public FactSet {
      facts = List.copyOf(facts);
    }
  }

  /** One name and its value. */
  record Fact(String title, String value) {}

  /** The named styles of a container. */
  enum Ground {
    CALM("emphasis"),
    GOOD("good"),
    WARNING("warning"),
    ALARM("attention");

    private final String style;

    Ground(String style) {
      this.style = style;
    }

    String style() {
      return style;
    }
  }
}
