package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Growth;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.growth}; what each column means stands in its contract. */
public record GrowthRow(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    TimePeriod timePeriod,
    BigDecimal level,
    Integer periodMonths,
    Derivation derivation,
    BigDecimal levelYearAgo,
    BigDecimal yoyComputedPct,
    BigDecimal yoyPublishedPct,
    BigDecimal yoyPct,
    Growth.Basis yoyBasis,
    BigDecimal gapPp,
    Growth.GapClass gapClass,
    BigDecimal impliedLevelYearAgo,
    BigDecimal changePp,
    BigDecimal twoYearAveragePct,
    SeriesFlag twoYearAverageFlag,
    Provenance twoYearAverageProvenance,
    NotComputed twoYearAverageNotComputedBecause,
    BigDecimal levelLastYearEnd,
    BigDecimal sinceYearEndPct,
    BigDecimal contributionPp,
    Growth.Basis contributionBasis,
    NotComputed contributionNotComputedBecause,
    BigDecimal contributionRatePct,
    NotComputed contributionRateNotComputedBecause,
    SeriesFlag contributionFlag,
    Provenance contributionProvenance,
    Integer rankYoy,
    Integer rankLevel,
    Integer rankYoyLastPeriod,
    Integer rankLevelLastPeriod,
    Integer rankYoyLastYear,
    Integer rankLevelLastYear,
    Integer peers,
    SeriesFlag flag,
    Provenance provenance,
    NotComputed notComputedBecause,
    LocalDate releaseDate,
    LocalDate asOf) {}
