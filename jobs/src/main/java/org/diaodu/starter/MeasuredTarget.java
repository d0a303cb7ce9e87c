package org.diaodu.starter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.region.NameIndex;
import org.diaodu.region.Target;

/**
 * A target with the series that measures it.
 *
 * @param indicator the series
 * @param kind what of it is held against the value
 * @param unit unit of the value
 */
record MeasuredTarget(NewIndicator indicator, Target.Kind kind, String unit) {
  private static final Pattern GROWTH = Pattern.compile("(.+?)(?:增速|增长率|增幅|增长|涨幅)");
  private static final Pattern SHARE = Pattern.compile("(?:首府)?(.+?)(?:占比|占全[市州省区]比重)");

  /**
   * How a target is measured.
   *
   * @param common what most regions report
   * @param known the series that this region has already
   * @return empty where no list knows the series and no unit says what is counted
   */
  static Optional<MeasuredTarget> of(
      NewTarget target, CommonIndicators common, List<NewIndicator> known) {
    Matcher growth = GROWTH.matcher(target.name());
    Matcher share = SHARE.matcher(target.name());
    Optional<NewIndicator> named = named(target.name(), common, known);
    if (named.isEmpty() && share.matches()) {
      NewIndicator whole = named(share.group(1), common, known).orElse(null);
      if (whole != null && whole.additive()) {
        return Optional.of(new MeasuredTarget(whole, Target.Kind.capital_share, "%"));
      }
    }
    boolean isGrowth = named.isEmpty() && growth.matches();
    String name = isGrowth ? growth.group(1) : target.name();
    NewIndicator indicator =
        named
            .or(() -> named(name, common, known))
            .or(() -> unknown(name, target, isGrowth, known))
            .orElse(null);
    return Optional.ofNullable(indicator)
        .map(
            i -> {
              Target.Kind kind = kind(i, target, isGrowth);
              return new MeasuredTarget(i, kind, unit(i, kind, target));
            });
  }

  private static Target.Kind kind(NewIndicator indicator, NewTarget target, boolean isGrowth) {
    boolean isRate = indicator.kind() == IndicatorKind.rate;
    boolean isInPercent = target.unit().equals("%") && !indicator.unit().equals("%");
    return indicator.kind() == IndicatorKind.growth_only || (!isRate && (isGrowth || isInPercent))
        ? Target.Kind.growth_yoy
        : Target.Kind.level;
  }

  private static String unit(NewIndicator indicator, Target.Kind kind, NewTarget target) {
    if (kind == Target.Kind.growth_yoy) {
      return "%";
    }
    return target.unit().isEmpty() ? indicator.unit() : target.unit();
  }

  private static Optional<NewIndicator> named(
      String name, CommonIndicators common, List<NewIndicator> known) {
    return known.stream()
        .filter(i -> NameIndex.normal(i.nameZh()).equals(NameIndex.normal(name)))
        .findFirst()
        .or(() -> common.named(name));
  }

  private static Optional<NewIndicator> unknown(
      String name, NewTarget target, boolean isGrowth, List<NewIndicator> known) {
    if (!isGrowth && target.unit().isEmpty()) {
      return Optional.empty();
    }
    long before = known.stream().filter(i -> i.code().startsWith("indicator_")).count();
    return Optional.of(
        NewIndicator.unknown("indicator_%d".formatted(before + 1), name, target.unit(), isGrowth));
  }
}
