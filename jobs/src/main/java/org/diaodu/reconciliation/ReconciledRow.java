package org.diaodu.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Reconciliation;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.reconciled}; what each column means stands in its contract. */
public record ReconciledRow(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    TimePeriod timePeriod,
    Reconciliation.Method method,
    String parent,
    BigDecimal reported,
    BigDecimal totalLevel,
    BigDecimal reconciled,
    BigDecimal adjustment,
    Provenance provenance,
    NotComputed notComputedBecause,
    LocalDate asOf) {}
