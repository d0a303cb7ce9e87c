package org.diaodu.table;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;

/** Rows that were computed for a table, with the columns of its contract in their order. */
public sealed interface TableRows {
  /** The rows as a query of a session. */
  Dataset<Row> in(SparkSession spark, Table table);

  /** Few rows, in the memory of this process. */
  record AtHand(List<Row> rows) implements TableRows {
    @Override
    public Dataset<Row> in(SparkSession spark, Table table) {
      return spark.createDataFrame(rows, ContractReader.read(table).struct());
    }
  }

  /** Rows of a query, which may be many. */
  record Queried(Dataset<Row> rows) implements TableRows {
    @Override
    public Dataset<Row> in(SparkSession spark, Table table) {
      return rows;
    }
  }
}
