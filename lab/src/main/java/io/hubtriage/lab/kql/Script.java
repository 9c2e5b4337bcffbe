package io.hubtriage.lab.kql;

import java.util.List;

/** A whole query: let statements, then the pipeline whose rows are the answer. */
record Script(List<Let> lets, Pipeline query) {
  /** A name for a value or for rows. */
  sealed interface Let {
    int at();

    String name();
  }

  record LetScalar(int at, String name, Expression value) implements Let {}

  record LetRows(int at, String name, Pipeline rows, Keep keep) implements Let {}

  /** Whether rows are worked out once, by {@code materialize()}, or wherever they are named. */
  enum Keep {
    ONCE,
    ANEW
  }
}
