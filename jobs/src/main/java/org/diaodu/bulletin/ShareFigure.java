package org.diaodu.bulletin;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.capital_share} as the bulletin needs it. */
record ShareFigure(
    String indicator,
    TimePeriod period,
    BigDecimal capital,
    BigDecimal total,
    String denominator,
    BigDecimal share,
    BigDecimal change,
    BigDecimal residual,
    boolean simulated,
    String notComputedBecause,
    String changeNotComputedBecause) {

  static ShareFigure of(Row row) {
    return new ShareFigure(
        row.getAs("indicator"),
        TimePeriod.of(row.getAs("time_period")),
        row.getAs("capital_level"),
        row.getAs("total_level"),
        row.getAs("denominator"),
        row.getAs("share_pct"),
        row.getAs("change_pp"),
        row.getAs("residual"),
        "simulated".equals(row.getAs("provenance")),
        row.getAs("not_computed_because"),
        row.getAs("change_not_computed_because"));
  }
}
