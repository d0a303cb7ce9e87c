package org.diaodu.region;

import java.util.List;

/**
 * A row of {@code tasks.csv}: one item of the plan's task list, and who answers for it.
 *
 * @param taskId code, such as {@code K-3-7}
 * @param annex number of the plan's part
 * @param action name of the action it belongs to
 * @param itemNo where it stands in that part
 * @param nameZh Chinese name
 * @param leads codes of the units in the lead
 * @param leadMode how they lead
 * @param leadsOpen whether the plan's list of leads ends in "and others"
 * @param participants codes of further units
 * @param participantsOpen whether the plan's list of participants ends in "and others"
 * @param areas codes of the areas that are responsible
 * @param targets ids of the targets that stand in it
 * @param milestones names of what is to be delivered, each by yes or no
 */
public record Task(
    String taskId,
    int annex,
    String action,
    String itemNo,
    String nameZh,
    List<String> leads,
    LeadMode leadMode,
    boolean leadsOpen,
    List<String> participants,
    boolean participantsOpen,
    List<String> areas,
    List<String> targets,
    List<String> milestones)
    implements java.io.Serializable {

  /** How several units lead. */
  public enum LeadMode {
    /** One unit leads. */
    single,
    /** Each leads its own clause. */
    separate,
    /** All lead together. */
    joint,
    /** Each member of the working group leads. */
    each_member
  }
}
