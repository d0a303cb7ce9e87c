package org.diaodu.attainment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Landing;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Target;

/** A row of {@code statistics.attainment}; what each column means stands in its contract. */
public record AttainmentRow(
    String targetId,
    String refArea,
    TimePeriod timePeriod,
    String indicator,
    Target.Kind kind,
    String comparator,
    BigDecimal actual,
    BigDecimal targetValue,
    BigDecimal gap,
    BigDecimal progressPct,
    BigDecimal schedulePct,
    String scheduleBasis,
    BigDecimal neededRest,
    BigDecimal neededRestPct,
    BigDecimal projected,
    BigDecimal projectedLow,
    BigDecimal projectedHigh,
    BigDecimal probability,
    Landing.Method projectionMethod,
    BigDecimal projectionError,
    Integer projectionTrials,
    NotComputed notProjectedBecause,
    Light light,
    Light jointLight,
    String lightReason,
    boolean isNewest,
    boolean isSetFor,
    String policyId,
    SeriesFlag flag,
    Provenance provenance,
    NotComputed notComputedBecause,
    LocalDate asOf) {}
