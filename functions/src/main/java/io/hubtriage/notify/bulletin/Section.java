package io.hubtriage.notify.bulletin;

import java.util.List;

/** A part of a bulletin. Texts are ready to show; foreign text in them is tamed already. */
public sealed interface Section {
  /** The heading; {@code ""} for none. */
  String title();

  /** Paragraphs of running text, and one of small print below them ({@code ""} for none). */
  record Prose(String title, List<String> paragraphs, String note) implements Section {
    /** Copies the list. */
    public Prose {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** Things to do or know, one line each. */
  record Steps(String title, List<String> lines) implements Section {
    /** Copies the list. */
    public Steps {
      lines = List.copyOf(lines);
    }
  }

  /** Names and values. */
  record Facts(String title, List<Fact> facts) implements Section {
    /** Copies the list. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A list with three columns.
   *
   * @param columns the three columns' names
   * @param more how many were left out, in words; {@code ""} if none
   */
  record Table(String title, List<String> columns, List<Row> rows, String more) implements Section {
    /** Copies the list. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** One name and its value. */
  record Fact(String name, String value) {}

  /**
   * A device or an incident in a table.
   *
   * @param name what it is called
   * @param detail more about it, small; {@code ""} for none
   * @param state how it is
   * @param since since when: in UTC, and in the reader's zone where that differs
   */
  record Row(String name, String detail, String state, Tone tone, List<String> since) {
    /** Copies the list. */
    public Row {
      since = List.copyOf(since);
    }
  }
}
