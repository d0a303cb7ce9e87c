package org.diaodu.cube;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Residual;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.additivity}; what each column means stands in its contract. */
public record AdditivityRow(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    TimePeriod timePeriod,
    BigDecimal publishedTotal,
    BigDecimal areasSum,
    int areasCounted,
    int areasExpected,
    List<String> overlappingAreas,
    BigDecimal residual,
    Residual.ResidualClass residualClass,
    Provenance provenance,
    NotComputed notComputedBecause,
    LocalDate asOf) {}
