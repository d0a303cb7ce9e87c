package org.diaodu.completeness;

import java.time.LocalDate;
import org.diaodu.domain.Completeness;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.completeness}; what each column means stands in its contract. */
public record CompletenessRow(
    String indicator,
    String refArea,
    Frequency freq,
    TimePeriod timePeriod,
    Completeness.Status status,
    LocalDate dueDate,
    LocalDate receivedOn,
    Long daysLate,
    String note,
    Provenance provenance,
    LocalDate asOf) {}
