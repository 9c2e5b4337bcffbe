package io.hubtriage.lab.kql;

/** The names of columns that a query defines. */
final class Definitions {
  private Definitions() {}

  /**
   * The name given, or that of the column which is taken as it is.
   *
   * @throws KqlException if there is neither: the service would make a name up
   */
  static String name(Step.Definition definition) {
    String given = definition.name();
    if (given != null) {
      return given;
    }
    if (definition.value() instanceof Expression.Name column) {
      return column.name();
    }
    throw KqlException.notCovered(definition.at(), "a column without a name");
  }
}
