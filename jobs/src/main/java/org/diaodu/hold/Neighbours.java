package org.diaodu.hold;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.TimePeriod;

/**
 * The size that the rest of a series has: the same months of other years, and the periods just
 * before and after. Cumulative figures are likened by their average month. Tests of plausibility
 * and no figures, so the precision of a double is enough.
 *
 * @param typical median of the sizes; zero where there are none
 * @param spread the greatest size divided by the least
 * @param count how many there are
 */
record Neighbours(double typical, double spread, int count) {
  /** As far as this a year or a period counts as near. */
  private static final int YEARS = 5;

  private static final int PERIODS = 3;

  /**
   * Those of a figure.
   *
   * @param latest what counts of each figure of the series
   */
  static Neighbours of(ReportedFigure.Key key, Map<ReportedFigure.Key, ReportedFigure> latest) {
    List<Double> sizes = new ArrayList<>();
    for (TimePeriod period : near(key.period())) {
      ReportedFigure.Key of = key.at(period);
      ReportedFigure figure = latest.get(of);
      if (figure != null && figure.obsValue() != null && figure.obsValue().signum() > 0) {
        sizes.add(size(of, figure.obsValue().doubleValue()));
      }
    }
    if (sizes.isEmpty()) {
      return new Neighbours(0, 1, 0);
    }
    sizes.sort(null);
    int middle = sizes.size() / 2;
    double median =
        sizes.size() % 2 == 1
            ? sizes.get(middle)
            : Math.sqrt(sizes.get(middle - 1) * sizes.get(middle));
    return new Neighbours(median, sizes.get(sizes.size() - 1) / sizes.get(0), sizes.size());
  }

  /** How many times the typical size a figure has; one where there is none to compare with. */
  double times(ReportedFigure.Key key, double value) {
    return count == 0 ? 1 : size(key, value) / typical;
  }

  /** The typical size as a figure of a period. */
  double typicalAt(ReportedFigure.Key key) {
    return typical / size(key, 1);
  }

  /** How many times away, up or down, is further than a series of this spread goes. */
  double limit(HoldThresholds thresholds) {
    double sudden = thresholds.of(HoldRule.leaves_series, "sudden_times");
    double steady = thresholds.of(HoldRule.leaves_series, "steady_times");
    double bySpread = spread * thresholds.of(HoldRule.leaves_series, "spread_times");
    return count < 3 ? sudden : Math.min(sudden, Math.max(steady, bySpread));
  }

  private static Set<TimePeriod> near(TimePeriod period) {
    Set<TimePeriod> near = new LinkedHashSet<>();
    TimePeriod later = period;
    TimePeriod earlier = period;
    for (int i = 0; i < PERIODS; i++) {
      later = later.next();
      earlier = earlier.previous();
      near.add(later);
      near.add(earlier);
    }
    for (int years = 1; years <= YEARS; years++) {
      near.add(new TimePeriod(period.frequency(), period.year() + years, period.number()));
      near.add(new TimePeriod(period.frequency(), period.year() - years, period.number()));
    }
    return near;
  }

  private static double size(ReportedFigure.Key key, double value) {
    return key.accumulation().equals(Accumulation.YTD.name())
        ? value / key.period().endMonth()
        : value;
  }
}
