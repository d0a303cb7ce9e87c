package org.diaodu.bench;

/** The shapes of indicator that a bureau has, in turn. */
enum IndicatorShape {
  /** Amounts since January, as retail sales: months are derived from them. */
  cumulative("亿元", "flow", "YTD", true, "computed"),
  /** Stocks, as deposits. */
  stock("亿元", "stock", "EOP", true, "computed"),
  /** Amounts of a month. */
  monthly("亿元", "flow", "PER", true, "computed"),
  /** Percentages, as a rate of unemployment. */
  rate("%", "rate", "EOP", false, "computed"),
  /** Only growth is published, as of investment. */
  growth_only("%", "growth_only", "YTD", false, "published"),
  /** Amounts of a month, with published growth of counties each quarter. */
  published("亿元", "flow", "PER", true, "published_else_computed");

  final String unit;
  final String kind;
  final String accumulation;
  final boolean additive;
  final String growthSource;

  IndicatorShape(
      String unit, String kind, String accumulation, boolean additive, String growthSource) {
    this.unit = unit;
    this.kind = kind;
    this.accumulation = accumulation;
    this.additive = additive;
    this.growthSource = growthSource;
  }

  boolean isAmount() {
    return !unit.equals("%");
  }
}
