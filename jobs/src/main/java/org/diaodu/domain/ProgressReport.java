package org.diaodu.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A row of {@code statistics.progress}; what each column means stands in its contract. */
public record ProgressReport(
    String item,
    String itemKind,
    String refArea,
    TimePeriod timePeriod,
    String milestone,
    BigDecimal amount,
    BigDecimal percent,
    String status,
    String evidence,
    LocalDate releaseDate,
    Instant recordedAt,
    Provenance provenance) {}
