package org.diaodu.attainment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.diaodu.cube.SeriesFigure;
import org.diaodu.cube.Vintage;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Growth;
import org.diaodu.domain.Landing;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Phasing;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/**
 * What earlier years of a series say of where the year of a period will end. Definitions: {@code
 * docs/method/landing.md}.
 *
 * @param then the series as known on the day
 * @param period the period
 * @param fromSimulated whether simulated years count; never for an official figure
 */
record LandingSamples(SeriesAsOf then, TimePeriod period, boolean fromSimulated) {

  /** The level of a year ago; null where there is none, or it may not be used. */
  BigDecimal levelYearAgo() {
    return usable(then.figure(period).levelYearAgo(), then.figure(period).levelYearAgoProvenance());
  }

  /** The amount of last year as a whole; null where there is none, or it may not be used. */
  BigDecimal totalYearAgo() {
    SeriesFigure total = then.figure(SeriesAsOf.lastOfYear(period.yearEarlier()));
    return usable(total.level(), total.levelProvenance());
  }

  /** What had come in by the same period of earlier years, newest first. */
  List<Phasing.Year> parts(int years) {
    return earlier(
            years,
            year -> {
              BigDecimal part = then.level(year);
              BigDecimal total = then.yearTotal(year);
              return part == null || !isPositive(total) ? null : new Phasing.Year(part, total);
            })
        .toList();
  }

  /**
   * The share of the year, in percent, that earlier years had by the same period. A preliminary
   * figure is compared with the preliminary ones of those years: what revision did to them it may
   * do to this one.
   */
  Optional<Landing.Sample> shares(int years) {
    boolean isPreliminary = then.releases().isPreliminary(Measure.LEVEL, period);
    return Landing.sample(
        earlier(
                years,
                year -> {
                  BigDecimal part =
                      isPreliminary ? preliminary(Measure.LEVEL, year) : then.level(year);
                  BigDecimal total = then.yearTotal(year);
                  return part == null || !isPositive(total)
                      ? null
                      : ExactDecimal.percent(part, total);
                })
            .toList(),
        BigDecimal.ZERO);
  }

  /** By how many points a whole year's growth differed from that of the same period. */
  Optional<Landing.Sample> growthDifferences(int years) {
    boolean isPreliminary = then.releases().isPreliminary(Measure.YOY, period);
    Vintage published = then.releases().latest(Measure.YOY, period);
    return Landing.sample(
        earlier(
                years,
                year -> {
                  BigDecimal soFar = growthBy(year, isPreliminary);
                  BigDecimal whole = then.growth(SeriesAsOf.lastOfYear(year));
                  return soFar == null || whole == null ? null : whole.subtract(soFar);
                })
            .toList(),
        published == null ? BigDecimal.ZERO : BigDecimal.ONE.movePointLeft(published.decimals()));
  }

  /** The growth of the years before an annual period, computed from their levels. */
  Optional<Landing.Sample> annualGrowth(int years) {
    return Landing.sample(
        earlier(
                years,
                year ->
                    Growth.computed(then.level(year), then.level(year.yearEarlier())).orElse(null))
            .toList(),
        BigDecimal.ZERO);
  }

  private BigDecimal growthBy(TimePeriod year, boolean isPreliminary) {
    return isPreliminary && then.releases().preliminary(Measure.YOY, year) != null
        ? preliminary(Measure.YOY, year)
        : then.growth(year);
  }

  private BigDecimal preliminary(Measure measure, TimePeriod year) {
    Vintage first = then.releases().preliminary(measure, year);
    return first == null ? null : first.value();
  }

  /** What is had of the same period of earlier years that may be used, newest first. */
  private <T> Stream<T> earlier(int years, Function<TimePeriod, T> had) {
    return Stream.iterate(period.yearEarlier(), TimePeriod::yearEarlier)
        .limit(years)
        .filter(this::isUsable)
        .map(had)
        .filter(Objects::nonNull);
  }

  private boolean isUsable(TimePeriod year) {
    return fromSimulated
        || !(then.figure(year).isSimulated()
            || then.figure(SeriesAsOf.lastOfYear(year)).isSimulated());
  }

  private BigDecimal usable(BigDecimal level, Provenance provenance) {
    return fromSimulated || provenance != Provenance.simulated ? level : null;
  }

  private static boolean isPositive(BigDecimal total) {
    return total != null && total.signum() > 0;
  }
}
