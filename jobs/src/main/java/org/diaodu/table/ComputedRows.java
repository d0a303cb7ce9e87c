package org.diaodu.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;

/**
 * Rows that were computed for a table, as its contract says, and are kept until this is closed.
 *
 * @param table for which
 * @param rows the rows, with the columns of the contract in its order
 * @param fingerprint their content
 */
public record ComputedRows(Table table, Dataset<Row> rows, Fingerprint fingerprint)
    implements AutoCloseable {
  @Override
  public void close() {
    rows.unpersist();
  }
}
