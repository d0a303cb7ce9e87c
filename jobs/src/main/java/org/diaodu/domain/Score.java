package org.diaodu.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** Praise and criticism by results. Definitions: {@code docs/method/assessment.md}. */
public final class Score {
  private Score() {}

  /** What is found of a county or a unit. */
  public enum Finding {
    /** Marked results. */
    praise("通报表扬"),
    /** Neither. */
    none("不通报"),
    /** Results not marked. */
    criticism("通报批评");

    private final String nameZh;

    Finding(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As the bulletin says it. */
    public String nameZh() {
      return nameZh;
    }
  }

  /**
   * {@code 100 × points / points that could be had}, not below zero. Empty where none could be had.
   */
  public static Optional<BigDecimal> percent(BigDecimal points, BigDecimal possible) {
    return Share.percent(points.max(BigDecimal.ZERO), possible);
  }

  /**
   * Praise from {@code praiseFrom} percent with nothing overdue, criticism below {@code
   * criticiseBelow}; neither where fewer than {@code atLeast} targets were judged.
   */
  public static Finding finding(
      BigDecimal percent,
      int judged,
      int overdue,
      BigDecimal praiseFrom,
      BigDecimal criticiseBelow,
      int atLeast) {
    if (percent == null || judged < atLeast) {
      return Finding.none;
    }
    if (percent.compareTo(criticiseBelow) < 0) {
      return Finding.criticism;
    }
    return overdue == 0 && percent.compareTo(praiseFrom) >= 0 ? Finding.praise : Finding.none;
  }
}
