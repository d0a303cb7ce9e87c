package org.diaodu.region;

import java.util.List;

/**
 * A row of {@code conflicts.csv}: two places of the plan that do not say the same.
 *
 * @param conflictId code
 * @param topic what it is about
 * @param firstReading what the first place says
 * @param firstPlace where that stands
 * @param secondReading what the second place says
 * @param secondPlace where that stands
 * @param inForce which of them the targets follow
 * @param reason why, or what is still to be decided
 * @param targets ids of the targets concerned
 */
public record Conflict(
    String conflictId,
    String topic,
    String firstReading,
    String firstPlace,
    String secondReading,
    String secondPlace,
    InForce inForce,
    String reason,
    List<String> targets)
    implements java.io.Serializable {

  /** Which reading the targets follow. */
  public enum InForce {
    /** The first. */
    first("1"),
    /** The second. */
    second("2"),
    /** They speak of different things, and both are followed. */
    both("both"),
    /** Nobody has decided yet. */
    open("open");

    private final String code;

    InForce(String code) {
      this.code = code;
    }

    /** The code in {@code conflicts.csv}. */
    public String code() {
      return code;
    }
  }
}
