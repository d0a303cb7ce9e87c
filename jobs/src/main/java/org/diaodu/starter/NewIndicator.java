package org.diaodu.starter;

import org.diaodu.domain.Frequency;
import org.diaodu.domain.IndicatorKind;

/**
 * A row of {@code indicators.csv} of a region that is about to be set up.
 *
 * @param code snake_case code
 * @param nameZh Chinese name
 * @param nameEn English name; may be empty
 * @param unit unit of its levels
 * @param kind flow, stock, rate or growth only
 * @param frequency usual frequency
 * @param additive whether areas' levels add up
 * @param growthSource which growth is reported; empty for what is usual of the kind
 * @param decimals decimals that are printed; empty for what is usual of the kind
 * @param aliases other names, separated by {@code ;}
 */
record NewIndicator(
    String code,
    String nameZh,
    String nameEn,
    String unit,
    IndicatorKind kind,
    Frequency frequency,
    boolean additive,
    String growthSource,
    String decimals,
    String aliases) {

  /**
   * What can be told of a series that no list knows, from how its target is put: growth in percent
   * has no level, another percentage is a rate of the year, and a number is counted up by quarters.
   */
  static NewIndicator unknown(String code, String nameZh, String unit, boolean isGrowth) {
    boolean isRate = !isGrowth && unit.equals("%");
    return new NewIndicator(
        code,
        nameZh,
        "",
        isGrowth ? "%" : unit,
        isGrowth ? IndicatorKind.growth_only : isRate ? IndicatorKind.rate : IndicatorKind.flow,
        isGrowth ? Frequency.M : isRate ? Frequency.A : Frequency.Q,
        false,
        "",
        "",
        "");
  }
}
