package org.diaodu.contract;

/**
 * Version of all that stands under {@code schemas/}. It grows by one whenever a program of before
 * could no longer write a warehouse of after: with each new column, table or constraint.
 */
public final class SchemaVersion {
  /** What this program writes. */
  public static final int CURRENT = 7;

  private SchemaVersion() {}
}
