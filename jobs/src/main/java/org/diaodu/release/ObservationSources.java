package org.diaodu.release;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.ingest.Ingest;
import org.diaodu.ingest.LandingFile;
import org.diaodu.ingest.LandingFolder;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.NotReleasedException;
import org.diaodu.table.Warehouse;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Observations held against the files that they came from, read once more: a figure that somebody
 * rewrote stands in no cell. Files count by their content, wherever they lie now; of those that the
 * pack of today did not read the last time nothing follows, since it may read them otherwise.
 *
 * @param compared how many observations were held against their cell
 * @param withoutFile how many were not, because their file is gone or was read by another pack
 * @param faults one sentence in Chinese for each that its cell does not say, the first ones
 */
public record ObservationSources(long compared, long withoutFile, List<String> faults) {
  private static final int MOST = 50;

  private static final List<String> KEY =
      List.of(
          "source_sha256",
          "source_cell",
          "indicator",
          "ref_area",
          "freq",
          "time_period",
          "accumulation",
          "measure");

  /**
   * Reads the files and compares.
   *
   * @param landing where the files lie that were received, or a copy of them
   * @throws NotReleasedException where nothing was published yet
   */
  public static ObservationSources of(
      SparkSession spark, String root, RegionPack pack, Path landing, Instant now) {
    Manifest newest =
        new Manifests(spark.sparkContext().hadoopConfiguration(), root)
            .newest()
            .orElseThrow(() -> new NotReleasedException(root));
    Warehouse warehouse = new Warehouse(spark, root);
    Dataset<Row> stored = read(warehouse, newest, Table.OBSERVATIONS);
    List<LandingFile> files =
        comparable(
            LandingFolder.look(landing, now).files(),
            Set.copyOf(
                read(warehouse, newest, Table.SOURCE_FILES)
                    .where(col("pack_id").equalTo(pack.packId()))
                    .select("sha256")
                    .distinct()
                    .as(Encoders.STRING())
                    .collectAsList()));
    Column there =
        col("source_sha256")
            .isInCollection(files.stream().map(LandingFile::sha256).collect(Collectors.toSet()));
    Dataset<Row> compared = stored.where(there);
    List<String> faults = new ArrayList<>();
    if (!files.isEmpty()) {
      Dataset<Row> said =
          Ingest.cells(
                  spark,
                  files,
                  pack,
                  newest.asOf(),
                  spark.sparkContext().longAccumulator("cells read again"))
              .select(columns(KEY, "obs_value", "obs_status"));
      faults.addAll(differing(compared, said));
    }
    return new ObservationSources(
        compared.count(), stored.where(not(there)).count(), List.copyOf(faults));
  }

  /** Of files with one content one is enough. */
  private static List<LandingFile> comparable(List<LandingFile> files, Set<String> readByThisPack) {
    Map<String, LandingFile> byContent = new LinkedHashMap<>();
    files.stream()
        .filter(file -> file.readable() && readByThisPack.contains(file.sha256()))
        .forEach(file -> byContent.putIfAbsent(file.sha256(), file));
    return List.copyOf(byContent.values());
  }

  private static List<String> differing(Dataset<Row> stored, Dataset<Row> said) {
    Dataset<Row> cells =
        said.withColumnRenamed("obs_value", "said_value")
            .withColumnRenamed("obs_status", "said_status")
            .withColumn("is_said", lit(true));
    Column same =
        col("is_said")
            .isNotNull()
            .and(col("said_value").eqNullSafe(col("obs_value")))
            .and(col("said_status").eqNullSafe(col("obs_status")));
    return stored
        .join(cells, CollectionConverters.asScala(KEY).toSeq(), "left")
        .where(not(same))
        .orderBy("source_file", "source_cell")
        .limit(MOST)
        .collectAsList()
        .stream()
        .map(ObservationSources::sentence)
        .toList();
  }

  private static String sentence(Row row) {
    String cell = row.getAs("source_cell");
    String file = row.getAs("source_file");
    String figure =
        "%s %s %s %s"
            .formatted(
                row.<String>getAs("ref_area"),
                row.<String>getAs("indicator"),
                row.<String>getAs("time_period"),
                row.<String>getAs("measure"));
    return row.getAs("is_said") == null
        ? "数据 %s：文件 %s 的 %s 没有这个数；用备份恢复，或由收件文件夹重建仓库".formatted(figure, file, cell)
        : "数据 %s：表中是 %s，文件 %s 的 %s 是 %s；用备份恢复，或由收件文件夹重建仓库"
            .formatted(figure, row.getAs("obs_value"), file, cell, row.getAs("said_value"));
  }

  private static Column[] columns(List<String> key, String... more) {
    return Stream.concat(key.stream(), Arrays.stream(more))
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }

  private static Dataset<Row> read(Warehouse warehouse, Manifest manifest, Table table) {
    return warehouse.read(table, manifest.versions().get(table.fullName()));
  }
}
