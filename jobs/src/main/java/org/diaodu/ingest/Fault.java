package org.diaodu.ingest;

import java.io.Serializable;

/**
 * A rule that a cell, a line or a file breaks.
 *
 * @param ruleId the rule
 * @param severity reject, or warn where the figure is accepted all the same
 * @param line line, from 1; 0 for the file as a whole
 * @param column column, from 1; 0 for the line as a whole
 * @param found what was found
 * @param expected what was expected
 * @param message what is wrong and what to do, in Chinese
 */
public record Fault(
    String ruleId,
    Severity severity,
    long line,
    int column,
    String found,
    String expected,
    String message)
    implements Serializable {

  /** Whether the figure is refused. */
  public enum Severity {
    /** Refused. */
    reject,
    /** Accepted, and told. */
    warn
  }

  /** {@code line:column}. */
  public String sourceCell() {
    return line + ":" + column;
  }
}
