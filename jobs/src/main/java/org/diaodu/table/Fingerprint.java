package org.diaodu.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

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

  private static final long LOW_HALF = 0xFFFF_FFFFL;

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

  /**
   * The same of rows that are in memory, without a job: what {@link #of(Dataset, Set, List)} says
   * of a dataset of them.
   *
   * @param schema of the rows; a decimal counts as it is stored with it
   * @param key columns that together should name one row
   * @throws IllegalArgumentException where a column that counts is a map: its content has no order
   */
  public static Fingerprint of(
      List<Row> rows, StructType schema, Set<String> without, List<String> key) {
    RowHash hash = new RowHash(schema, without);
    int[] keyColumns = key.stream().mapToInt(schema::fieldIndex).toArray();
    Set<List<Object>> keys = new HashSet<>();
    long[] sums = new long[SUMS.length];
    for (Row row : rows) {
      InternalRow stored = hash.stored(row);
      long once = hash.of(stored);
      long again = RowHash.of(once);
      sums[0]++;
      sums[1] += once & LOW_HALF;
      sums[2] += once >>> 32;
      sums[3] += again & LOW_HALF;
      sums[4] += again >>> 32;
      keys.add(
          Arrays.stream(keyColumns)
              .mapToObj(column -> stored.get(column, schema.fields()[column].dataType()))
              .toList());
    }
    return new Fingerprint(rows.size(), digits(Arrays.stream(sums)), keys.size() < rows.size());
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
    return digits(
        IntStream.range(0, all.length)
            .mapToLong(i -> number(all[i]) - number(less[i]) + number(more[i])));
  }

  private static String digits(LongStream sums) {
    return sums.mapToObj(Long::toHexString).collect(Collectors.joining(":"));
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
        digits(IntStream.range(1, row.length()).mapToLong(row::getLong)),
        !row.isNullAt(0) && row.getLong(0) > 1);
  }

  /** Half of the bits of each: two thousand million of them fit into a long, and none overflows. */
  private static Column lowHalves(Column hash) {
    return coalesce(sum(hash.bitwiseAND(LOW_HALF)), lit(0L));
  }

  private static Column highHalves(Column hash) {
    return coalesce(sum(shiftrightunsigned(hash, 32)), lit(0L));
  }
}
