package org.diaodu.region;

import org.diaodu.domain.Cadence;

/**
 * A row of {@code duties.csv}: something that the plan asks for again and again, such as a ranking
 * each quarter. The leads of its task report of it, with its name as the milestone.
 *
 * @param taskId the task of the plan in which it stands
 * @param nameZh what is to be done; no milestone of the task has the same name
 * @param cadence how often
 * @param basis how the cadence is known
 * @param words the plan's own words
 */
public record Duty(String taskId, String nameZh, Cadence cadence, Basis basis, String words)
    implements java.io.Serializable {

  /** How it is known how often something is owed. */
  public enum Basis {
    /** The plan says so. */
    stated,
    /** The plan says that it is to be done regularly, and not how often. */
    assumed
  }
}
