package org.diaodu.hold;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.VintageOrder;

/**
 * A statement of one series, known or arrived, in the indicator's unit (growth: percent).
 *
 * @param freq code of the frequency
 * @param accumulation code of the accumulation
 * @param obsValue the figure; null where it is missing or withdrawn
 * @param obsDecimals decimals with which it was printed; null without a figure
 * @param obsStatus SDMX status
 * @param arrivedAt when it came; null in what was stored before arrivals were kept
 * @param recordedAt when it was stored; of what arrived, when it came
 * @param source whose figure it is; null of the unit that reports the indicator
 * @param arrived whether it came tonight
 */
public record ReportedFigure(
    String indicator,
    String refArea,
    String freq,
    String accumulation,
    TimePeriod timePeriod,
    Measure measure,
    BigDecimal obsValue,
    Integer obsDecimals,
    String obsStatus,
    LocalDate releaseDate,
    Instant arrivedAt,
    Instant recordedAt,
    String provenance,
    String source,
    String sourceFile,
    String sourceCell,
    boolean arrived) {

  /** In the order in which they count. */
  static final Comparator<ReportedFigure> IN_ORDER =
      VintageOrder.of(
              ReportedFigure::releaseDate, ReportedFigure::arrivedAt, ReportedFigure::recordedAt)
          .thenComparing(ReportedFigure::sourceFile)
          .thenComparing(ReportedFigure::sourceCell);

  /** What it is a figure of, within its series. */
  record Key(String freq, String accumulation, TimePeriod period, Measure measure) {
    Key at(TimePeriod other) {
      return new Key(freq, accumulation, other, measure);
    }

    Key as(Measure other) {
      return new Key(freq, accumulation, period, other);
    }
  }

  Key key() {
    return new Key(freq, accumulation, timePeriod, measure);
  }

  boolean isLevel() {
    return !measure.isGrowth();
  }
}
