package org.diaodu.hold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link HoldRule#growth_against_levels} and {@link HoldRule#growth_leaves_history}. */
final class GrowthDoubts {
  private static final double HALF = 0.5;

  private GrowthDoubts() {}

  /**
   * Published growth that needs a base of another size than the one that is known. A comparable
   * basis may be another, and now and then turns the sign; it is not a multiple. What rounding of
   * the printed levels explains is believed.
   *
   * @param level the level; above zero
   * @param yearAgo the level a year earlier; above zero
   * @param growth published growth, percent; above −100
   */
  static Optional<Doubt> againstLevels(
      ReportedFigure level, ReportedFigure yearAgo, ReportedFigure growth, HoldThresholds of) {
    double index = 1 + growth.obsValue().doubleValue() / 100;
    if (index <= 0 || level.obsValue().signum() <= 0 || yearAgo.obsValue().signum() <= 0) {
      return Optional.empty();
    }
    double needed = level.obsValue().doubleValue() / yearAgo.obsValue().doubleValue();
    boolean opposite = needed < 1 != index < 1;
    double limit = of.of(HoldRule.growth_against_levels, opposite ? "opposite_times" : "times");
    if (least(needed, index, level, yearAgo) < limit) {
      return Optional.empty();
    }
    String computed = Leap.shown((needed - 1) * 100);
    return Optional.of(
        new Doubt(
            "按总量计算约为%s%%".formatted(computed),
            "公布的增速%s%%与总量%s、上年同期%s（按此计算约%s%%）相差悬殊，其中必有一个不对"
                .formatted(
                    Bounds.plain(growth.obsValue()),
                    Bounds.plain(level.obsValue()),
                    Bounds.plain(yearAgo.obsValue()),
                    computed)));
  }

  /** The least factor between the two that the printed digits of the levels allow. */
  private static double least(
      double needed, double index, ReportedFigure level, ReportedFigure yearAgo) {
    double up = (1 + rounding(level)) / Math.max(1 - rounding(yearAgo), 1e-9);
    double down = Math.max(1 - rounding(level), 1e-9) / (1 + rounding(yearAgo));
    double factor = needed / index;
    return factor > 1 ? Math.max(1, factor * down) : Math.max(1, 1 / (factor * up));
  }

  /** Half a unit of the last printed digit, as a part of the figure. */
  private static double rounding(ReportedFigure figure) {
    int decimals = figure.obsDecimals() == null ? 0 : figure.obsDecimals();
    return HALF * Math.pow(10, -decimals) / figure.obsValue().doubleValue();
  }

  /**
   * Growth far from all that the series has grown by: an index taken for growth, a point in the
   * wrong place.
   *
   * @param history growth of other periods of the series, percent
   */
  static Optional<Doubt> fromHistory(
      ReportedFigure growth, List<BigDecimal> history, HoldThresholds of) {
    if (history.size() < of.of(HoldRule.growth_leaves_history, "at_least")) {
      return Optional.empty();
    }
    List<Double> values = new ArrayList<>(history.stream().map(BigDecimal::doubleValue).toList());
    double median = median(values);
    List<Double> deviations =
        new ArrayList<>(values.stream().map(value -> Math.abs(value - median)).toList());
    double limit =
        Math.max(
            of.of(HoldRule.growth_leaves_history, "points"),
            of.of(HoldRule.growth_leaves_history, "deviations") * median(deviations));
    return Math.abs(growth.obsValue().doubleValue() - median) > limit
        ? Optional.of(
            new Doubt(
                "与历史增速的中位数%s%%相近".formatted(Leap.shown(median)),
                "增速%s%%，而本序列其他%d期增速的中位数是%s%%"
                    .formatted(
                        Bounds.plain(growth.obsValue()), history.size(), Leap.shown(median))))
        : Optional.empty();
  }

  /**
   * Whether growth is so far from the middle of a line, itself among it, that its history is to be
   * looked at: a quick test that nearly all pass.
   */
  static boolean isFarFromMost(ReportedFigure growth, double medianOfLine, HoldThresholds of) {
    return Math.abs(growth.obsValue().doubleValue() - medianOfLine)
        > HALF * of.of(HoldRule.growth_leaves_history, "points");
  }

  static double median(Collection<BigDecimal> values) {
    return median(new ArrayList<>(values.stream().map(BigDecimal::doubleValue).toList()));
  }

  private static double median(List<Double> values) {
    values.sort(null);
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }
}
