package org.diaodu.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The content of a dataset in a few digits, whatever the order of its rows: their number, and the
 * sum of their hashes. Two datasets with different fingerprints differ.
 *
 * @param rows number of rows
 * @param text the fingerprint
 * @param keyRepeats whether a key names more than one row
 */
public record Fingerprint(long rows, String text, boolean keyRepeats) {
  private static final String[] SUMS = {"times", "low", "high", "low_again", "high_again"};

  /**
   * Of all columns but those named; runs one job.
   *
   * @param key columns that together should name one row
   */
  public static Fingerprint of(Dataset<Row> rows, Set<String> without, List<String> key) {
    Column[] columns =
        Arrays.stream(rows.columns())
            .filter(name -> !without.contains(name))
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    Column hash = xxhash64(columns);
    // Two seeds' worth of bits: the plain sum, and the sum of the hashes of the hashes.
    Dataset<Row> byKey =
        rows.groupBy(key.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new))
            .agg(
                count(lit(1)).as(SUMS[0]),
                lowHalves(hash).as(SUMS[1]),
                highHalves(hash).as(SUMS[2]),
                lowHalves(xxhash64(hash)).as(SUMS[3]),
                highHalves(xxhash64(hash)).as(SUMS[4]));
    Row row =
        byKey
            .agg(
                max(SUMS[0]),
                Arrays.stream(SUMS)
                    .map(name -> coalesce(sum(name), lit(0L)))
                    .toArray(Column[]::new))
            .first();
    return new Fingerprint(
        row.getLong(1),
        IntStream.range(1, row.length())
            .mapToObj(i -> Long.toHexString(row.getLong(i)))
            .collect(Collectors.joining(":")),
        !row.isNullAt(0) && row.getLong(0) > 1);
  }

  /** Half of the bits of each: two thousand million of them fit into a long, and none overflows. */
  private static Column lowHalves(Column hash) {
    return coalesce(sum(hash.bitwiseAND(0xFFFF_FFFFL)), lit(0L));
  }

  private static Column highHalves(Column hash) {
    return coalesce(sum(shiftrightunsigned(hash, 32)), lit(0L));
  }
}
