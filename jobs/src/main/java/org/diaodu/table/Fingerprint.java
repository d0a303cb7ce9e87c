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
    Column hash = hash(rows, without);
    // Two seeds' worth of bits: the plain sum, and the sum of the hashes of the hashes.
    Dataset<Row> byKey =
        rows.groupBy(key.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new))
            .agg(
                count(lit(1)).as(SUMS[0]),
                lowHalves(hash).as(SUMS[1]),
                highHalves(hash).as(SUMS[2]),
                lowHalves(xxhash64(hash)).as(SUMS[3]),
                highHalves(xxhash64(hash)).as(SUMS[4]));
    return of(
        byKey
            .agg(
                max(SUMS[0]),
                Arrays.stream(SUMS)
                    .map(name -> coalesce(sum(name), lit(0L)))
                    .toArray(Column[]::new))
            .first());
  }

  /** Of all columns but those named, of rows too many to be grouped by their key; runs one job. */
  public static Fingerprint ofContent(Dataset<Row> rows, Set<String> without) {
    Column hash = hash(rows, without);
    return of(
        rows.agg(
                lit(null).cast("bigint"),
                count(lit(1)),
                lowHalves(hash),
                highHalves(hash),
                lowHalves(xxhash64(hash)),
                highHalves(xxhash64(hash)))
            .first());
  }

  /**
   * Of rows of which some were replaced.
   *
   * @param before of all of them before
   * @param removed of those that were taken away
   * @param added of those that came in their place
   */
  public static String replaced(String before, Fingerprint removed, Fingerprint added) {
    String[] all = before.split(":", -1);
    String[] less = removed.text().split(":", -1);
    String[] more = added.text().split(":", -1);
    return IntStream.range(0, all.length)
        .mapToObj(i -> Long.toHexString(number(all[i]) - number(less[i]) + number(more[i])))
        .collect(Collectors.joining(":"));
  }

  private static long number(String digits) {
    return Long.parseUnsignedLong(digits, 16);
  }

  private static Column hash(Dataset<Row> rows, Set<String> without) {
    return xxhash64(
        Arrays.stream(rows.columns())
            .filter(name -> !without.contains(name))
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new));
  }

  /** Of how often the most frequent key occurs, the number of rows, and the sums. */
  private static Fingerprint of(Row row) {
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
