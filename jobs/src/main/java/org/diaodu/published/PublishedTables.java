package org.diaodu.published;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.contract.View;
import org.diaodu.contract.ViewReader;
import org.diaodu.domain.Provenance;
import org.diaodu.region.RegionPack;
import org.diaodu.table.Manifest;
import org.diaodu.table.Manifests;
import org.diaodu.table.OtherRegionException;
import org.diaodu.table.ScratchTables;
import org.diaodu.table.Warehouse;

/**
 * The tables as one finished run published them: half a night is never seen, nor what is not public
 * yet.
 */
public final class PublishedTables {
  private final SparkSession spark;
  private final Manifest manifest;
  private final LocalDate asOf;
  private final Embargo embargo;
  private final Function<Table, String> source;
  private final Function<Table, String> published;
  private final boolean madeAgain;
  private final boolean isConfidentialShown;

  private PublishedTables(
      SparkSession spark,
      Manifest manifest,
      LocalDate asOf,
      Embargo embargo,
      Function<Table, String> source,
      Function<Table, String> published,
      boolean madeAgain,
      boolean isConfidentialShown) {
    this.spark = spark;
    this.manifest = manifest;
    this.asOf = asOf;
    this.embargo = embargo;
    this.source = source;
    this.published = published;
    this.madeAgain = madeAgain;
    this.isConfidentialShown = isConfidentialShown;
  }

  /**
   * Those of the newest manifest; empty before the first run has finished.
   *
   * @param pack of the region that they are read for
   * @param embargo what is left out
   * @throws OtherRegionException where they are those of another region
   */
  public static Optional<PublishedTables> newest(
      SparkSession spark, String warehouse, RegionPack pack, Embargo embargo) {
    Optional<Manifest> newest =
        new Manifests(spark.sparkContext().hadoopConfiguration(), warehouse).newest();
    newest.ifPresent(manifest -> OtherRegionException.require(pack, manifest));
    return newest.map(
        manifest -> {
          Function<Table, String> published = published(new Warehouse(spark, warehouse), manifest);
          return new PublishedTables(
              spark, manifest, manifest.asOf(), embargo, published, published, false, false);
        });
  }

  /**
   * The same figures as they were known on a day, with areas, indicators and targets of a pack.
   *
   * @param scratch where what has to be computed again is kept, as long as this is used
   */
  public PublishedTables knownOn(LocalDate day, RegionPack pack, ScratchTables scratch) {
    TablesOnADay then = new TablesOnADay(spark, pack, day, source, scratch);
    return new PublishedTables(
        spark, manifest, day, embargo, then::source, published, true, isConfidentialShown);
  }

  /** The tables as they were published, whatever day these are of. */
  public PublishedTables asPublished() {
    return new PublishedTables(
        spark,
        manifest,
        manifest.asOf(),
        embargo,
        published,
        published,
        false,
        isConfidentialShown);
  }

  /**
   * The same with the figures that are not for the public, where these stand as they arrived: for
   * the bureau's own people. Whatever is computed holds none of them.
   */
  public PublishedTables withConfidential() {
    return new PublishedTables(spark, manifest, asOf, embargo, source, published, madeAgain, true);
  }

  /** Version of the region pack that they were made with. */
  public String packId() {
    return manifest.packId();
  }

  /** The day as of which they are known. */
  public LocalDate asOf() {
    return asOf;
  }

  /** The manifest that published them. */
  public Manifest manifest() {
    return manifest;
  }

  /** The rows of one table that may be shown. */
  public Dataset<Row> read(Table table) {
    return spark.sql(select(table));
  }

  /** The rows of one view over what may be shown. */
  public Dataset<Row> read(View view) {
    return spark.sql(ViewReader.read(view).query(manifest.packId(), asOf, this::select));
  }

  /**
   * The result of a query that names tables and views as {@code database.table}.
   *
   * @throws QueryNotAllowedException where the query is not one that only reads them
   */
  public Dataset<Row> query(String sql) {
    ReadOnlyQuery.require(spark, sql);
    // What has to be computed first is not, only to be listed.
    new PublishedNames(spark, manifest, asOf, this::select, !madeAgain).register(sql);
    return ReadOnlyQuery.result(spark, sql);
  }

  /** The tables that a query reads, by their names or through a view. */
  public Set<Table> readBy(String sql) {
    return PublishedNames.tables(sql);
  }

  /** Whether a table holds a row that is simulated or follows from one. */
  public boolean isSimulated(Table table) {
    return ContractReader.read(table).columnNames().contains("provenance")
        && !read(table).where("provenance = '%s'".formatted(Provenance.simulated)).isEmpty();
  }

  private String select(Table table) {
    return embargo.select(table, readBy(table), this::readBy);
  }

  private String readBy(Table table) {
    return isConfidentialShown ? source.apply(table) : new PublicSource(this::ifThere).of(table);
  }

  /** A warehouse of before has no list of what is hidden. */
  private Optional<String> ifThere(Table table) {
    boolean isThere = madeAgain || manifest.versions().containsKey(table.fullName());
    return isThere ? Optional.of(source.apply(table)) : Optional.empty();
  }

  /** Of all versions that are kept the one of the picture: a join by code meets one row each. */
  private static String ofPack(String stored, String packId) {
    return "(SELECT * FROM %s WHERE pack_id = '%s')".formatted(stored, packId);
  }

  private static Function<Table, String> published(Warehouse warehouse, Manifest manifest) {
    return table -> {
      String stored =
          "delta.`%s` VERSION AS OF %d"
              .formatted(warehouse.path(table), manifest.versions().get(table.fullName()));
      return table.isOfPack() ? ofPack(stored, manifest.packId()) : stored;
    };
  }
}
