/**
 * The part of the Kusto query language that the shipped queries use, translated to DuckDB's SQL.
 * Whatever else a query holds is refused by name.
 */
@NullMarked
package io.hubtriage.lab.kql;

import org.jspecify.annotations.NullMarked;
