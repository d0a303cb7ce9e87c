package org.diaodu.pipeline;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.Warehouse;

/**
 * The tables as one finished run published them: half a night is never seen, nor what is not public
 * yet.
 */
public final class PublishedTables {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Manifest manifest;
  private final Embargo embargo;

  private PublishedTables(
      SparkSession spark, Warehouse warehouse, Manifest manifest, Embargo embargo) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.manifest = manifest;
    this.embargo = embargo;
  }

  /**
   * Those of the newest manifest; empty before the first run has finished.
   *
   * @param embargo what is left out
   */
  public static Optional<PublishedTables> newest(
      SparkSession spark, String warehouse, Embargo embargo) {
    return new Manifests(spark.sparkContext().hadoopConfiguration(), warehouse)
        .newest()
        .map(m -> new PublishedTables(spark, new Warehouse(spark, warehouse), m, embargo));
  }

  /** The day as of which they are known. */
  public LocalDate asOf() {
    return manifest.asOf();
  }

  /** The manifest that published them. */
  public Manifest manifest() {
    return manifest;
  }

  /** The rows of one table that may be shown. */
  public Dataset<Row> read(Table table) {
    return spark.sql(select(table));
  }

  /**
   * The result of a query that names tables and views as {@code database.table}.
   *
   * @throws QueryNotAllowedException where the query is not one that only reads them
   */
  public Dataset<Row> query(String sql) {
    ReadOnlyQuery.require(spark, sql);
    new PublishedNames(spark, manifest, this::select).register(sql);
    return spark.sql(sql);
  }

  private String select(Table table) {
    return embargo.select(table, source(table), this::source);
  }

  private String source(Table table) {
    return "delta.`%s` VERSION AS OF %d"
        .formatted(warehouse.path(table), manifest.versions().get(table.fullName()));
  }
}
