package org.diaodu.domain;

/** What a figure is; each with its name as the bureau's people read it. */
public enum Measure {
  /** The figure itself at current prices, in the indicator's unit. */
  LEVEL("总量"),
  /**
   * The figure at constant or comparable prices, in the indicator's unit, as the authority printed
   * it. It is compared with figures at constant prices alone, and never added to others.
   */
  LEVEL_CONSTANT("不变价总量"),
  /** Growth on the same period of the year before, in percent, as the authority published it. */
  YOY("增速"),
  /** Average growth of two years, in percent, as the authority published it. */
  TWO_YEAR_AVERAGE("两年平均增速");

  private final String nameZh;

  Measure(String nameZh) {
    this.nameZh = nameZh;
  }

  /** As the bureau's people read it. */
  public String nameZh() {
    return nameZh;
  }

  /** Whether it is a growth in percent, and no amount in the indicator's unit. */
  public boolean isGrowth() {
    return this == YOY || this == TWO_YEAR_AVERAGE;
  }

  /** The unit of a figure: percent of a growth, otherwise the indicator's. */
  public String unit(String ofIndicator) {
    return isGrowth() ? "%" : ofIndicator;
  }
}
