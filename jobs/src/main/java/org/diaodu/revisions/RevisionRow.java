package org.diaodu.revisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.revisions}; what each column means stands in its contract. */
public record RevisionRow(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    Measure measure,
    TimePeriod timePeriod,
    Provenance provenance,
    int vintage,
    int vintages,
    boolean isCurrent,
    VintageChange change,
    LocalDate releaseDate,
    BigDecimal obsValue,
    BigDecimal previousValue,
    BigDecimal revision,
    BigDecimal revisionPct,
    BigDecimal totalRevision,
    String sourceFile,
    String sourceCell,
    String previousSourceFile,
    String previousSourceCell,
    LocalDate asOf) {}
