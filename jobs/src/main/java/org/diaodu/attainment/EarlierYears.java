package org.diaodu.attainment;

import java.io.Serializable;
import java.math.BigDecimal;
import org.diaodu.domain.Fraction;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Landing;
import org.diaodu.domain.Phasing;
import org.diaodu.region.Policy;

/**
 * What earlier years of a series say of the year of one period; null for what they do not.
 *
 * @param levelYearAgo level of the same period a year ago, in the indicator's unit
 * @param totalYearAgo level of last year's last period, in the indicator's unit
 * @param history share of the year that was there by the same period
 * @param shares the same, as a sample of single years
 * @param differences by how many points a year's growth differed from that of the same period
 * @param annual growth of whole years, in percent; of annual periods only
 */
record EarlierYears(
    BigDecimal levelYearAgo,
    BigDecimal totalYearAgo,
    Fraction history,
    Landing.Sample shares,
    Landing.Sample differences,
    Landing.Sample annual)
    implements Serializable {

  /** Nothing. */
  static final EarlierYears NONE = new EarlierYears(null, null, null, null, null, null);

  static EarlierYears of(LandingSamples samples, Policy.Landing landing) {
    if (samples.period().frequency() == Frequency.A) {
      return new EarlierYears(
          samples.levelYearAgo(),
          samples.totalYearAgo(),
          null,
          null,
          null,
          samples.annualGrowth(landing.annualYears()).filter(Landing.Sample::fits).orElse(null));
    }
    int years = landing.years();
    return new EarlierYears(
        samples.levelYearAgo(),
        samples.totalYearAgo(),
        Phasing.byHistory(samples.parts(years)).orElse(null),
        samples.shares(years).filter(Landing.Sample::fits).orElse(null),
        samples.growthDifferences(years).filter(Landing.Sample::fits).orElse(null),
        null);
  }
}
