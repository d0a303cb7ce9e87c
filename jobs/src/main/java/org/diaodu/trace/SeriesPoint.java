package org.diaodu.trace;

/**
 * A figure of a series, whichever its measure: what {@code statistics.observations} is asked for.
 *
 * @param indicator code
 * @param refArea code
 * @param freq A, Q or M
 * @param accumulation PER, YTD or EOP
 * @param period the period
 */
record SeriesPoint(
    String indicator, String refArea, String freq, String accumulation, String period) {}
