package org.diaodu.attainment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.attainment.TargetSeries.Vintage;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Growth;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Landing;
import org.diaodu.domain.Phasing;
import org.diaodu.domain.TimePeriod;

/** One indicator in one area as it was known on a day. */
final class KnownSeries {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final IndicatorKind kind;
  private final GrowthSource source;
  private final Map<TimePeriod, Vintage> levels;
  private final Map<TimePeriod, Vintage> published;
  private final Map<TimePeriod, Vintage> firstLevels;
  private final Map<TimePeriod, Vintage> firstPublished;

  KnownSeries(
      IndicatorKind kind,
      GrowthSource source,
      Map<TimePeriod, Vintage> levels,
      Map<TimePeriod, Vintage> published,
      Map<TimePeriod, Vintage> firstLevels,
      Map<TimePeriod, Vintage> firstPublished) {
    this.kind = kind;
    this.source = source;
    this.levels = levels;
    this.published = published;
    this.firstLevels = firstLevels;
    this.firstPublished = firstPublished;
  }

  /** The level; null where there is none. */
  BigDecimal level(TimePeriod period) {
    Vintage level = levels.get(period);
    return level == null ? null : level.value();
  }

  boolean withdrawn(TimePeriod period) {
    return levels.containsKey(period) && level(period) == null;
  }

  /** Growth on a year earlier, by the one definition of it. */
  Growth.Result growth(TimePeriod period) {
    Vintage now = levels.get(period);
    Vintage ago = levels.get(period.yearEarlier());
    Vintage growth = published.get(period);
    return Growth.of(
        new Growth.Input(
            now == null ? null : now.value(),
            ago == null ? null : ago.value(),
            now == null ? 0 : now.decimals(),
            ago == null ? 0 : ago.decimals(),
            growth == null ? null : growth.value(),
            growth == null ? 0 : growth.decimals(),
            withdrawn(period),
            kind,
            source));
  }

  /** Whether the level, the growth or the level a year earlier is simulated. */
  boolean simulated(TimePeriod period) {
    return simulated(levels.get(period))
        || simulated(published.get(period))
        || simulated(levels.get(period.yearEarlier()));
  }

  /**
   * Whether an earlier period may serve an estimate for this one: an official figure is never
   * judged by simulated years.
   */
  private boolean serves(TimePeriod earlier, TimePeriod period) {
    return simulated(period) || !(simulated(earlier) || simulated(last(earlier)));
  }

  /** The amount of last year as a whole; null where it may not serve this period. */
  BigDecimal totalYearAgo(TimePeriod period) {
    TimePeriod yearAgo = period.yearEarlier();
    boolean official = !simulated(levels.get(last(yearAgo)));
    return official || simulated(period) ? yearTotal(yearAgo) : null;
  }

  /** The amount of the whole year that a period lies in: that of the year's last period. */
  BigDecimal yearTotal(TimePeriod period) {
    return level(last(period));
  }

  /** What had come in by the same period of earlier years, newest first. */
  List<Phasing.Year> earlierYears(TimePeriod period, int years) {
    List<Phasing.Year> found = new ArrayList<>();
    TimePeriod earlier = period;
    for (int i = 0; i < years; i++) {
      earlier = earlier.yearEarlier();
      BigDecimal part = level(earlier);
      BigDecimal total = yearTotal(earlier);
      if (part != null && total != null && total.signum() > 0 && serves(earlier, period)) {
        found.add(new Phasing.Year(part, total));
      }
    }
    return found;
  }

  /**
   * The share of the year, in percent, that earlier years had by the same period. A figure that is
   * fresh is compared with the fresh ones of those years: what revision did to them it may do to
   * this one.
   */
  Optional<Landing.Sample> shares(TimePeriod period, int years) {
    boolean fresh = isFresh(period, levels, firstLevels);
    List<BigDecimal> shares = new ArrayList<>();
    TimePeriod earlier = period;
    for (int i = 0; i < years; i++) {
      earlier = earlier.yearEarlier();
      Vintage part = (fresh ? firstLevels : levels).get(earlier);
      BigDecimal total = yearTotal(earlier);
      if (part != null
          && part.value() != null
          && total != null
          && total.signum() > 0
          && serves(earlier, period)) {
        shares.add(ExactDecimal.percent(part.value(), total));
      }
    }
    return Landing.sample(shares, BigDecimal.ZERO);
  }

  /** By how many points a whole year's growth differed from that of the same period. */
  Optional<Landing.Sample> growthDifferences(TimePeriod period, int years) {
    boolean fresh = isFresh(period, published, firstPublished);
    List<BigDecimal> differences = new ArrayList<>();
    TimePeriod earlier = period;
    for (int i = 0; i < years; i++) {
      earlier = earlier.yearEarlier();
      Vintage first = fresh ? firstPublished.get(earlier) : null;
      BigDecimal soFar = first == null ? growth(earlier).reported() : first.value();
      BigDecimal whole = growth(last(earlier)).reported();
      if (soFar != null && whole != null && serves(earlier, period)) {
        differences.add(whole.subtract(soFar));
      }
    }
    Vintage now = published.get(period);
    BigDecimal unit = now == null ? BigDecimal.ZERO : BigDecimal.ONE.movePointLeft(now.decimals());
    return Landing.sample(differences, unit);
  }

  /** The growth of the years before an annual period, computed from their levels. */
  Optional<Landing.Sample> annualGrowth(TimePeriod year, int years) {
    List<BigDecimal> growth = new ArrayList<>();
    TimePeriod earlier = year;
    for (int i = 0; i < years; i++) {
      earlier = earlier.yearEarlier();
      if (serves(earlier, year)) {
        Growth.computed(level(earlier), level(earlier.yearEarlier())).ifPresent(growth::add);
      }
    }
    return Landing.sample(growth, BigDecimal.ZERO);
  }

  /** What the same growth as so far would make of last year: {@code total × (1 + growth / 100)}. */
  Optional<BigDecimal> atTheSameGrowth(TimePeriod period) {
    BigDecimal total = yearTotal(period.yearEarlier());
    BigDecimal growth = Growth.computed(level(period), level(period.yearEarlier())).orElse(null);
    return total == null || growth == null
        ? Optional.empty()
        : Optional.of(ExactDecimal.stored(total.multiply(HUNDRED.add(growth)).movePointLeft(2)));
  }

  static TimePeriod last(TimePeriod period) {
    return new TimePeriod(period.frequency(), period.year(), period.frequency().periodsPerYear());
  }

  private static boolean isFresh(
      TimePeriod period, Map<TimePeriod, Vintage> now, Map<TimePeriod, Vintage> first) {
    return now.get(period) != null && now.get(period).equals(first.get(period));
  }

  private static boolean simulated(Vintage vintage) {
    return vintage != null && vintage.simulated();
  }
}
