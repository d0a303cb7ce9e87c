package org.diaodu.bulletin;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.growth} as the bulletin needs it. */
record GrowthFigure(
    String indicator,
    String refArea,
    TimePeriod period,
    BigDecimal level,
    BigDecimal levelYearAgo,
    BigDecimal growth,
    String basis,
    BigDecimal computed,
    String gapClass,
    BigDecimal changePp,
    Integer rank,
    boolean isBreak,
    boolean simulated,
    String notComputedBecause) {

  static GrowthFigure of(Row row) {
    return new GrowthFigure(
        row.getAs("indicator"),
        row.getAs("ref_area"),
        TimePeriod.of(row.getAs("time_period")),
        row.getAs("level"),
        row.getAs("level_year_ago"),
        row.getAs("yoy_pct"),
        row.getAs("yoy_basis"),
        row.getAs("yoy_computed_pct"),
        row.getAs("gap_class"),
        row.getAs("change_pp"),
        row.getAs("rank_yoy"),
        row.getAs("flag") != null,
        "simulated".equals(row.getAs("provenance")),
        row.getAs("not_computed_because"));
  }
}
