package org.diaodu.region;

import java.util.List;

/**
 * A row of {@code actions.csv}: one action of the plan and its working group (专班).
 *
 * @param annex number of the plan's part
 * @param nameZh Chinese name
 * @param convenor who convenes the group
 * @param deputies codes of the units whose heads are deputies
 * @param office code of the unit that hosts the office
 */
public record Action(
    int annex, String nameZh, String convenor, List<String> deputies, String office)
    implements java.io.Serializable {}
