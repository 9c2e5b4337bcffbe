package io.hubtriage.lab.kql;

import java.util.List;

/** Rows from a source, changed step by step. */
record Pipeline(Source source, List<Step> steps) {
  /** Where rows come from. */
  sealed interface Source {
    <R> R match(Cases<R> cases);

    /** One answer per kind of source; a new kind stops every fold compiling. */
    interface Cases<R> {
      R named(Named named);

      R union(Union union);

      R datatable(Datatable datatable);
    }
  }

  /** A table, or the name of a let statement. */
  record Named(int at, String name) implements Source {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.named(this);
    }
  }

  record Union(int at, List<Pipeline> parts) implements Source {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.union(this);
    }
  }

  /** Values row by row, in the columns' order. */
  record Datatable(int at, List<Column> columns, List<Expression> values) implements Source {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.datatable(this);
    }
  }
}
