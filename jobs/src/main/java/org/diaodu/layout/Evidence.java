package org.diaodu.layout;

/**
 * A phrase that may say what a table is about.
 *
 * @param kind what it is evidence of
 * @param text the phrase, in its normal form
 */
record Evidence(EvidenceKind kind, String text) {

  /** The phrase with its kind, for people. */
  @Override
  public String toString() {
    return "%s“%s”".formatted(kind.nameZh(), text);
  }
}
