package org.diaodu.revisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.RevisionStatistics;

/** A row of {@code statistics.revision_summary}; what each column means stands in its contract. */
public record RevisionSummaryRow(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    Measure measure,
    Provenance provenance,
    int figures,
    int revised,
    BigDecimal meanRevision,
    BigDecimal meanAbsoluteRevision,
    BigDecimal tStatistic,
    BigDecimal pValue,
    RevisionStatistics.Bias bias,
    NotComputed notComputedBecause,
    LocalDate asOf) {}
