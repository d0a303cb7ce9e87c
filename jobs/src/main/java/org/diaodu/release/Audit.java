package org.diaodu.release;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.domain.TimePeriod;
import org.diaodu.hold.HeldWords;
import org.diaodu.statistics.TableRefresh;
import org.diaodu.table.Fingerprint;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.NotReleasedException;
import org.diaodu.table.StoredPicture;
import org.diaodu.table.Warehouse;

/**
 * Who published what, when and from which files; and whether it still is what was published.
 *
 * @param releases oldest first
 * @param confirmations what was held and who decided what of it, in Chinese, oldest first
 * @param faults one sentence in Chinese for each thing that was changed afterwards; empty where
 *     nothing was
 */
public record Audit(List<Release> releases, List<String> confirmations, List<String> faults) {

  /**
   * One release.
   *
   * @param id the release
   * @param publishedAt when
   * @param by account
   * @param program version of the program
   * @param manifest number of the manifest that it was made from
   * @param documents how many documents
   * @param figures how many figures in them
   * @param files {@code name sha256} of each landing file that a figure came from
   * @param seal SHA-256 of its content as it is now
   */
  public record Release(
      String id,
      Instant publishedAt,
      String by,
      String program,
      long manifest,
      long documents,
      long figures,
      List<String> files,
      String seal) {}

  /**
   * Looks at a warehouse.
   *
   * @throws NotReleasedException where nothing was published yet
   */
  public static Audit of(SparkSession spark, String root) {
    Manifests manifests = new Manifests(spark.sparkContext().hadoopConfiguration(), root);
    Manifest newest = manifests.newest().orElseThrow(() -> new NotReleasedException(root));
    Warehouse warehouse = new Warehouse(spark, root);
    Dataset<Row> releases = read(warehouse, newest, Table.RELEASES);
    Dataset<Row> figures = read(warehouse, newest, Table.DISPATCH_FIGURES);
    Map<String, String> now = ReleaseSeal.made(releases, figures);
    StoredPicture stored = new StoredPicture(spark.sparkContext().hadoopConfiguration(), root);
    List<String> faults = new ArrayList<>(manifests.faults());
    faults.addAll(stored.missing(newest));
    faults.addAll(stored.changed(newest));
    if (faults.isEmpty()) {
      // Where files are missing or other, it is known already that the tables are.
      faults.addAll(otherContent(warehouse, newest));
    }
    faults.addAll(
        SignOffRecords.faults(
            spark.sparkContext().hadoopConfiguration(), root, signatures(releases)));
    faults.addAll(differing(ReleaseSeal.of(newest.fingerprints()), now));
    return new Audit(
        releases(releases, figures, now),
        confirmations(read(warehouse, newest, Table.CONFIRMATIONS)),
        List.copyOf(faults));
  }

  /** By period, what releases hold of the steps by which they were signed. */
  private static Map<TimePeriod, Set<String>> signatures(Dataset<Row> releases) {
    Map<TimePeriod, Set<String>> signatures = new HashMap<>();
    releases
        .select(
            col("time_period"),
            get_json_object(col("body"), "$.letterhead.fields." + Publishing.SIGNATURE))
        .distinct()
        .collectAsList()
        .stream()
        .filter(row -> !row.isNullAt(1))
        .forEach(
            row ->
                signatures
                    .computeIfAbsent(TimePeriod.of(row.getString(0)), period -> new HashSet<>())
                    .add(row.getString(1)));
    return signatures;
  }

  private static List<String> confirmations(Dataset<Row> decisions) {
    return decisions.orderBy("decided_at", "hold_id").collectAsList().stream()
        .map(
            row ->
                "%s %s %s"
                    .formatted(
                        row.<String>getAs("hold_id"),
                        row.<String>getAs("statement"),
                        HeldWords.decision(row)))
        .toList();
  }

  /** Computed tables whose rows are not those of which the manifest keeps the fingerprint. */
  private static List<String> otherContent(Warehouse warehouse, Manifest manifest) {
    List<String> faults = new ArrayList<>();
    for (Table table : Table.values()) {
      String then = manifest.fingerprints().get(table.fullName());
      if (then != null
          && !then.equals(
              Fingerprint.ofContent(
                      read(warehouse, manifest, table), TableRefresh.BOOKKEEPING_COLUMNS)
                  .text())) {
        faults.add(
            "表 %s 的内容与发布清单 %d 所记的不符：用备份恢复这张表，或由收件文件夹重建仓库"
                .formatted(table.fullName(), manifest.number()));
      }
    }
    return faults;
  }

  private static List<String> differing(Map<String, String> then, Map<String, String> now) {
    List<String> faults = new ArrayList<>();
    then.forEach(
        (release, seal) -> {
          if (!now.containsKey(release)) {
            faults.add("发布 %s 不见了".formatted(release));
          } else if (!now.get(release).equals(seal)) {
            faults.add("发布 %s 的内容在发布以后被改过".formatted(release));
          }
        });
    now.keySet().stream()
        .filter(release -> !then.containsKey(release))
        .forEach(release -> faults.add("发布 %s 没有登记校验值，无法核对".formatted(release)));
    return faults;
  }

  private static List<Release> releases(
      Dataset<Row> releases, Dataset<Row> figures, Map<String, String> seals) {
    Map<String, Row> counted = new HashMap<>();
    figures
        .groupBy("release_id")
        .agg(count(lit(1)).as("figures"))
        .collectAsList()
        .forEach(row -> counted.put(row.getString(0), row));
    Map<String, List<String>> files = new HashMap<>();
    figures
        .select(col("release_id"), explode(col("sources")).as("source"))
        .groupBy("release_id")
        .agg(
            sort_array(collect_set(concat(col("source.file"), lit(" "), col("source.sha256"))))
                .as("files"))
        .collectAsList()
        .forEach(row -> files.put(row.getString(0), List.copyOf(row.<String>getList(1))));
    return releases
        .groupBy("release_id")
        .agg(
            max("published_at").as("published_at"),
            max("published_by").as("by"),
            max("program").as("program"),
            max("manifest").as("manifest"),
            count(lit(1)).as("documents"))
        .orderBy("published_at", "release_id")
        .collectAsList()
        .stream()
        .map(
            row -> {
              String id = row.getAs("release_id");
              return new Release(
                  id,
                  row.getAs("published_at"),
                  row.getAs("by"),
                  row.getAs("program"),
                  row.<Long>getAs("manifest"),
                  row.<Long>getAs("documents"),
                  counted.containsKey(id) ? counted.get(id).getLong(1) : 0,
                  files.getOrDefault(id, List.of()),
                  seals.get(id));
            })
        .toList();
  }

  private static Dataset<Row> read(Warehouse warehouse, Manifest manifest, Table table) {
    return warehouse.read(table, manifest.versions().get(table.fullName()));
  }
}
