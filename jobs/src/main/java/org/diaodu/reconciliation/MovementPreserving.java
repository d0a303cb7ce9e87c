package org.diaodu.reconciliation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdplus.benchmarking.base.api.benchmarking.multivariate.ContemporaneousConstraint;
import jdplus.benchmarking.base.api.benchmarking.multivariate.MultivariateCholette;
import jdplus.benchmarking.base.api.benchmarking.multivariate.MultivariateCholetteSpec;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.api.timeseries.TsUnit;
import org.diaodu.domain.Frequency;

/**
 * Denton's principle for many series at once, in the form that Dagum and Cholette gave it: the
 * ratio of adjusted to reported follows the one before it as closely as the total allows.
 */
final class MovementPreserving {
  private static final String TOTAL = "total";

  /** How much of a deviation is left after a month, as Dagum and Cholette recommend. */
  private static final double MONTHLY = 0.9;

  private MovementPreserving() {}

  /**
   * Adjusted figures, by area and period.
   *
   * @param reported figures by area and period, none negative
   * @param totals what the areas are to add up to, by period
   * @param frequency spacing of the periods, which decides how soon a deviation dies out
   */
  static double[][] adjusted(double[][] reported, double[] totals, Frequency frequency) {
    // Only differences of series in sequence matter, not in which years they lie.
    TsPeriod start = TsPeriod.of(TsUnit.YEAR, LocalDate.of(2000, 1, 1));
    Map<String, TsData> series = new LinkedHashMap<>();
    for (int area = 0; area < reported.length; area++) {
      series.put(name(area), TsData.ofInternal(start, reported[area].clone()));
    }
    series.put(TOTAL, TsData.ofInternal(start, totals.clone()));
    String sum =
        IntStream.range(0, reported.length)
            .mapToObj(MovementPreserving::name)
            .collect(Collectors.joining("+"));
    Map<String, TsData> result =
        MultivariateCholette.benchmark(
            series,
            MultivariateCholetteSpec.builder()
                .rho(Math.pow(MONTHLY, frequency.months()))
                .lambda(1)
                .contemporaneousConstraint(ContemporaneousConstraint.parse(TOTAL + "=" + sum))
                .buildWithoutValidation());
    return IntStream.range(0, reported.length)
        .mapToObj(
            area -> Arrays.copyOf(result.get(name(area)).getValues().toArray(), totals.length))
        .toArray(double[][]::new);
  }

  private static String name(int area) {
    return "s" + area;
  }
}
