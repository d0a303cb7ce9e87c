package org.diaodu.hold;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.contract.RowCodec;
import org.diaodu.domain.VintageOrder;

/** What is held, read from the tables. */
public final class HeldFigures {
  private static final RowCodec<HeldFigure> FIGURES = RowCodec.of(HeldFigure.class);

  private HeldFigures() {}

  /** Each cell of {@code landing.held}. */
  public static List<HeldFigure> of(Dataset<Row> held) {
    return held
        .select(
            FIGURES.columns().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(FIGURES::record)
        .toList();
  }

  /**
   * Where everything stands that was held.
   *
   * @param held rows of {@code landing.held}
   * @param observations rows of {@code statistics.observations}
   */
  public static List<HoldState> states(
      Dataset<Row> held, Dataset<Row> observations, HoldLedger ledger) {
    List<HeldFigure> figures = of(held);
    List<HeldFigure> undecided =
        figures.stream().filter(f -> ledger.decision(f.holdId()).isEmpty()).toList();
    return HoldState.of(figures, ledger, stored(undecided, observations));
  }

  /** Whether a cell that was held has been stored. */
  public static boolean isStored(HeldFigure figure, Dataset<Row> observations) {
    return !observations
        .where(
            col("source_file")
                .equalTo(figure.sourceFile())
                .and(col("source_sha256").equalTo(figure.sourceSha256()))
                .and(col("source_cell").equalTo(figure.sourceCell()))
                .and(col("release_date").equalTo(figure.releaseDate())))
        .isEmpty();
  }

  private static List<HoldState.Statement> stored(
      List<HeldFigure> figures, Dataset<Row> observations) {
    if (figures.isEmpty()) {
      return List.of();
    }
    return observations
        .where(
            isAmong("indicator", figures, HeldFigure::indicator)
                .and(isAmong("ref_area", figures, HeldFigure::refArea))
                .and(isAmong("time_period", figures, HeldFigure::timePeriod)))
        .collectAsList()
        .stream()
        .map(HeldFigures::statement)
        .toList();
  }

  private static Column isAmong(
      String column, List<HeldFigure> figures, Function<HeldFigure, String> of) {
    Set<String> values = figures.stream().map(of).collect(Collectors.toSet());
    return col(column).isInCollection(values);
  }

  private static HoldState.Statement statement(Row row) {
    BigDecimal value = row.getAs("obs_value");
    return new HoldState.Statement(
        row.getAs("indicator"),
        row.getAs("ref_area"),
        row.getAs("time_period"),
        row.getAs("accumulation"),
        row.getAs("measure"),
        row.getAs("provenance"),
        row.getAs("source"),
        value == null ? "" : value.stripTrailingZeros().toPlainString(),
        row.getAs("obs_status"),
        row.getAs("release_date"),
        VintageOrder.arrival(row.getAs("arrived_at"), row.getAs("recorded_at")));
  }
}
