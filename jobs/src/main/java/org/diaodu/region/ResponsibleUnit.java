package org.diaodu.region;

/**
 * A row of {@code units.csv}: an office that answers for targets.
 *
 * @param unit code
 * @param nameZh Chinese name
 * @param role what it is in the plan
 */
public record ResponsibleUnit(String unit, String nameZh, String role)
    implements java.io.Serializable {}
