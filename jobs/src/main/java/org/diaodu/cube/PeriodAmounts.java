package org.diaodu.cube;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.diaodu.cube.Point.Beside;
import org.diaodu.cube.Point.Level;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Cumulative;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/**
 * The figures of an area as reported, and beside its cumulative ones what each month and quarter
 * alone amounts to. A reported amount takes precedence over a derived one.
 */
final class PeriodAmounts {
  private PeriodAmounts() {}

  /**
   * The points of each accumulation, each at the position of its period; null where there is none.
   */
  static Map<Accumulation, Point[]> of(AreaFigures figures, Periods periods) {
    Map<Accumulation, Point[]> points = new EnumMap<>(Accumulation.class);
    for (Accumulation accumulation : figures.accumulations()) {
      points.put(accumulation, reported(accumulation, figures, periods));
    }
    Point[] cumulative = points.get(Accumulation.YTD);
    if (cumulative != null && periods.frequency() != Frequency.A) {
      Point[] amounts = points.getOrDefault(Accumulation.PER, new Point[periods.count()]);
      boolean any = addDerived(cumulative, amounts, periods);
      if (any) {
        points.put(Accumulation.PER, amounts);
      }
    }
    return points;
  }

  private static Point[] reported(Accumulation accumulation, AreaFigures figures, Periods periods) {
    Vintage[] levels = figures.of(accumulation, Measure.LEVEL, periods);
    Vintage[] published = figures.of(accumulation, Measure.YOY, periods);
    Vintage[] constant = figures.of(accumulation, Measure.LEVEL_CONSTANT, periods);
    Vintage[] averages = figures.of(accumulation, Measure.TWO_YEAR_AVERAGE, periods);
    Point[] points = new Point[periods.count()];
    for (int t = 0; t < points.length; t++) {
      Beside beside = new Beside(published[t], constant[t], averages[t]);
      if (levels[t] != null || !beside.isNothing()) {
        points[t] =
            new Point(
                Level.reported(levels[t]),
                beside,
                months(accumulation, periods, t),
                Derivation.reported);
      }
    }
    return points;
  }

  private static boolean addDerived(Point[] cumulative, Point[] amounts, Periods periods) {
    boolean any = false;
    for (int t = 0; t < cumulative.length; t++) {
      if (cumulative[t] == null || cumulative[t].level().value() == null) {
        continue;
      }
      Level before = t > 0 && cumulative[t - 1] != null ? cumulative[t - 1].level() : Level.NONE;
      Point derived = derived(periods.at(t), cumulative[t].level(), before);
      if (derived != null) {
        amounts[t] = amounts[t] == null ? derived : preferred(amounts[t], derived);
        any = true;
      }
    }
    return any;
  }

  /** The amount of a period; null where it is not known. */
  private static Point derived(TimePeriod period, Level cumulative, Level before) {
    Cumulative.Amount amount =
        Cumulative.amount(period, cumulative.value(), before.value()).orElse(null);
    if (amount == null) {
      return null;
    }
    // The first period of a year is the cumulative figure itself, whatever the one before it was.
    boolean isDifference = period.number() > 1 && before.value() != null;
    BigDecimal value = amount.value();
    Level level =
        isDifference
            ? new Level(
                value,
                Math.max(cumulative.decimals(), before.decimals()),
                false,
                false,
                Provenance.ofUsed(cumulative.provenance(), before.provenance()),
                Point.later(cumulative.released(), before.released()),
                2)
            : cumulative;
    return new Point(level, Beside.NOTHING, amount.months(), Derivation.cumulative_difference);
  }

  /** A level that was received, or withdrawn; what was reported without one stays beside it. */
  private static Point preferred(Point reported, Point derived) {
    boolean hasOwnLevel = reported.level().value() != null || reported.level().isWithdrawn();
    return hasOwnLevel
        ? reported
        : new Point(derived.level(), reported.beside(), derived.months(), derived.derivation());
  }

  /** How many months a figure covers; a stock covers none. */
  private static int months(Accumulation accumulation, Periods periods, int position) {
    return switch (accumulation) {
      case PER -> periods.frequency().months();
      case YTD -> periods.numberInYear(position) * periods.frequency().months();
      case EOP -> 0;
    };
  }
}
