package org.diaodu.hold;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.diaodu.region.Indicator;

/** {@link HoldRule#leaves_series} and {@link HoldRule#revised_by_factor}. */
final class Leap {
  /** A factor is a power of ten where it lies no further than this from one. */
  private static final double NEAR_A_POWER = 1.25;

  /** Counts up to here go up and down by any factor. */
  private static final double FEW = 30;

  private static final MathContext SHOWN = new MathContext(3);

  private Leap() {}

  /**
   * How many times beyond the limit a level leaves the series that it stands in; one or less where
   * it does not. Zero leaves no series, and of figures below zero the bounds speak.
   */
  static double excess(double value, ReportedFigure.Key key, Neighbours near, HoldThresholds of) {
    double times = near.times(key, value);
    return times <= 0 ? 0 : away(times) / near.limit(of);
  }

  /** What is to be said of a level that leaves its series. */
  static Doubt ofSeries(ReportedFigure figure, Neighbours near, Indicator indicator) {
    double times = near.times(figure.key(), figure.obsValue().doubleValue());
    String unit = figure.measure().unit(indicator.unit());
    String typical = shown(near.typicalAt(figure.key()));
    return new Doubt(
        "与本序列其他时期相近，约%s%s".formatted(typical, unit),
        "%s%s，按本序列其他%d个时期应在%s%s上下，%s"
            .formatted(
                Bounds.plain(figure.obsValue()), unit, near.count(), typical, unit, ratio(times)));
  }

  /**
   * A level that makes another size of the same figure, and does not come nearer to its series.
   *
   * @param before the figure as it was known; not null
   */
  static Optional<Doubt> ofRevision(
      ReportedFigure figure,
      BigDecimal before,
      Neighbours near,
      Indicator indicator,
      HoldThresholds thresholds) {
    double now = figure.obsValue().doubleValue();
    double then = before.doubleValue();
    if (now == then || areFew(now, then, indicator)) {
      return Optional.empty();
    }
    boolean alone = near.count() < 2;
    double limit = thresholds.of(HoldRule.revised_by_factor, alone ? "alone_times" : "times");
    boolean turned = then <= 0 != now <= 0;
    boolean large = turned || (then != 0 && away(now / then) >= limit);
    boolean nearer =
        !alone
            && now > 0
            && (then <= 0
                || away(near.times(figure.key(), now)) < away(near.times(figure.key(), then)));
    if (!large || nearer || (turned && then == 0)) {
      return Optional.empty();
    }
    String unit = figure.measure().unit(indicator.unit());
    return Optional.of(
        new Doubt(
            "与已知的%s%s相近".formatted(Bounds.plain(before), unit),
            "%s%s，而这个数已知是%s%s，%s"
                .formatted(
                    Bounds.plain(figure.obsValue()),
                    unit,
                    Bounds.plain(before),
                    unit,
                    turned ? "正负或有无不同" : ratio(now / then))));
  }

  static boolean areFew(double one, double other, Indicator indicator) {
    return indicator.decimals() == 0 && Math.abs(one) < FEW && Math.abs(other) < FEW;
  }

  /** A factor, up or down alike: at least one. */
  static double away(double times) {
    return times >= 1 ? times : 1 / times;
  }

  private static String ratio(double times) {
    String many = shown(away(times));
    String direction = times >= 1 ? "是它的%s倍".formatted(many) : "只有它的%s分之一".formatted(many);
    double power = Math.rint(Math.log10(away(times)));
    boolean isPower = power >= 1 && away(away(times) / Math.pow(10, power)) <= NEAR_A_POWER;
    return isPower ? direction + "，接近10的%d次方，像是单位写错".formatted((int) power) : direction;
  }

  static String shown(double number) {
    return BigDecimal.valueOf(number).round(SHOWN).stripTrailingZeros().toPlainString();
  }
}
