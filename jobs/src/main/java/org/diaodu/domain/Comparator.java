package org.diaodu.domain;

import java.util.Arrays;
import java.util.Optional;

/** How a target's value is to be met. */
public enum Comparator {
  /** At least. */
  AT_LEAST(">=", "不低于"),
  /** More than. */
  ABOVE(">", "高于"),
  /** At most. */
  AT_MOST("<=", "不高于"),
  /** Less than. */
  BELOW("<", "低于"),
  /** Exactly. */
  EXACTLY("=", "等于"),
  /** About: within a tolerance of its own, either way. */
  ABOUT("~", "约"),
  /** More than the same period of the year before. */
  UP("up", "高于上年同期"),
  /** Less than the same period of the year before. */
  DOWN("down", "低于上年同期"),
  /** More than another series at the same time. */
  HIGHER_THAN("higher_than", "高于"),
  /** No less than another series at the same time. */
  NOT_LOWER_THAN("not_lower_than", "不低于");

  private final String code;
  private final String nameZh;

  Comparator(String code, String nameZh) {
    this.code = code;
    this.nameZh = nameZh;
  }

  /** The code in {@code targets.csv}. */
  public String code() {
    return code;
  }

  /** As the bulletin says it. */
  public String nameZh() {
    return nameZh;
  }

  /** Whether it compares with the same period of the year before. */
  public boolean isDirection() {
    return this == UP || this == DOWN;
  }

  /** Whether it compares with another series. */
  public boolean isRelative() {
    return this == HIGHER_THAN || this == NOT_LOWER_THAN;
  }

  /** Whether an amount under it is due, or may be used, in proportion to time. */
  public boolean isProrated() {
    return !isDirection() && !isRelative();
  }

  /** Whether it sets an upper end. */
  public boolean isCeiling() {
    return this == AT_MOST || this == BELOW;
  }

  /** Whether it names something to be reached; otherwise it is something to be kept to. */
  public boolean isReached() {
    return switch (this) {
      case AT_LEAST, ABOVE, UP, HIGHER_THAN, NOT_LOWER_THAN -> true;
      case AT_MOST, BELOW, EXACTLY, ABOUT, DOWN -> false;
    };
  }

  /** Whether less is better. */
  public boolean wantsLess() {
    return this == AT_MOST || this == BELOW || this == DOWN;
  }

  /** The comparator of a code; empty where there is none. */
  public static Optional<Comparator> fromCode(String code) {
    return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
  }
}
