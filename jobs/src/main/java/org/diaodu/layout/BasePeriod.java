package org.diaodu.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label apart from the year that its figures are measured by: 比2014年增长 is a growth over 2014,
 * 2020年不变价 a price basis, and neither year is the label's period.
 *
 * @param label the label without that year
 * @param comparedWith the period that is compared with; {@link PeriodPhrase#NONE} where none is
 */
record BasePeriod(String label, PeriodPhrase comparedWith) {
  private static final String YEAR = "(?:19|20)\\d{2}年?";
  private static final String PART = "(?:(?:1月?[-至到])?\\d{1,2}月份?|[上下]半年|前三季度|第?[一二三四1-4]季度)?";

  /** Before or behind the years of prices and of fixed bases. */
  static final String PRICES =
      "[按以]?" + YEAR + "的?(?:不变价|可比价|固定价|价格计|价格水平|价计|价(?=\\))|为?基期|为?基年|定基)";

  /** What figures are compared with. */
  static final String COMPARED =
      "(?:以?"
          + YEAR
          + PART
          + "(?:同期|同月)?(?:=|为)100"
          + "|为"
          + YEAR
          + PART
          + "(?:同期|同月)?的?%"
          + "|(?:同比|同期|同月|基期|基数|对比期)数?(?:为|是|指|:)"
          + YEAR
          + PART
          + "(?:同期|同月|全年)?"
          + "|(?:(?<![占同环对之])比|较|与|相当于)"
          + YEAR
          + PART
          + "(?:同期|同月|全年)?)";

  private static final Pattern PRICE_YEAR = Pattern.compile(PRICES);
  private static final Pattern COMPARISON = Pattern.compile(COMPARED);
  private static final Pattern DATE = Pattern.compile(YEAR + PART);

  /** A label in its normal form, apart from its base. */
  static BasePeriod of(String label) {
    String text = PeriodFinder.arabic(label);
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.find()) {
      return new BasePeriod(without(text, comparison), in(comparison.group()));
    }
    Matcher prices = PRICE_YEAR.matcher(text);
    return prices.find()
        ? new BasePeriod(without(text, prices), PeriodPhrase.NONE)
        : new BasePeriod(label, PeriodPhrase.NONE);
  }

  /** The period that a comparison names; NONE where it names none. */
  static PeriodPhrase in(String comparison) {
    Matcher date = DATE.matcher(comparison);
    return date.find() ? PeriodFinder.find(date.group()) : PeriodPhrase.NONE;
  }

  private static String without(String text, Matcher base) {
    return text.substring(0, base.start())
        + DATE.matcher(base.group()).replaceFirst("")
        + text.substring(base.end());
  }
}
