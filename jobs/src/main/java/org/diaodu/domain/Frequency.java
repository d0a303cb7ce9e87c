package org.diaodu.domain;

/** How often a series is observed (SDMX {@code CL_FREQ}). */
public enum Frequency {
  /** Annual. */
  A(12),
  /** Quarterly. */
  Q(3),
  /** Monthly. */
  M(1);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  /** Months in one period: 12, 3 or 1. */
  public int months() {
    return months;
  }

  /** Periods in one year: 1, 4 or 12. */
  public int periodsPerYear() {
    return 12 / months;
  }
}
