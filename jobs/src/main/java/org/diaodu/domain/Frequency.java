package org.diaodu.domain;

/** How often a series is observed (SDMX {@code CL_FREQ}). */
public enum Frequency {
  /** Annual. */
  A(12, "年"),
  /** Quarterly. */
  Q(3, "季度"),
  /** Monthly. */
  M(1, "月");

  private final int months;
  private final String nameZh;

  Frequency(int months, String nameZh) {
    this.months = months;
    this.nameZh = nameZh;
  }

  /** As the bureau's people say it. */
  public String nameZh() {
    return nameZh;
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
