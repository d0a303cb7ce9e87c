package org.diaodu.pipeline;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.attainment.AttainmentTable;
import org.diaodu.attainment.PlannedCheck;
import org.diaodu.attainment.PlannedChecks;
import org.diaodu.completeness.CompletenessTable;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.growth.GrowthTable;
import org.diaodu.observations.Current;
import org.diaodu.reconciliation.ReconciledTable;
import org.diaodu.region.RegionPack;
import org.diaodu.revisions.RevisionSummaryTable;
import org.diaodu.revisions.RevisionTable;
import org.diaodu.share.AdditivityTable;
import org.diaodu.share.AreaShareTable;
import org.diaodu.share.CapitalShareTable;

/** Every table of statistics as known on one day, with what a pack says of areas and indicators. */
final class PackStatistics {
  private final SparkSession spark;
  private final RegionPack pack;
  private final LocalDate asOf;

  PackStatistics(SparkSession spark, RegionPack pack, LocalDate asOf) {
    this.spark = spark;
    this.pack = pack;
    this.asOf = asOf;
  }

  Dataset<Row> growth(Dataset<Row> observations) {
    return GrowthTable.of(Current.asOf(observations, asOf), areas(), indicators(), asOf);
  }

  Dataset<Row> capitalShare(Dataset<Row> growth) {
    return CapitalShareTable.of(
        growth,
        areas(),
        indicators(),
        pack.totalArea(),
        pack.capitalArea(),
        pack.areasInTotal().size(),
        asOf);
  }

  Dataset<Row> areaShares(Dataset<Row> growth) {
    return AreaShareTable.of(growth, areas(), indicators(), asOf);
  }

  Dataset<Row> additivity(Dataset<Row> growth) {
    return AdditivityTable.of(growth, areas(), indicators(), asOf);
  }

  Dataset<Row> reconciled(Dataset<Row> growth) {
    Object[] opted = pack.policy().reconciledToTotal().toArray();
    return ReconciledTable.of(
        growth, areas(), indicators().where(col("indicator").isin(opted)), asOf);
  }

  Dataset<Row> attainment(Dataset<Row> growth, Dataset<Row> capitalShare) {
    List<Row> due = PlannedChecks.rows(PlannedCheck.due(pack, asOf));
    return AttainmentTable.of(
        spark.createDataFrame(due, PlannedChecks.SCHEMA),
        growth,
        capitalShare,
        areas(),
        pack.totalArea(),
        pack.policy().policyId(),
        asOf);
  }

  Dataset<Row> revisions(Dataset<Row> observations) {
    return RevisionTable.of(observations, asOf);
  }

  Dataset<Row> revisionSummary(Dataset<Row> observations) {
    return RevisionSummaryTable.of(observations, asOf);
  }

  Dataset<Row> completeness(Dataset<Row> observations) {
    List<Row> calendar = pack.calendar().stream().map(CompletenessTable::row).toList();
    return CompletenessTable.of(
        spark.createDataFrame(calendar, CompletenessTable.CALENDAR),
        observations,
        areas(),
        pack.totalArea(),
        asOf);
  }

  private Dataset<Row> areas() {
    return reference(Table.AREAS).select("ref_area", "parent", "in_total");
  }

  private Dataset<Row> indicators() {
    return reference(Table.INDICATORS);
  }

  private Dataset<Row> reference(Table table) {
    return spark.createDataFrame(
        new ReferenceRows(pack).of(table), ContractReader.read(table).struct());
  }
}
