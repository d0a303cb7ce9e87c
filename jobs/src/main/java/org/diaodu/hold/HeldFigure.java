package org.diaodu.hold;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A cell whose figure is held, or was; the columns that decide what became of it.
 *
 * @param source whose figure it is; null of the unit that reports the indicator
 * @param message why, in Chinese
 */
public record HeldFigure(
    String holdId,
    String indicator,
    String refArea,
    String freq,
    String timePeriod,
    String accumulation,
    String measure,
    BigDecimal obsValue,
    String obsStatus,
    LocalDate releaseDate,
    Instant arrivedAt,
    String provenance,
    String source,
    String sourceFile,
    String sourceSha256,
    String sourceCell,
    String message) {

  /** In codes, as records have it. */
  public String statement() {
    return statement(
        indicator,
        refArea,
        timePeriod,
        accumulation,
        measure,
        provenance,
        source,
        obsValue,
        obsStatus);
  }

  /** A figure in codes, as records have it: {@code retail_sales/T01/2024-06/YTD/LEVEL=12.5}. */
  public static String statement(
      String indicator,
      String refArea,
      String timePeriod,
      String accumulation,
      String measure,
      String provenance,
      String source,
      BigDecimal value,
      String status) {
    return "%s=%s%s%s%s"
        .formatted(
            String.join("/", indicator, refArea, timePeriod, accumulation, measure),
            value == null ? "" : value.stripTrailingZeros().toPlainString(),
            status.equals("A") ? "" : " " + status,
            provenance.equals("official") ? "" : " " + provenance,
            source == null ? "" : " @" + source);
  }
}
