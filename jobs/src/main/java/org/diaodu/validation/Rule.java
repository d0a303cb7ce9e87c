package org.diaodu.validation;

import java.io.Serializable;

/**
 * A rule of {@code rules.yaml}.
 *
 * @param id its name in the quarantine
 * @param severity what becomes of a figure that breaks it
 * @param where Spark SQL condition of the figures that it is for
 * @param condition Spark SQL condition that they meet; one that comes out null cannot be judged and
 *     counts as met
 * @param expected what is expected, in words
 * @param message what is wrong and what to do, in Chinese; {@code {column}} stands for a value
 */
public record Rule(
    String id, Severity severity, String where, String condition, String expected, String message)
    implements Serializable {

  /** What becomes of a figure that breaks a rule. */
  public enum Severity {
    /** It is refused. */
    reject,
    /** It is held until somebody confirms it. */
    hold,
    /** It is accepted with a warning. */
    warn
  }
}
