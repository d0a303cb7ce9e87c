package org.diaodu.domain;

/**
 * Why a light is what it is, in one Chinese sentence that names both figures, and by the comparator
 * says what became of them: a floor is reached or not, a ceiling or a middle is kept or not.
 */
public final class LightReason {
  private LightReason() {}

  /**
   * What the sentence is about.
   *
   * @param light any but blue
   * @param comparator how the target is to be met
   * @param actual the figure, in the target's unit; null where there is none
   * @param required what it was held against; null where there is nothing
   * @param room by how much it may be missed and still be yellow, with its unit; empty for none
   * @param unit of the target
   * @param decimals decimals to print, more only where two figures would look the same
   * @param missing why there is no light; null where there is one
   */
  public record Facts(
      Light light,
      Comparator comparator,
      Fraction actual,
      Fraction required,
      String room,
      String unit,
      int decimals,
      NotComputed missing) {}

  /** The sentence for a light. */
  public static String of(Facts facts) {
    if (facts.light() == Light.no_data) {
      return none(facts);
    }
    int decimals = apart(facts.actual(), facts.required(), facts.decimals());
    return "实际%s%s，要求%s%s%s%s"
        .formatted(
            printed(facts.actual(), decimals),
            facts.unit(),
            facts.comparator().nameZh(),
            printed(facts.required(), decimals),
            facts.unit(),
            verdict(facts));
  }

  /**
   * The sentence for the light of an amount, which is judged by how much of it is due.
   *
   * @param isReport whether only the part that is done is known, in percent
   * @param due the share of the target that is due
   * @param ofYear whether it is due at the year's end
   */
  public static String ofAmount(Facts facts, boolean isReport, Fraction due, boolean ofYear) {
    String figure =
        isReport || facts.actual() == null
            ? ""
            : "实际%s%s，".formatted(printed(facts.actual(), facts.decimals()), facts.unit());
    if (facts.light() == Light.no_data) {
      return none(facts);
    }
    Fraction done = facts.actual().over(facts.required()).inPercent();
    int decimals = apart(done, due.inPercent(), 1);
    String words = facts.comparator().isCeiling() ? "已用上限的%s%%，按进度不超过%s%%" : "完成%s目标的%s%%，应达%s%%";
    String shares =
        facts.comparator().isCeiling()
            ? words.formatted(printed(done, decimals), printed(due.inPercent(), decimals))
            : words.formatted(
                ofYear ? "全年" : "", printed(done, decimals), printed(due.inPercent(), decimals));
    return figure + shares + verdict(facts);
  }

  private static String none(Facts facts) {
    return "没有可对照的数据："
        + (facts.missing() == null ? NotComputed.no_observation : facts.missing()).nameZh();
  }

  private static String verdict(Facts facts) {
    boolean isKept = !facts.comparator().isReached();
    String met = isKept ? "，符合要求" : "，已达到";
    String missed = isKept ? "，不符合要求" : "，未达到";
    boolean isEqual = facts.actual().compare(facts.required()) == 0;
    return switch (facts.light()) {
      case green -> met;
      case yellow ->
          isEqual
              ? "，刚好相等，%s".formatted(facts.comparator().wantsLess() ? "还须再低" : "还须再高")
              : missed + "，差距在允许的%s以内".formatted(facts.room());
      case red -> missed + (facts.room().isEmpty() || isKept ? "" : "，差距超过允许的" + facts.room());
      case blue, no_data ->
          throw new IllegalStateException(
              "Cannot happen: a light by the gap is never " + facts.light());
    };
  }

  /** Decimals in which two figures that differ look different, as far as figures have decimals. */
  private static int apart(Fraction one, Fraction other, int decimals) {
    int least = decimals;
    while (least < ExactDecimal.SCALE
        && one.compare(other) != 0
        && printed(one, least).equals(printed(other, least))) {
      least++;
    }
    return least;
  }

  private static String printed(Fraction value, int decimals) {
    return ExactDecimal.printed(value.rounded(), decimals).toPlainString();
  }
}
