package org.diaodu.cube;

import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;

/**
 * A vintage with what it is a figure of.
 *
 * @param indicator code of the indicator
 * @param refArea code of the area
 * @param period its period, from which the frequency follows
 * @param accumulation what stretch of time it covers
 * @param measure level, at current or constant prices, or published growth
 * @param vintage the figure as it was released
 */
public record Observation(
    String indicator,
    String refArea,
    TimePeriod period,
    Accumulation accumulation,
    Measure measure,
    Vintage vintage) {}
