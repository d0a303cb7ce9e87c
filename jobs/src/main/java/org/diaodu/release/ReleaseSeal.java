package org.diaodu.release;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.Table;

/**
 * The content of a release in 64 digits: SHA-256 over all its rows, figures and what they came from
 * included. It stands in the manifest that published the release and in all later ones, and each
 * manifest names the SHA-256 of the one before it: whoever changes a release has to change every
 * manifest since.
 */
final class ReleaseSeal {
  private static final String PREFIX = Table.RELEASES.fullName() + "/";

  private ReleaseSeal() {}

  /** What a manifest held, and the seals of releases beside it. */
  static SortedMap<String, String> added(
      Map<String, String> fingerprints, Dataset<Row> releases, Dataset<Row> figures) {
    SortedMap<String, String> sealed = new TreeMap<>(fingerprints);
    made(releases, figures).forEach((release, seal) -> sealed.put(PREFIX + release, seal));
    return sealed;
  }

  /** The seals that a manifest holds, by release. */
  static Map<String, String> of(Map<String, String> fingerprints) {
    Map<String, String> seals = new TreeMap<>();
    fingerprints.forEach(
        (name, seal) -> {
          if (name.startsWith(PREFIX)) {
            seals.put(name.substring(PREFIX.length()), seal);
          }
        });
    return seals;
  }

  /**
   * The seals of releases as they are now.
   *
   * @param releases rows of {@code reporting.releases}
   * @param figures rows of {@code reporting.dispatch_figures}
   * @return seal by release
   */
  static Map<String, String> made(Dataset<Row> releases, Dataset<Row> figures) {
    Dataset<Row> documents = rows(releases, "documents");
    Map<String, String> seals = new TreeMap<>();
    documents
        .join(rows(figures, "figures"), joined("release_id"), "left")
        .select(
            col("release_id"),
            sha2(concat(col("documents"), coalesce(col("figures"), lit(""))), 256))
        .collectAsList()
        .forEach(row -> seals.put(row.getString(0), row.getString(1)));
    return seals;
  }

  /** One text for each release, whatever the order of its rows. */
  private static Dataset<Row> rows(Dataset<Row> rows, String name) {
    Column row = sha2(to_json(struct(col("*"))), 256);
    return rows.select(col("release_id"), row.as("row"))
        .groupBy("release_id")
        .agg(array_join(sort_array(collect_list(col("row"))), "").as(name));
  }

  private static scala.collection.immutable.Seq<String> joined(String column) {
    return scala.jdk.javaapi.CollectionConverters.asScala(java.util.List.of(column)).toSeq();
  }
}
