package org.diaodu.bulletin;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.diaodu.domain.Light;
import org.diaodu.domain.TimePeriod;

/**
 * A row of {@code statistics.attainment} as the bulletin needs it.
 *
 * @param targetId target
 * @param refArea area held against it
 * @param period period of the figure
 * @param actual the figure; null without one
 * @param required what it is held against
 * @param gap actual − required
 * @param light the judgement
 * @param reason why, in Chinese
 * @param why code of why there is no light; null where there is one
 * @param outlook what the rest of the year needs, and where it will end
 * @param simulated whether it rests on a simulated figure
 */
public record AttainmentFigure(
    String targetId,
    String refArea,
    TimePeriod period,
    BigDecimal actual,
    BigDecimal required,
    BigDecimal gap,
    Light light,
    String reason,
    String why,
    Outlook outlook,
    boolean simulated) {

  /**
   * What the rest of the year needs, and where it will end. Each may be null.
   *
   * @param neededRestPct growth of the remaining months
   * @param projected the full year
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param probability that the target is met, in percent
   */
  public record Outlook(
      BigDecimal neededRestPct,
      BigDecimal projected,
      BigDecimal low,
      BigDecimal high,
      BigDecimal probability) {
    /** Of a target of which nothing can be said. */
    public static final Outlook NONE = new Outlook(null, null, null, null, null);
  }

  static AttainmentFigure of(Row row) {
    return new AttainmentFigure(
        row.getAs("target_id"),
        row.getAs("ref_area"),
        TimePeriod.of(row.getAs("time_period")),
        row.getAs("actual"),
        row.getAs("target_value"),
        row.getAs("gap"),
        Light.valueOf(row.getAs("light")),
        row.getAs("light_reason"),
        row.getAs("not_computed_because"),
        new Outlook(
            row.getAs("needed_rest_pct"),
            row.getAs("projected"),
            row.getAs("projected_low"),
            row.getAs("projected_high"),
            row.getAs("probability")),
        "simulated".equals(row.getAs("provenance")));
  }
}
