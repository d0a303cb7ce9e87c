package org.diaodu.hold;

import java.math.BigDecimal;
import java.util.Optional;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.region.Indicator;

/** {@link HoldRule#far_out_of_bounds}. */
final class Bounds {
  private static final BigDecimal NOTHING_LEFT = BigDecimal.valueOf(-100);

  private Bounds() {}

  /**
   * A level that passes the indicator's plausible bounds by so many times: above the greatest,
   * below the least, or negative where the least is not. Of growth that more than all is lost, or
   * that it passes so many percent.
   *
   * @param times the greatest bound times, or the least bound divided by this is still believed
   * @param growthPercent greatest growth that is still believed, in percent
   */
  static Optional<Doubt> doubt(
      ReportedFigure figure, Indicator indicator, double times, double growthPercent) {
    BigDecimal value = figure.obsValue();
    if (figure.measure().isGrowth() && indicator.kind() != IndicatorKind.growth_only) {
      return growth(value, indicator, BigDecimal.valueOf(growthPercent));
    }
    BigDecimal min = indicator.plausibleMin();
    BigDecimal max = indicator.plausibleMax();
    BigDecimal factor = BigDecimal.valueOf(times);
    String unit = figure.measure().unit(indicator.unit());
    if (max != null && max.signum() > 0 && value.compareTo(max.multiply(factor)) > 0) {
      return Optional.of(
          new Doubt(
              "≤" + plain(max),
              "%s%s超过合理上限%s%s的%s倍".formatted(plain(value), unit, plain(max), unit, plain(factor))));
    }
    if (min == null) {
      return Optional.empty();
    }
    boolean low =
        min.signum() < 0
            ? value.compareTo(min.multiply(factor)) < 0
            : value.signum() < 0
                || (value.signum() > 0 && value.multiply(factor).compareTo(min) < 0);
    return low
        ? Optional.of(
            new Doubt(
                "≥" + plain(min),
                value.signum() < 0 && min.signum() >= 0
                    ? "%s%s是负数，而合理下限是%s%s".formatted(plain(value), unit, plain(min), unit)
                    : "%s%s不到合理下限%s%s的%s分之一"
                        .formatted(plain(value), unit, plain(min), unit, plain(factor))))
        : Optional.empty();
  }

  private static Optional<Doubt> growth(
      BigDecimal value, Indicator indicator, BigDecimal greatest) {
    if (value.compareTo(NOTHING_LEFT) < 0 && isNeverNegative(indicator)) {
      return Optional.of(new Doubt("≥-100%", "增速%s%%低于-100%%，而这个指标不会是负数".formatted(plain(value))));
    }
    return value.compareTo(greatest) > 0
        ? Optional.of(
            new Doubt(
                "≤%s%%".formatted(plain(greatest)),
                "增速%s%%超过%s%%".formatted(plain(value), plain(greatest))))
        : Optional.empty();
  }

  private static boolean isNeverNegative(Indicator indicator) {
    return indicator.plausibleMin() != null && indicator.plausibleMin().signum() >= 0;
  }

  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
