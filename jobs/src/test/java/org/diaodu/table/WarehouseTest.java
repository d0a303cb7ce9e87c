package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.diaodu.column.SourceColumns;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.observations.Vintages;
import org.diaodu.testing.ObservationsFixture;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {
  private final SparkSession spark = SharedSpark.session();

  @TempDir private Path root;

  @Test
  void aTableIsCreatedWithItsCommentsNotNullsAndConstraints() {
    Warehouse warehouse = warehouse(Table.JOB_RUNS);

    Row detail = DeltaTable.forPath(spark, warehouse.path(Table.JOB_RUNS)).detail().first();
    assertThat(detail.<String>getAs("description")).startsWith("One row per run and stage.");
    assertThat(detail.getJavaMap(detail.fieldIndex("properties")).keySet().toString())
        .contains("delta.constraints.status_is_known");
    assertThat(warehouse.read(Table.JOB_RUNS).schema().apply("stage").getComment().get())
        .startsWith("Stage, or nightly");
  }

  @Test
  void aRowThatBreaksAConstraintIsRefusedByName() {
    Warehouse warehouse = warehouse(Table.JOB_RUNS);
    Dataset<Row> wrong =
        spark.createDataFrame(
            List.of(RowFactory.create("r", "s", at(0), at(1), "perhaps", 0L, null, "p", null)),
            ContractReader.read(Table.JOB_RUNS).struct());

    assertThatThrownBy(() -> warehouse.append(Table.JOB_RUNS, wrong, 1))
        .hasStackTraceContaining("status_is_known");
    assertThat(warehouse.read(Table.JOB_RUNS).count()).isZero();
  }

  @Test
  void rowsThatDifferFromTheContractAreRefusedInWords() {
    Warehouse warehouse = warehouse(Table.UNITS);

    assertThatThrownBy(
            () ->
                warehouse.append(Table.UNITS, units("a").withColumn("colour", functions.lit(1)), 1))
        .isInstanceOf(TableDiffersException.class)
        .hasMessageContaining("reference.units")
        .hasMessageContaining("column colour is not in the contract");
  }

  @Test
  void aColumnThatIsNewAndMayBeNullIsAddedInPlace() {
    Warehouse warehouse = new Warehouse(spark, root.toString());
    Dataset<Row> before =
        spark.createDataFrame(
            List.of(RowFactory.create("r", "s", at(0), at(1), "done", 0L, "p")),
            new StructType()
                .add("run_id", "string", false)
                .add("stage", "string", false)
                .add("started_at", "timestamp", false)
                .add("ended_at", "timestamp", false)
                .add("status", "string", false)
                .add("rows_written", "bigint", false)
                .add("pack_id", "string", false));
    before.write().format("delta").save(warehouse.path(Table.JOB_RUNS));

    warehouse.ensure(Table.JOB_RUNS);

    Row kept = warehouse.read(Table.JOB_RUNS).first();
    assertThat(kept.<String>getAs("run_id")).isEqualTo("r");
    assertThat(kept.<String>getAs("error")).isNull();
    assertThat(warehouse.read(Table.JOB_RUNS).schema().apply("error").getComment().get())
        .startsWith("What failed. ")
        .containsPattern("\\p{IsHan}");
    assertThat(
            DeltaTable.forPath(spark, warehouse.path(Table.JOB_RUNS))
                .detail()
                .select("properties")
                .first()
                .getJavaMap(0)
                .toString())
        .as("Delta no longer deletes entries of the log by itself")
        .contains("delta.enableExpiredLogCleanup=false");
    assertThatThrownBy(
            () ->
                warehouse.append(
                    Table.JOB_RUNS,
                    spark.createDataFrame(
                        List.of(
                            RowFactory.create("r", "t", at(0), at(1), "hm", 0L, null, "p", null)),
                        ContractReader.read(Table.JOB_RUNS).struct()),
                    1))
        .as("the constraints were added, too")
        .hasStackTraceContaining("status_is_known");
  }

  @Test
  void figuresOfAWarehouseWithoutSourcesCountAsTheReporters() {
    Warehouse warehouse = new Warehouse(spark, root.toString());
    Dataset<Row> before =
        new ObservationsFixture().release("T01", "2024-06", "100", "2024-07-15").rows();
    before.drop("source").write().format("delta").save(warehouse.path(Table.OBSERVATIONS));

    warehouse.ensure(Table.OBSERVATIONS);

    Dataset<Row> kept = warehouse.read(Table.OBSERVATIONS);
    assertThat(kept.where(SourceColumns.isJudged(Map.of())).count()).isEqualTo(1);
    assertThat(Vintages.added(kept, before).collectAsList()).as("the same heard again").isEmpty();
    assertThatThrownBy(() -> warehouse.append(Table.OBSERVATIONS, before, 1))
        .as("null is a value of its own in a key")
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aRetiredColumnIsTakenAwayAndEveryRowStays() {
    Warehouse warehouse = warehouse(Table.GROWTH);
    String path = warehouse.path(Table.GROWTH);
    spark.sql(
        "ALTER TABLE delta.`%s` ADD COLUMNS (contribution_by_published_pp INT)".formatted(path));
    spark.sql(
        ("INSERT INTO delta.`%s` (indicator, ref_area, freq, accumulation, time_period, derivation,"
                + " provenance, not_computed_because, release_date, as_of,"
                + " contribution_by_published_pp) VALUES ('gdp', 'T01', 'A', 'YTD', '2023',"
                + " 'reported', 'official', 'no_base_period', DATE'2024-01-20', DATE'2024-02-01', 7)")
            .formatted(path));

    warehouse.ensure(Table.GROWTH);

    assertThat(warehouse.read(Table.GROWTH).columns())
        .containsExactlyInAnyOrderElementsOf(ContractReader.read(Table.GROWTH).columnNames());
    assertThat(warehouse.read(Table.GROWTH).select("indicator", "ref_area").first())
        .hasToString("[gdp,T01]");
    assertThatThrownBy(() -> spark.sql("UPDATE delta.`%s` SET ref_area = NULL".formatted(path)))
        .as("what may not be null still may not")
        .hasStackTraceContaining("NOT NULL");
    assertThatThrownBy(() -> spark.sql("UPDATE delta.`%s` SET freq = 'X'".formatted(path)))
        .as("constraints stay")
        .hasStackTraceContaining("freq_is_known");
  }

  @Test
  void aRetiredConstraintIsLiftedAndTheOneInItsPlaceHolds() {
    Warehouse warehouse = warehouse(Table.OBSERVATIONS);
    String path = warehouse.path(Table.OBSERVATIONS);
    spark.sql("ALTER TABLE delta.`%s` DROP CONSTRAINT measure_is_in_code_list".formatted(path));
    spark.sql(
        "ALTER TABLE delta.`%s` ADD CONSTRAINT measure_is_known CHECK (measure IN ('LEVEL', 'YOY'))"
            .formatted(path));

    warehouse.ensure(Table.OBSERVATIONS);

    assertThat(
            DeltaTable.forPath(spark, path)
                .detail()
                .select("properties")
                .first()
                .getJavaMap(0)
                .toString())
        .contains("delta.constraints.measure_is_in_code_list=")
        .doesNotContain("measure_is_known");
  }

  @Test
  void withoutASessionItIsSeenHowATableDiffers() {
    Warehouse warehouse = warehouse(Table.UNITS);
    units("a").drop("pack_id").write().format("delta").save(warehouse.path(Table.TARGETS));
    spark.sql("SELECT 'r' AS run_id").write().format("delta").save(warehouse.path(Table.JOB_RUNS));

    assertThat(stored(Table.UNITS)).contains(new SchemaDrift(List.of(), List.of()));
    assertThat(stored(Table.GROWTH)).as("a table that was not made yet").isEmpty();
    assertThat(stored(Table.TARGETS).orElseThrow().refused())
        .contains("column pack_id is missing, expected STRING");
    assertThat(stored(Table.JOB_RUNS).orElseThrow().added())
        .as("what may be null is added, and the constraints")
        .contains("error", "status_is_known");
  }

  private Optional<SchemaDrift> stored(Table table) {
    return SchemaDrift.of(new Configuration(), root.toString(), table);
  }

  @Test
  void aTableThatDriftedIsNotUsed() {
    Warehouse warehouse = new Warehouse(spark, root.toString());
    units("a").drop("pack_id").write().format("delta").save(warehouse.path(Table.UNITS));

    assertThatThrownBy(() -> warehouse.ensure(Table.UNITS))
        .as("a column that may not be null cannot be made up")
        .isInstanceOf(TableDiffersException.class)
        .hasMessageContaining("column pack_id is missing");
  }

  @Test
  void aKeyNamesOneRow() {
    Warehouse warehouse = warehouse(Table.UNITS);
    warehouse.append(Table.UNITS, units("a"), 1);

    assertThatThrownBy(() -> warehouse.append(Table.UNITS, units("b", "b"), 2))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("b, p");
    assertThatThrownBy(() -> warehouse.append(Table.UNITS, units("a"), 1))
        .as("also with what the table holds")
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void fewRowsOfManyPartsComeIntoOneFile() {
    Warehouse warehouse = warehouse(Table.UNITS);

    warehouse.append(Table.UNITS, units("a", "b", "c").repartition(3), 3);
    assertThat(warehouse.files(Table.UNITS)).as("added").isEqualTo(1);

    warehouse.appendMissing(Table.UNITS, units("c", "d", "e").repartition(3));
    assertThat(warehouse.files(Table.UNITS)).as("one more").isEqualTo(2);

    Dataset<Row> other = units("f", "g", "h").repartition(3);
    try (ComputedRows rows =
        warehouse.compute(Table.UNITS, new TableRows.Queried(other), Set.of())) {
      warehouse.replace(rows);
    }
    assertThat(warehouse.files(Table.UNITS)).as("put in their place").isEqualTo(1);
    SharedSpark.assertSameRows(units("f", "g", "h"), warehouse.read(Table.UNITS));
  }

  @Test
  void whatIsThereAlreadyIsNotAddedAgain() {
    Warehouse warehouse = warehouse(Table.UNITS);
    warehouse.append(Table.UNITS, units("a"), 1);

    assertThat(warehouse.appendMissing(Table.UNITS, units("a", "b"))).isEqualTo(1);
    SharedSpark.assertSameRows(units("a", "b"), warehouse.read(Table.UNITS));
  }

  @Test
  void theFingerprintDependsOnContentAndNotOnOrder() {
    assertThat(fingerprint(units("a", "b")))
        .isEqualTo(fingerprint(units("b", "a").repartition(2)))
        .isNotEqualTo(fingerprint(units("a", "c")));
    assertThat(Fingerprint.of(units("a"), Set.of("name_zh"), List.of("unit")))
        .as("columns that are left out do not count")
        .isEqualTo(
            Fingerprint.of(
                units("a").withColumn("name_zh", functions.lit("other")),
                Set.of("name_zh"),
                List.of("unit")));
  }

  @Test
  void computedRowsTakeThePlaceOfAllThatWereThere() {
    Warehouse warehouse = warehouse(Table.UNITS);
    for (String[] names : List.of(new String[] {"a", "b"}, new String[] {"c"})) {
      try (ComputedRows rows =
          warehouse.compute(Table.UNITS, new TableRows.Queried(units(names)), Set.of())) {
        warehouse.replace(rows);

        assertThat(rows.fingerprint().rows()).isEqualTo(names.length);
        SharedSpark.assertSameRows(units(names), warehouse.read(Table.UNITS));
      }
    }
  }

  @Test
  void computedRowsOfOneKeyAreRefusedAndNamed() {
    Warehouse warehouse = warehouse(Table.UNITS);

    assertThatThrownBy(
            () ->
                warehouse.compute(
                    Table.UNITS, new TableRows.Queried(units("b", "a", "b")), Set.of()))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("b, p");
  }

  @Test
  void rowsWrittenWithoutBeingKeptAreHeldAgainstTheirKeyAndHaveTheSameFingerprint() {
    Warehouse warehouse = warehouse(Table.UNITS);

    Fingerprint written =
        warehouse.replace(Table.UNITS, new TableRows.Queried(units("a", "b")), Set.of());

    assertThat(written).isEqualTo(fingerprint(units("a", "b")));
    assertThatThrownBy(
            () ->
                warehouse.replace(
                    Table.UNITS, new TableRows.Queried(units("b", "a", "b")), Set.of()))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("b, p");
  }

  @Test
  void theFingerprintOfTheWholeFollowsFromWhatWasTakenAwayAndWhatCame() {
    String before = fingerprint(units("a", "b", "c", "d")).text();
    String after = fingerprint(units("a", "b", "e", "f", "g")).text();

    assertThat(
            Fingerprint.replaced(
                before, fingerprint(units("c", "d")), fingerprint(units("g", "f", "e"))))
        .isEqualTo(after);
  }

  @Test
  void whatWasAddedSinceAVersionIsTheRowsOfItsNewFiles() {
    Warehouse warehouse = warehouse(Table.UNITS);
    warehouse.append(Table.UNITS, units("a"), 1);
    long version = warehouse.version(Table.UNITS);
    warehouse.append(Table.UNITS, units("b"), 1);
    warehouse.append(Table.UNITS, units("c"), 1);

    SharedSpark.assertSameRows(
        units("b", "c"), warehouse.addedSince(Table.UNITS, version).orElseThrow());
    assertThat(
            warehouse
                .addedSince(Table.UNITS, warehouse.version(Table.UNITS))
                .orElseThrow()
                .collectAsList())
        .isEmpty();
  }

  @Test
  void anOldFileThatIsNoPartOfATableIsDeletedAndNoOther() throws IOException {
    Warehouse warehouse = warehouse(Table.UNITS);
    warehouse.append(Table.UNITS, units("a"), 1);
    Path folder = root.resolve(Table.UNITS.path());

    assertThat(clean(warehouse)).isZero();
    assertThat(warehouse.read(Table.UNITS).count()).as("with nothing to delete").isEqualTo(1);

    Path left = Files.writeString(folder.resolve("left-by-a-run-that-was-killed.parquet"), "");
    Path young = Files.writeString(folder.resolve("written-just-now.parquet"), "");
    Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertThat(clean(warehouse)).isEqualTo(1);
    assertThat(left).doesNotExist();
    assertThat(young).exists();
    assertThat(warehouse.read(Table.UNITS).count()).isEqualTo(1);
  }

  private static long clean(Warehouse warehouse) {
    Instant soon = Instant.parse("2021-01-01T00:00:00Z");
    return warehouse.clean(Table.UNITS, Set.of(), Set.of(), Duration.ofDays(7), soon);
  }

  @Test
  void whatWasAddedCannotBeToldOnceFilesOfThatVersionAreGone() {
    Warehouse warehouse = warehouse(Table.UNITS);
    warehouse.append(Table.UNITS, units("a"), 1);
    long version = warehouse.version(Table.UNITS);
    warehouse.append(Table.UNITS, units("b"), 1);
    warehouse.compact(Table.UNITS);

    assertThat(warehouse.addedSince(Table.UNITS, version)).isEmpty();
  }

  private static Fingerprint fingerprint(Dataset<Row> units) {
    return Fingerprint.of(units, Set.of(), List.of("unit"));
  }

  private Warehouse warehouse(Table table) {
    Warehouse warehouse = new Warehouse(spark, root.toString());
    warehouse.ensure(table);
    return warehouse;
  }

  private Dataset<Row> units(String... codes) {
    return spark.createDataFrame(
        java.util.Arrays.stream(codes).map(c -> RowFactory.create(c, "名", "角色", "p")).toList(),
        ContractReader.read(Table.UNITS).struct());
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
