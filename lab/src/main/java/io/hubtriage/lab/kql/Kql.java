package io.hubtriage.lab.kql;

import java.util.List;

/**
 * Translates queries to DuckDB's SQL. What is covered, and its meaning, is what the shipped queries
 * need; the rest is refused by name, never guessed.
 */
public final class Kql {
  /** Settings and macros that translations rely on; run each once per database. */
  public static final List<String> PRELUDE =
      List.of(
          // A division by zero is null.
          "SET error_on_division_by_zero = false",
          // Neighbours and running sums see rows in the order in which they stream by.
          "SET preserve_insertion_order = true",
          // Never negative.
          "CREATE MACRO kql_mod(a, b) AS ((a % abs(b)) + abs(b)) % abs(b)",
          // 62,135,596,800 seconds from the year 1 to 1970.
          "CREATE MACRO kql_bin(t, width) AS make_timestamp((epoch_us(t) + 62135596800000000)"
              + " // width * width - 62135596800000000)",
          // What is no JSON becomes a string.
          "CREATE MACRO kql_parse_json(t) AS CASE WHEN json_valid(t) THEN t::JSON"
              + " WHEN t = '' THEN NULL ELSE to_json(t) END",
          "CREATE MACRO kql_texts(a) AS from_json(a, '[\"VARCHAR\"]')",
          "CREATE MACRO kql_array_length(a) AS"
              + " CASE WHEN json_type(a) = 'ARRAY' THEN json_array_length(a)::BIGINT END",
          "CREATE MACRO kql_array_index_of(a, t) AS CASE WHEN json_type(a) = 'ARRAY'"
              + " THEN coalesce(list_position(kql_texts(a), t), 0)::BIGINT - 1 END",
          "CREATE MACRO kql_array_sort_asc(a) AS to_json(list_sort(kql_texts(a)))",
          // A dynamic value above 1 MB is null.
          "CREATE MACRO kql_capped(j) AS" + " CASE WHEN strlen(j::VARCHAR) <= 1048576 THEN j END",
          "CREATE MACRO kql_cell(l) AS kql_capped(coalesce(to_json(l), '[]'::JSON))");

  private Kql() {}

  /**
   * Translates a query.
   *
   * @param table what it may read
   * @throws KqlException if it is wrong or holds something that is not covered; with line and
   *     column
   */
  public static Translation translate(String query, Table table) {
    try {
      return new Translator(table).translate(Parser.parse(query));
    } catch (KqlException e) {
      throw e.in(query);
    }
  }
}
