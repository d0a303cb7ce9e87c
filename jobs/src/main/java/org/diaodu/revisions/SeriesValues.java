package org.diaodu.revisions;

import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Measure;
import org.diaodu.domain.Provenance;

/**
 * A series, and how many vintages with a value are known of it.
 *
 * @param indicator code of the indicator
 * @param refArea code of the area
 * @param freq frequency of its periods
 * @param accumulation what stretch of time its figures cover
 * @param measure level or published growth
 * @param provenance official or simulated: separate series
 * @param values vintages with a value, of all its figures
 */
public record SeriesValues(
    String indicator,
    String refArea,
    Frequency freq,
    Accumulation accumulation,
    Measure measure,
    Provenance provenance,
    long values) {}
