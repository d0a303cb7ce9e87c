package org.diaodu.statistics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.contract.RowCodec;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.Vintage;
import org.diaodu.disclosure.Cell;
import org.diaodu.disclosure.SumRules;
import org.diaodu.disclosure.Suppression;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ConfidentialityStatus;
import org.diaodu.domain.Measure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.TimePeriod;

/**
 * The figures of a day that are not for the public, found in observations and taken out of them.
 */
public final class HiddenFigures {
  /** What names a figure, whichever vintage of it. */
  static final List<String> KEY =
      List.of("indicator", "ref_area", "freq", "time_period", "accumulation", "measure");

  private static final String SUPPRESSED = ObservationStatus.Q.name();

  private HiddenFigures() {}

  /** Of rows of observations that are at hand. */
  static Map<Cell, Suppression.Because> among(List<Row> observations, Cubes cubes) {
    return observations.stream().allMatch(HiddenFigures::isPublic)
        ? Map.of()
        : of(ConfidentialFigure.of(observations), cubes);
  }

  private static Map<Cell, Suppression.Because> of(List<ConfidentialFigure> vintages, Cubes cubes) {
    Set<String> indicators =
        vintages.stream()
            .filter(figure -> !figure.isPublic())
            .map(figure -> figure.known().indicator())
            .collect(Collectors.toSet());
    if (indicators.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<Cell, ConfidentialFigure>> latest = new TreeMap<>();
    for (ConfidentialFigure figure : vintages) {
      if (indicators.contains(figure.known().indicator())) {
        latest
            .computeIfAbsent(figure.known().indicator(), i -> new HashMap<>())
            .merge(figure.cell(), figure, ConfidentialFigure::later);
      }
    }
    Map<Cell, Suppression.Because> hidden = new HashMap<>();
    SumRules rules = new SumRules(cubes);
    for (Map<Cell, ConfidentialFigure> figures : latest.values()) {
      Map<Cell, Suppression.Figure> known = new HashMap<>();
      figures.forEach(
          (cell, figure) -> {
            if (figure.known().obsValue() != null || !figure.isPublic()) {
              known.put(
                  cell, new Suppression.Figure(figure.known().obsValue(), !figure.isPublic()));
            }
          });
      hidden.putAll(Suppression.of(known, rules));
    }
    return hidden;
  }

  /** Of many figures: only the indicators of which one is confidential are looked at. */
  static Map<Cell, Suppression.Because> among(Dataset<Row> observations, Cubes cubes) {
    List<String> indicators =
        observations.where(not(isPublic())).select("indicator").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .toList();
    if (indicators.isEmpty()) {
      return Map.of();
    }
    return of(
        ConfidentialFigure.of(
            observations
                .where(col("indicator").isInCollection(indicators))
                .select(KnownOnADay.columns(ConfidentialFigure.COLUMNS))
                .collectAsList()),
        cubes);
  }

  /** The same of rows that are at hand. */
  static List<Row> without(List<Row> observations, Set<Cell> hidden) {
    return hidden.isEmpty()
        ? observations
        : observations.stream().map(row -> isHidden(row, hidden) ? suppressed(row) : row).toList();
  }

  private static boolean isHidden(Row row, Set<Cell> hidden) {
    return !isPublic(row) || hidden.contains(cell(row));
  }

  private static boolean isPublic(Row row) {
    return ConfidentialityStatus.isPublic(row.getAs("conf_status"))
        && !SUPPRESSED.equals(row.getAs("obs_status"));
  }

  private static Cell cell(Row row) {
    return new Cell(
        row.getAs("indicator"),
        row.getAs("ref_area"),
        TimePeriod.of(row.getAs("time_period")),
        Accumulation.valueOf(row.getAs("accumulation")),
        Measure.valueOf(row.getAs("measure")));
  }

  private static Row suppressed(Row row) {
    Object[] values = new Object[row.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[row.fieldIndex("obs_value")] = null;
    values[row.fieldIndex("obs_decimals")] = null;
    values[row.fieldIndex("obs_status")] = SUPPRESSED;
    return new GenericRowWithSchema(values, row.schema());
  }

  /**
   * Observations in which what is hidden is suppressed: every vintage of a hidden figure, and every
   * vintage that was itself confidential.
   */
  static Dataset<Row> without(Dataset<Row> observations, Set<Cell> hidden) {
    if (hidden.isEmpty()) {
      return observations;
    }
    Column isHidden = col("is_hidden").isNotNull().or(not(isPublic()));
    return observations
        .join(broadcast(keys(observations.sparkSession(), hidden)), seq(KEY), "left")
        .withColumn("obs_value", when(not(isHidden), col("obs_value")))
        .withColumn("obs_decimals", when(not(isHidden), col("obs_decimals")))
        .withColumn("obs_status", when(isHidden, SUPPRESSED).otherwise(col("obs_status")))
        .drop("is_hidden");
  }

  /**
   * Observations that are for the public, with those that were sent suppressed left out.
   *
   * @param suppressions rows of {@code statistics.suppressions}
   */
  public static Dataset<Row> disclosed(Dataset<Row> observations, Dataset<Row> suppressions) {
    return observations
        .where(isPublic())
        .join(broadcast(suppressions.select(KnownOnADay.columns(KEY))), seq(KEY), "left_anti");
  }

  private static Column isPublic() {
    return ConfidentialFigure.IS_PUBLIC;
  }

  private static Dataset<Row> keys(SparkSession spark, Set<Cell> hidden) {
    StructType schema = new StructType();
    for (String name : KEY) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return spark
        .createDataFrame(
            hidden.stream()
                .map(
                    cell ->
                        RowFactory.create(
                            cell.indicator(),
                            cell.refArea(),
                            cell.period().frequency().name(),
                            cell.period().toString(),
                            cell.accumulation().name(),
                            cell.measure().name()))
                .toList(),
            schema)
        .withColumn("is_hidden", lit(true));
  }

  private static scala.collection.immutable.Seq<String> seq(List<String> names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
  }

  /**
   * A vintage with who may see it.
   *
   * @param known the vintage
   * @param confidentiality code of {@link ConfidentialityStatus}; null for none
   */
  record ConfidentialFigure(KnownFigure known, String confidentiality) {
    private static final RowCodec<KnownFigure> CODEC = RowCodec.of(KnownFigure.class);

    /** What of a row is looked at. */
    static final List<String> COLUMNS =
        Stream.concat(CODEC.columns().stream(), Stream.of("conf_status")).toList();

    /** Of rows that have the same columns. */
    static List<ConfidentialFigure> of(List<Row> rows) {
      if (rows.isEmpty()) {
        return List.of();
      }
      RowCodec<KnownFigure> codec =
          RowCodec.of(KnownFigure.class, List.of(rows.get(0).schema().fieldNames()));
      return rows.stream()
          .map(row -> new ConfidentialFigure(codec.record(row), row.getAs("conf_status")))
          .toList();
    }

    /** The same of rows of observations. */
    static final Column IS_PUBLIC =
        col("conf_status")
            .isNull()
            .or(col("conf_status").equalTo(ConfidentialityStatus.F.name()))
            .and(col("obs_status").notEqual(SUPPRESSED));

    boolean isPublic() {
      return ConfidentialityStatus.isPublic(confidentiality)
          && known.obsStatus() != ObservationStatus.Q;
    }

    Cell cell() {
      return new Cell(
          known.indicator(),
          known.refArea(),
          known.timePeriod(),
          known.accumulation(),
          known.measure());
    }

    ConfidentialFigure later(ConfidentialFigure other) {
      return Vintage.PRECEDENCE.compare(
                  known.observation().vintage(), other.known.observation().vintage())
              >= 0
          ? this
          : other;
    }
  }
}
