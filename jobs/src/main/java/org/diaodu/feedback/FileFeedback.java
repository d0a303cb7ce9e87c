package org.diaodu.feedback;

import java.time.LocalDate;
import java.util.List;

/**
 * What is to be said of one file.
 *
 * @param file path below the landing folder
 * @param received day on which it was received
 * @param cellsRead figure cells met
 * @param accepted of these, accepted
 * @param quarantined of these, refused
 * @param ignored of these, left out for a reason
 * @param findings everything that is wrong, in the order of the file
 * @param receipt what became of the rows of a form; nothing for other files
 */
public record FileFeedback(
    String file,
    LocalDate received,
    long cellsRead,
    long accepted,
    long quarantined,
    long ignored,
    List<Finding> findings,
    Receipt receipt) {

  /** A file that is no form, of which there is only to say what is wrong. */
  public FileFeedback(
      String file,
      LocalDate received,
      long cellsRead,
      long accepted,
      long quarantined,
      long ignored,
      List<Finding> findings) {
    this(file, received, cellsRead, accepted, quarantined, ignored, findings, Receipt.NONE);
  }

  /** Findings that wait for an answer. */
  public long holds() {
    return findings.stream().filter(Finding::held).count();
  }

  /** Findings for which a figure was refused. */
  public long refusals() {
    return findings.stream().filter(Finding::refused).count();
  }
}
