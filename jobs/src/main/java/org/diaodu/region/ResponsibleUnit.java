package org.diaodu.region;

import java.util.List;

/**
 * A row of {@code units.csv}: an office that answers for targets.
 *
 * @param unit code
 * @param nameZh Chinese name
 * @param role what it is in the plan
 * @param aliases other names under which it signs
 */
public record ResponsibleUnit(String unit, String nameZh, String role, List<String> aliases)
    implements java.io.Serializable {}
