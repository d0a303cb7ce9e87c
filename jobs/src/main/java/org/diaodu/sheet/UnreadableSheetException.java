package org.diaodu.sheet;

/** A file that cannot be read as a sheet, with what the sender should do. */
public final class UnreadableSheetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String ruleId;
  private final String found;
  private final String expected;

  /**
   * @param ruleId the rule that it breaks
   * @param found what was found
   * @param expected what was expected
   * @param message what is wrong and what to do, in Chinese
   */
  UnreadableSheetException(String ruleId, String found, String expected, String message) {
    super(message);
    this.ruleId = ruleId;
    this.found = found;
    this.expected = expected;
  }

  /** The rule that it breaks. */
  public String ruleId() {
    return ruleId;
  }

  /** What was found. */
  public String found() {
    return found;
  }

  /** What was expected. */
  public String expected() {
    return expected;
  }
}
