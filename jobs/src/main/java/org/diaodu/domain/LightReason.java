package org.diaodu.domain;

import java.math.BigDecimal;

/** Why a light is what it is, in one Chinese sentence that names both figures. */
public final class LightReason {
  private LightReason() {}

  /**
   * The sentence for a light.
   *
   * @param actual the figure; null for {@link Light#no_data}
   * @param required what it was held against
   * @param tolerance by how much it may be missed and still be yellow
   * @param unit unit of the three
   * @param decimals decimals to print
   * @param missing why there is no figure; null where there is one
   */
  public static String of(
      Light light,
      Comparator comparator,
      BigDecimal actual,
      BigDecimal required,
      BigDecimal tolerance,
      String unit,
      int decimals,
      NotComputed missing) {
    if (light == Light.no_data) {
      return "没有可对照的数据：" + (missing == null ? NotComputed.no_observation : missing).nameZh();
    }
    String figures =
        "实际%s%s，要求%s%s%s"
            .formatted(
                printed(actual, decimals),
                unit,
                comparator.nameZh(),
                printed(required, decimals),
                unit);
    return figures + verdict(light, tolerated(tolerance, unit), tolerance);
  }

  /**
   * The sentence for the light of an amount, which is judged by how much of it is due.
   *
   * @param comparator how the amount is to be met: of a ceiling, a part is used and not done
   * @param done what there is, with its unit; empty where only the part that is done is known
   * @param progress how much of the year's amount is there, in percent
   * @param schedule how much of it is due, in percent
   * @param tolerance in percentage points
   */
  public static String ofAmount(
      Light light,
      Comparator comparator,
      String done,
      BigDecimal progress,
      BigDecimal schedule,
      BigDecimal tolerance,
      NotComputed missing) {
    if (light == Light.no_data) {
      return "没有可对照的数据：" + (missing == null ? NotComputed.no_observation : missing).nameZh();
    }
    String words = comparator.isCeiling() ? "%s已用上限的%s%%，按进度不超过%s%%" : "%s完成全年目标的%s%%，应达%s%%";
    String figures =
        words.formatted(
            done.isEmpty() ? "" : done + "，", printed(progress, 1), printed(schedule, 1));
    String room = tolerated(tolerance, "%");
    if (comparator.isCeiling() || comparator == Comparator.ABOUT) {
      return figures + conformity(light, room);
    }
    return figures + verdict(light, room, tolerance);
  }

  private static String conformity(Light light, String tolerated) {
    return switch (light) {
      case green -> "，符合要求";
      case yellow -> "，不符合要求，差距在允许的%s以内".formatted(tolerated);
      case red -> "，不符合要求";
      case blue, no_data ->
          throw new IllegalStateException("Cannot happen: a light by the gap is never " + light);
    };
  }

  private static String verdict(Light light, String tolerated, BigDecimal tolerance) {
    return switch (light) {
      case green -> "，已达到";
      case yellow -> "，未达到，差距在允许的%s以内".formatted(tolerated);
      case red -> tolerance.signum() == 0 ? "，未达到" : "，未达到，差距超过允许的%s".formatted(tolerated);
      case blue, no_data ->
          throw new IllegalStateException("Cannot happen: a light by the gap is never " + light);
    };
  }

  private static String printed(BigDecimal value, int decimals) {
    return ExactDecimal.printed(value, decimals).toPlainString();
  }

  /** A distance between percentages is in percentage points. */
  private static String tolerated(BigDecimal value, String unit) {
    String points = unit.startsWith("%") ? "个百分点" : unit;
    return ExactDecimal.plain(value) + points;
  }
}
