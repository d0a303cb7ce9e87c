package org.diaodu.ingest;

import java.io.Serializable;

/**
 * A rule that a cell, a line or a file breaks.
 *
 * @param ruleId the rule
 * @param severity reject, hold, or warn where the figure is accepted all the same
 * @param sourceCell line:column from 1, where 0 stands for the line or the file as a whole; in a
 *     workbook sheet!address
 * @param found what was found
 * @param expected what was expected
 * @param message what is wrong and what to do, in Chinese
 */
public record Fault(
    String ruleId,
    Severity severity,
    String sourceCell,
    String found,
    String expected,
    String message)
    implements Serializable {

  /** What becomes of the figure. */
  public enum Severity {
    /** Refused. */
    reject,
    /** Held until somebody confirms it. */
    hold,
    /** Accepted, and told. */
    warn
  }

  /** A fault at a place of a text file. */
  static Fault at(
      String ruleId,
      Severity severity,
      long line,
      int column,
      String found,
      String expected,
      String message) {
    return new Fault(ruleId, severity, line + ":" + column, found, expected, message);
  }
}
