package org.diaodu.dispatch;

import java.time.LocalDate;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.Rectification;
import org.diaodu.domain.TimePeriod;

/** A row of {@code reporting.rectifications}; what each column means stands in its contract. */
public record RectificationRow(
    String rectificationId,
    String targetId,
    String refArea,
    String action,
    String owner,
    LocalDate openedOn,
    TimePeriod timePeriod,
    String reason,
    LocalDate dueOn,
    int missed,
    LocalDate supervisedOn,
    LocalDate escalatedOn,
    LocalDate closedOn,
    Rectification.ClosedBecause closedBecause,
    String evidence,
    Rectification.State state,
    boolean overdue,
    Provenance provenance,
    LocalDate asOf) {}
