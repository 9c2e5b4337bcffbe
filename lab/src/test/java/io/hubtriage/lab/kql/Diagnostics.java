package io.hubtriage.lab.kql;

import java.util.List;
import java.util.Optional;

/** The table as Microsoft's analyser is told of it; nothing of it is run. */
final class Diagnostics implements Table {
  @Override
  public String name() {
    return "AzureDiagnostics";
  }

  @Override
  public List<Column> columns() {
    return AzureSchema.columns();
  }

  @Override
  public String from() {
    return "diagnostics";
  }

  @Override
  public Optional<Stored> stored(String expression, Type type) {
    return Optional.empty();
  }
}
