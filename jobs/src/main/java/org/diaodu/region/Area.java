package org.diaodu.region;

import java.util.List;

/**
 * A row of {@code areas.csv}.
 *
 * @param refArea code, GB/T 2260 where one exists
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param parent code of the area it belongs to; empty for the highest
 * @param level country, state, county, zone, …
 * @param capital whether it is the capital
 * @param inTotal whether its figures add up to its parent's; false for one that overlaps others
 * @param aliases other names under which it really occurs
 * @param validFrom first day, ISO date, or empty
 * @param validTo last day, ISO date, or empty
 */
public record Area(
    String refArea,
    String nameZh,
    String nameEn,
    String parent,
    String level,
    boolean capital,
    boolean inTotal,
    List<String> aliases,
    String validFrom,
    String validTo)
    implements java.io.Serializable {}
