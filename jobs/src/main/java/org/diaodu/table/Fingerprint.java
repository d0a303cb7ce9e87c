package org.diaodu.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The content of a dataset in a few digits, whatever the order of its rows: their number, and the
 * sum of their hashes. Two datasets with different fingerprints differ.
 *
 * @param rows number of rows
 * @param text the fingerprint
 */
public record Fingerprint(long rows, String text) {

  /** Of all columns but those named; runs one job. */
  public static Fingerprint of(Dataset<Row> rows, Set<String> without) {
    Column[] columns =
        Arrays.stream(rows.columns())
            .filter(name -> !without.contains(name))
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    Column hash = xxhash64(columns).cast("decimal(38,0)");
    // Two seeds' worth of bits: the plain sum, and the sum of the hashes of the hashes.
    Row row =
        rows.agg(
                count(lit(1)),
                coalesce(sum(hash), lit(0)).cast("string"),
                coalesce(sum(xxhash64(xxhash64(columns)).cast("decimal(38,0)")), lit(0))
                    .cast("string"))
            .first();
    return new Fingerprint(
        row.getLong(0), "%d:%s:%s".formatted(row.getLong(0), row.getString(1), row.getString(2)));
  }
}
