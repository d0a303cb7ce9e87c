package org.diaodu.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.attainment.AttainmentTable;
import org.diaodu.attainment.PlannedCheck;
import org.diaodu.attainment.PlannedChecks;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;
import org.diaodu.growth.GrowthTable;
import org.diaodu.observations.Current;
import org.diaodu.region.RegionPack;
import org.diaodu.share.CapitalShareTable;
import org.diaodu.table.Fingerprint;
import org.diaodu.table.Manifest;
import org.diaodu.table.Warehouse;

/**
 * Growth, capital share and attainment from the observations. Nothing is computed where neither the
 * observations, the pack nor the day changed since what was last published, and no table is written
 * whose content came out the same.
 */
final class StatisticsStages {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final RegionPack pack;
  private final LocalDate asOf;
  private final Optional<Manifest> published;
  private final Map<String, String> fingerprints = new TreeMap<>();

  StatisticsStages(
      SparkSession spark,
      Warehouse warehouse,
      RegionPack pack,
      LocalDate asOf,
      Optional<Manifest> published) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.pack = pack;
    this.asOf = asOf;
    this.published = published;
    published.ifPresent(m -> fingerprints.putAll(m.fingerprints()));
  }

  /** Content of each computed table as it now is. */
  Map<String, String> fingerprints() {
    return fingerprints;
  }

  Stages.Written growth() {
    return computed(
        Table.GROWTH,
        () ->
            GrowthTable.of(
                Current.asOf(warehouse.read(Table.OBSERVATIONS), asOf),
                areas(),
                indicators(),
                asOf));
  }

  Stages.Written capitalShare() {
    return computed(
        Table.CAPITAL_SHARE,
        () ->
            CapitalShareTable.of(
                warehouse.read(Table.GROWTH),
                areas(),
                indicators(),
                pack.totalArea(),
                pack.capitalArea(),
                pack.areasInTotal().size(),
                asOf));
  }

  Stages.Written attainment() {
    return computed(
        Table.ATTAINMENT,
        () -> {
          List<Row> due = PlannedChecks.rows(PlannedCheck.due(pack, asOf));
          return AttainmentTable.of(
              spark.createDataFrame(due, PlannedChecks.SCHEMA),
              warehouse.read(Table.GROWTH),
              warehouse.read(Table.CAPITAL_SHARE),
              areas(),
              pack.totalArea(),
              pack.policy().policyId(),
              asOf);
        });
  }

  private Stages.Written computed(Table table, java.util.function.Supplier<Dataset<Row>> rows) {
    if (inputsAreThoseOf(published)) {
      return Stages.Written.rows(table, 0, warehouse.version(table));
    }
    Dataset<Row> result = rows.get().persist();
    try {
      Fingerprint fingerprint = Fingerprint.of(result, Set.of("as_of"));
      boolean same =
          fingerprint.text().equals(fingerprints.get(table.fullName()))
              && published
                  .map(m -> m.versions().get(table.fullName()))
                  .filter(v -> v == warehouse.version(table))
                  .isPresent();
      if (same) {
        return Stages.Written.rows(table, 0, warehouse.version(table));
      }
      warehouse.replace(table, result);
      fingerprints.put(table.fullName(), fingerprint.text());
      return Stages.Written.rows(table, fingerprint.rows(), warehouse.version(table));
    } finally {
      result.unpersist();
    }
  }

  private boolean inputsAreThoseOf(Optional<Manifest> manifest) {
    return manifest
        .filter(m -> m.packId().equals(pack.packId()))
        .filter(m -> m.asOf().equals(asOf))
        .filter(
            m ->
                m.versions().get(Table.OBSERVATIONS.fullName())
                    == warehouse.version(Table.OBSERVATIONS))
        .filter(
            m ->
                List.of(Table.GROWTH, Table.CAPITAL_SHARE, Table.ATTAINMENT).stream()
                    .allMatch(t -> m.versions().get(t.fullName()) == warehouse.version(t)))
        .isPresent();
  }

  private Dataset<Row> areas() {
    return reference(Table.AREAS);
  }

  private Dataset<Row> indicators() {
    return reference(Table.INDICATORS);
  }

  private Dataset<Row> reference(Table table) {
    return spark.createDataFrame(
        new ReferenceRows(pack).of(table), ContractReader.read(table).struct());
  }
}
