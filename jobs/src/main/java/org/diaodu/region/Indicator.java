package org.diaodu.region;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Better;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Validity;

/**
 * A row of {@code indicators.csv}. Serializable because the tasks that read files need it.
 *
 * @param indicator snake_case code
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param unit unit in which its levels are kept, such as 亿元
 * @param kind flow, stock, rate or growth only
 * @param frequency usual frequency
 * @param accumulation what a file that does not say means
 * @param additive whether areas' levels add up
 * @param growthSource which growth is reported
 * @param better which direction is good
 * @param decimals decimals that are printed
 * @param plausibleMin least plausible level (growth, where there is no level); null = no bound
 * @param plausibleMax greatest plausible level (growth, where there is no level); null = no bound
 * @param aliases other names under which it really occurs
 * @param reporter code of the unit that reports it; empty where the pack does not say
 * @param judgedSource whose figures are computed with and judged: code of a unit, or the name of
 *     another authority; empty where they are the reporter's
 * @param validity the days on which it is collected
 */
public record Indicator(
    String indicator,
    String nameZh,
    String nameEn,
    String unit,
    IndicatorKind kind,
    Frequency frequency,
    Accumulation accumulation,
    boolean additive,
    GrowthSource growthSource,
    Better better,
    int decimals,
    BigDecimal plausibleMin,
    BigDecimal plausibleMax,
    List<String> aliases,
    String reporter,
    String judgedSource,
    Validity validity)
    implements java.io.Serializable {

  /** Whether it is collected at the end of a period, which decides for the whole of it. */
  public boolean isAt(TimePeriod period) {
    return validity.isAt(period);
  }
}
