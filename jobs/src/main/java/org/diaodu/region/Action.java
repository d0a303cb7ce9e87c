package org.diaodu.region;

import java.util.List;

/**
 * A row of {@code actions.csv}: one action of the plan and its working group (专班).
 *
 * @param annex number of the plan's part
 * @param nameZh Chinese name
 * @param convenor who convenes the group
 * @param chiefConvenor who leads all actions together; empty where the pack does not say
 * @param deputies codes of the units whose heads are deputies
 * @param members codes of the units that belong to the group
 * @param office code of the unit that hosts the office
 */
public record Action(
    int annex,
    String nameZh,
    String convenor,
    String chiefConvenor,
    List<String> deputies,
    List<String> members,
    String office)
    implements java.io.Serializable {}
