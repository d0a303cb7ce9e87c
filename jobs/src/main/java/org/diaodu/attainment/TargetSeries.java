package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.TimePeriod;

/**
 * Every vintage of one indicator in one area, from which the series as it was known on any day is
 * had. So a light can be asked for as of each dispatch without computing every table anew.
 */
final class TargetSeries {
  /** Official before simulated, then the later release, then what was stored later. */
  private static final Comparator<Vintage> CURRENT =
      Comparator.comparing((Vintage v) -> !v.simulated())
          .thenComparing(Vintage::released)
          .thenComparing(Vintage::recordedAt);

  /** Official before simulated, then the earlier release, then what was stored earlier. */
  private static final Comparator<Vintage> FIRST =
      Comparator.comparing(Vintage::simulated)
          .thenComparing(Vintage::released)
          .thenComparing(Vintage::recordedAt);

  private final IndicatorKind kind;
  private final GrowthSource source;
  private final List<Vintage> vintages;

  /**
   * One figure as it was once released.
   *
   * @param growth whether it is published growth and not a level
   * @param value the figure; null where it was withdrawn
   * @param decimals decimals with which it was printed
   * @param released day of release
   * @param recordedAt when it was stored, in microseconds
   */
  record Vintage(
      TimePeriod period,
      boolean growth,
      BigDecimal value,
      int decimals,
      LocalDate released,
      long recordedAt,
      boolean simulated) {}

  TargetSeries(IndicatorKind kind, GrowthSource source, List<Vintage> vintages) {
    this.kind = kind;
    this.source = source;
    this.vintages = List.copyOf(vintages);
  }

  /** The series as known at the end of a day. */
  KnownSeries asOf(LocalDate day) {
    Map<TimePeriod, Vintage> levels = new TreeMap<>();
    Map<TimePeriod, Vintage> growth = new TreeMap<>();
    Map<TimePeriod, Vintage> firstLevels = new TreeMap<>();
    Map<TimePeriod, Vintage> firstGrowth = new TreeMap<>();
    for (Vintage vintage : vintages) {
      if (!vintage.released().isAfter(day)) {
        (vintage.growth() ? growth : levels)
            .merge(vintage.period(), vintage, (a, b) -> CURRENT.compare(a, b) >= 0 ? a : b);
        (vintage.growth() ? firstGrowth : firstLevels)
            .merge(vintage.period(), vintage, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b);
      }
    }
    return new KnownSeries(kind, source, levels, growth, firstLevels, firstGrowth);
  }

  /** The day on which each period was first known, in the order of the periods. */
  Map<TimePeriod, LocalDate> firstKnown() {
    Map<TimePeriod, LocalDate> first = new TreeMap<>();
    for (Vintage vintage : vintages) {
      first.merge(vintage.period(), vintage.released(), (a, b) -> a.isBefore(b) ? a : b);
    }
    return first;
  }
}
