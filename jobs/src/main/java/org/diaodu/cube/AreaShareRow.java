package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.domain.Share;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.area_shares}; what each column means stands in its contract. */
public record AreaShareRow(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    TimePeriod timePeriod,
    String parent,
    boolean inTotal,
    BigDecimal level,
    BigDecimal totalLevel,
    Share.Denominator denominator,
    BigDecimal sharePct,
    BigDecimal shareYearAgoPct,
    BigDecimal changePp,
    SeriesFlag flag,
    Provenance provenance,
    NotComputed notComputedBecause,
    NotComputed changeNotComputedBecause,
    LocalDate asOf) {}
