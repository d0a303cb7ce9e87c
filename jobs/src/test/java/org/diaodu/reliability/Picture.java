package org.diaodu.reliability;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sort_array;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.published.PublishedTables;
import org.diaodu.table.Fingerprint;

/** What all readers of one published night see, as one fingerprint for each table. */
public final class Picture {
  /** Who wrote a row and when, which differs from run to run. */
  private static final Set<String> OF_THE_RUN = Set.of("run_id", "recorded_at", "received_at");

  /** Of figures, judgements, refusals and files: enough to tell one night from another. */
  private static final List<Table> TELLING =
      List.of(Table.SOURCE_FILES, Table.OBSERVATIONS, Table.GROWTH, Table.COMPLETENESS);

  private Picture() {}

  /** Every table that holds figures or what follows from them. */
  public static Map<String, String> whole(PublishedTables tables) {
    return of(
        tables,
        Arrays.stream(Table.values())
            .filter(t -> t != Table.JOB_RUNS && t != Table.RELEASES && t != Table.DISPATCH_FIGURES)
            .toList());
  }

  /** Enough tables to see a mixture of two nights, read one after the other. */
  public static Map<String, String> telling(PublishedTables tables) {
    return of(tables, TELLING);
  }

  private static Map<String, String> of(PublishedTables tables, List<Table> which) {
    Map<String, String> picture = new TreeMap<>();
    for (Table table : which) {
      Dataset<Row> rows = tables.read(table);
      for (StructField field : rows.schema().fields()) {
        if (field.dataType() instanceof MapType) {
          // Entries of a map have no order, and Spark makes no fingerprint of them.
          rows = rows.withColumn(field.name(), sort_array(map_entries(col(field.name()))));
        }
      }
      picture.put(
          table.fullName(),
          // In memory: they are few, and to group them by their key takes jobs.
          Fingerprint.of(
                  rows.collectAsList(), rows.schema(), OF_THE_RUN, ContractReader.read(table).key())
              .text());
    }
    return picture;
  }
}
