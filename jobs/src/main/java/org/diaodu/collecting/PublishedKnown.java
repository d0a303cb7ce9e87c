package org.diaodu.collecting;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.diaodu.completeness.OwedRow;
import org.diaodu.contract.RowCodec;
import org.diaodu.contract.Table;
import org.diaodu.dispatch.RectificationRow;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Owed;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.observations.Current;
import org.diaodu.published.PublishedTables;
import org.diaodu.region.RegionPack;

/** What the published tables know of what is owed. */
public final class PublishedKnown {
  private final PublishedTables tables;
  private final RegionPack pack;

  /**
   * @param tables of one day; what may not be shown is not in them
   */
  public PublishedKnown(PublishedTables tables, RegionPack pack) {
    this.tables = tables;
    this.pack = pack;
  }

  /** All that is owed or was. */
  public List<OwedRow> owed() {
    return records(Table.OWED, RowCodec.of(Table.OWED, OwedRow.class));
  }

  /** What forms show beside what they ask for. */
  public KnownBefore before(Collection<OwedRow> owed) {
    return new KnownBefore(
        figures(owed),
        reports(),
        records(Table.RECTIFICATIONS, RowCodec.of(Table.RECTIFICATIONS, RectificationRow.class)));
  }

  private List<ProgressReport> reports() {
    RowCodec<ProgressReport> codec = RowCodec.of(ProgressReport.class);
    Column[] columns = codec.columns().stream().map(functions::col).toArray(Column[]::new);
    return tables.read(Table.PROGRESS).select(columns).collectAsList().stream()
        .map(codec::record)
        .toList();
  }

  private <R extends Record> List<R> records(Table table, RowCodec<R> codec) {
    return tables.read(table).collectAsList().stream().map(codec::record).toList();
  }

  private List<KnownBefore.Figure> figures(Collection<OwedRow> owed) {
    Set<String> indicators = new LinkedHashSet<>();
    Set<String> periods = new LinkedHashSet<>();
    for (OwedRow row : owed) {
      if (row.kind() == Owed.Kind.figure) {
        indicators.add(row.item());
        periods.add(row.timePeriod().previous().toString());
        periods.add(row.timePeriod().yearEarlier().toString());
      }
    }
    List<KnownBefore.Figure> figures = new ArrayList<>();
    if (indicators.isEmpty()) {
      return figures;
    }
    Current.asOf(
            tables
                .read(Table.OBSERVATIONS)
                .where(
                    col("indicator")
                        .isInCollection(indicators)
                        .and(col("time_period").isInCollection(periods))
                        .and(col("source").isNull())),
            tables.asOf())
        .where(col("obs_value").isNotNull())
        .collectAsList()
        .forEach(row -> figure(row, pack).ifPresent(figures::add));
    return figures;
  }

  /** A figure in its usual accumulation; empty of another, and of what the pack does not know. */
  static Optional<KnownBefore.Figure> figure(Row row, RegionPack pack) {
    String code = row.getAs("indicator");
    return pack.indicator(code)
        .filter(indicator -> indicator.accumulation().name().equals(row.getAs("accumulation")))
        .map(
            indicator ->
                new KnownBefore.Figure(
                    code,
                    row.getAs("ref_area"),
                    TimePeriod.of(row.getAs("time_period")),
                    Measure.valueOf(row.getAs("measure")),
                    plain(row.getAs("obs_value")),
                    Provenance.valueOf(row.getAs("provenance"))));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
