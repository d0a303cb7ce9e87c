package org.diaodu.layout;

/**
 * A phrase that looks as if it said what a table is about, and does not.
 *
 * @param kind what it is
 * @param text the phrase, in its normal form
 */
record Evidence(EvidenceKind kind, String text) {

  /** The phrase with its kind, for people. */
  @Override
  public String toString() {
    return "%s“%s”".formatted(kind.nameZh(), text);
  }
}
