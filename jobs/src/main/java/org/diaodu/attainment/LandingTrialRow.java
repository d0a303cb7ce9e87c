package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Landing;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.landing_trials}; what each column means stands in its contract. */
public record LandingTrialRow(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    TimePeriod timePeriod,
    LocalDate knownOn,
    Measure measure,
    Method method,
    BigDecimal estimate,
    BigDecimal low,
    BigDecimal high,
    BigDecimal outcome,
    BigDecimal error,
    Boolean covered,
    Provenance provenance,
    LocalDate asOf) {

  /** How the estimate was made. */
  public enum Method {
    /** See {@link Landing.Method#seasonal_share}. */
    seasonal_share,
    /** See {@link Landing.Method#growth_difference}. */
    growth_difference,
    /** See {@link Landing.Method#annual_trend}. */
    annual_trend,
    /** The amount so far over the part of the year that has gone. */
    time_proportional,
    /** The growth so far, unchanged. */
    same_growth;

    static Method of(Landing.Method method) {
      return valueOf(method.name());
    }
  }
}
