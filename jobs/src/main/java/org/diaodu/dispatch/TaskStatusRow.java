package org.diaodu.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;

/** A row of {@code statistics.task_status}; what each column means stands in its contract. */
public record TaskStatusRow(
    String taskId,
    int green,
    int blue,
    int yellow,
    int red,
    int noData,
    int milestones,
    int milestonesReached,
    TimePeriod reportedFor,
    String status,
    BigDecimal percent,
    String evidence,
    Provenance provenance,
    LocalDate asOf) {}
