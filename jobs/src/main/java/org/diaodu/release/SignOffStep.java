package org.diaodu.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A step on the way of a period's documents from the desk to publication, as it is kept on record.
 *
 * @param kind what was done
 * @param by who did it
 * @param at when
 * @param asOf the day that the documents speak as of
 * @param content SHA-256 of everything that they say, notes and what stands before the first
 *     heading included
 * @param verdicts what changed since the last draft that was found right, or the last release, and
 *     what was decided of it; before review nothing is decided
 * @param said everything that they say; only of a submission, which later ones are compared with
 * @param previous SHA-256 of the step before; empty for the first
 */
public record SignOffStep(
    Kind kind,
    String by,
    Instant at,
    LocalDate asOf,
    String content,
    List<Verdict> verdicts,
    List<Statement> said,
    String previous) {

  /** What was done. */
  public enum Kind {
    /** Handed over for review. */
    submitted("送审"),
    /** Reviewed, and every change found right. */
    reviewed("审核通过"),
    /** Reviewed, and a change refused: it goes back. */
    returned("退回"),
    /** Signed: it can be published. */
    signed("签发"),
    /** Published. */
    published("发布");

    private final String nameZh;

    Kind(String nameZh) {
      this.nameZh = nameZh;
    }

    /** Its name in Chinese. */
    public String nameZh() {
      return nameZh;
    }
  }

  /**
   * A change and what the reviewer says of it.
   *
   * @param change what changed
   * @param accepted whether it is right; null before it was reviewed
   * @param remark why not; may be empty
   */
  public record Verdict(Statement.Change change, Boolean accepted, String remark) {
    /** Not decided yet. */
    static Verdict open(Statement.Change change) {
      return new Verdict(change, null, "");
    }
  }
}
