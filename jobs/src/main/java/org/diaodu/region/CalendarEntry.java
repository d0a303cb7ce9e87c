package org.diaodu.region;

import java.time.LocalDate;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/**
 * A row of {@code calendar.csv}.
 *
 * @param indicator code
 * @param frequency of the series that is due
 * @param timePeriod the period reported on
 * @param dueDate last day on which it is on time; null where nothing is expected
 * @param expected false where no figure is to exist, such as January retail sales
 * @param note why
 */
public record CalendarEntry(
    String indicator,
    Frequency frequency,
    TimePeriod timePeriod,
    LocalDate dueDate,
    boolean expected,
    String note)
    implements java.io.Serializable {}
