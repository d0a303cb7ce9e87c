package org.diaodu.pipeline;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.region.RegionPack;
import org.diaodu.table.ComputedRows;
import org.diaodu.table.Fingerprint;
import org.diaodu.table.Manifest;
import org.diaodu.table.Together;
import org.diaodu.table.Warehouse;

/**
 * Growth, capital share and attainment from the observations. Nothing is computed where neither the
 * observations, the pack nor the day changed since what was last published, and no table is written
 * whose content came out the same.
 */
final class StatisticsStages {
  private static final List<Table> INPUTS_AND_RESULTS =
      List.of(
          Table.OBSERVATIONS,
          Table.GROWTH,
          Table.CAPITAL_SHARE,
          Table.AREA_SHARES,
          Table.ADDITIVITY,
          Table.RECONCILED,
          Table.PROGRESS,
          Table.ATTAINMENT,
          Table.RECTIFICATIONS,
          Table.ASSESSMENTS,
          Table.TASK_STATUS,
          Table.LANDING_TRIALS,
          Table.REVISIONS,
          Table.REVISION_SUMMARY,
          Table.COMPLETENESS);

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final RegionPack pack;
  private final LocalDate asOf;
  private final Optional<Manifest> published;
  private final PackStatistics statistics;
  private Boolean unchanged;
  private final Map<String, String> fingerprints = new ConcurrentSkipListMap<>();

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
    this.statistics = new PackStatistics(spark, pack, asOf);
    published.ifPresent(m -> fingerprints.putAll(m.fingerprints()));
  }

  /** Content of each computed table as it now is. */
  Map<String, String> fingerprints() {
    return fingerprints;
  }

  Stages.Written growth() {
    return computed(Table.GROWTH, () -> statistics.growth(observations()));
  }

  Stages.Written capitalShare() {
    return computed(Table.CAPITAL_SHARE, () -> statistics.capitalShare(growthTable()));
  }

  /**
   * Targets, what follows from their lights, and who answers for it. Checkpoints and not caches:
   * two threads that fill caches of which one rests on the other wait for each other for ever.
   */
  Stages.Written attainment() {
    if (nothingChanged()) {
      return Stages.Written.rows(Table.ATTAINMENT, 0, warehouse.version(Table.ATTAINMENT));
    }
    Dataset<Row> judged = Checkpoints.of(spark, statistics.judged(observations(), progress()));
    Dataset<Row> problems = Checkpoints.of(spark, statistics.rectifications(judged, progress()));
    Dataset<Row> attainment =
        Checkpoints.of(spark, statistics.attainment(judged, problems, observations()));
    return together(
        List.of(
            () -> computed(Table.ATTAINMENT, () -> attainment),
            () -> computed(Table.RECTIFICATIONS, () -> problems),
            () -> computed(Table.ASSESSMENTS, () -> statistics.assessments(attainment, problems)),
            () ->
                computed(Table.TASK_STATUS, () -> statistics.taskStatus(attainment, progress()))));
  }

  /** What follows from the figures beside growth; the tables do not depend on each other. */
  Stages.Written other() {
    return together(
        List.of(
            () -> computed(Table.LANDING_TRIALS, () -> statistics.landingTrials(observations())),
            () -> computed(Table.AREA_SHARES, () -> statistics.areaShares(growthTable())),
            () -> computed(Table.ADDITIVITY, () -> statistics.additivity(growthTable())),
            () -> computed(Table.RECONCILED, () -> statistics.reconciled(growthTable())),
            () -> computed(Table.REVISIONS, () -> statistics.revisions(observations())),
            () ->
                computed(Table.REVISION_SUMMARY, () -> statistics.revisionSummary(observations())),
            () -> computed(Table.COMPLETENESS, () -> statistics.completeness(observations()))));
  }

  private static Stages.Written together(List<Callable<Stages.Written>> tables) {
    List<Stages.Written> written = Together.run(tables);
    Map<Table, Long> rows = new EnumMap<>(Table.class);
    written.forEach(w -> rows.putAll(w.rows()));
    return new Stages.Written(rows, OptionalLong.empty());
  }

  private Dataset<Row> observations() {
    return warehouse.read(Table.OBSERVATIONS);
  }

  private Dataset<Row> progress() {
    return warehouse.read(Table.PROGRESS);
  }

  private Dataset<Row> growthTable() {
    return warehouse.read(Table.GROWTH);
  }

  private Stages.Written computed(Table table, Supplier<Dataset<Row>> rows) {
    if (nothingChanged()) {
      return Stages.Written.rows(table, 0, warehouse.version(table));
    }
    try (ComputedRows result = warehouse.compute(table, rows.get(), Set.of("as_of"))) {
      Fingerprint fingerprint = result.fingerprint();
      boolean same =
          fingerprint.text().equals(fingerprints.get(table.fullName()))
              && published.filter(m -> isAsPublished(m, table)).isPresent();
      if (same) {
        return Stages.Written.rows(table, 0, warehouse.version(table));
      }
      warehouse.replace(result);
      fingerprints.put(table.fullName(), fingerprint.text());
      return Stages.Written.rows(table, fingerprint.rows(), warehouse.version(table));
    }
  }

  /** Asked once, before anything is written: each answer costs a look at every table's log. */
  private synchronized boolean nothingChanged() {
    if (unchanged == null) {
      unchanged =
          published
              .filter(m -> m.packId().equals(pack.packId()))
              .filter(m -> m.asOf().equals(asOf))
              .filter(m -> INPUTS_AND_RESULTS.stream().allMatch(t -> isAsPublished(m, t)))
              .isPresent();
    }
    return unchanged;
  }

  private boolean isAsPublished(Manifest manifest, Table table) {
    Long version = manifest.versions().get(table.fullName());
    return version != null && version == warehouse.version(table);
  }
}
