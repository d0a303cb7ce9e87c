package org.diaodu.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.text.Remembered;

/**
 * A number format of a spreadsheet: up to four sections, of which the value picks one.
 *
 * @param code as it is written
 * @param sections for positive numbers, negative ones, zero and text, or by their conditions
 */
record NumberFormat(String code, List<FormatSection> sections) {
  static final NumberFormat GENERAL = takenApart("General");

  /** A workbook has the same formats in thousands of cells. */
  private static final Remembered<NumberFormat> SEEN =
      new Remembered<>(NumberFormat::takenApart, 1000);

  private static final String YEAR_MONTH = "yyyy\"年\"m\"月\"";
  private static final String MONTH_DAY = "m\"月\"d\"日\"";
  private static final String HALF_DAY = "上午/下午h\"时\"mm\"分\"";
  private static final String HALF_DAY_SECONDS = "上午/下午h\"时\"mm\"分\"ss\"秒\"";

  /**
   * The formats that a workbook refers to by number alone and that a Chinese Excel shows in its own
   * way; the others are the same everywhere. ECMA-376 Part 1, 18.8.30.
   */
  private static final Map<Integer, String> CHINESE =
      Map.ofEntries(
          Map.entry(14, "yyyy/m/d"),
          Map.entry(22, "yyyy/m/d h:mm"),
          Map.entry(27, YEAR_MONTH),
          Map.entry(28, MONTH_DAY),
          Map.entry(29, MONTH_DAY),
          Map.entry(30, "m-d-yy"),
          Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""),
          Map.entry(32, "h\"时\"mm\"分\""),
          Map.entry(33, "h\"时\"mm\"分\"ss\"秒\""),
          Map.entry(34, HALF_DAY),
          Map.entry(35, HALF_DAY_SECONDS),
          Map.entry(36, YEAR_MONTH),
          Map.entry(50, YEAR_MONTH),
          Map.entry(51, MONTH_DAY),
          Map.entry(52, YEAR_MONTH),
          Map.entry(53, MONTH_DAY),
          Map.entry(54, MONTH_DAY),
          Map.entry(55, HALF_DAY),
          Map.entry(56, HALF_DAY_SECONDS),
          Map.entry(57, YEAR_MONTH),
          Map.entry(58, MONTH_DAY));

  /**
   * The format of a number and a code.
   *
   * @param index number by which the workbook refers to it
   * @param code as it is written; null or empty is {@code General}
   */
  static NumberFormat of(int index, String code) {
    String builtIn = CHINESE.get(index);
    return of(builtIn != null ? builtIn : code);
  }

  /** The format of a code; null or empty is {@code General}. */
  static NumberFormat of(String code) {
    return code == null || code.isBlank() ? GENERAL : SEEN.of(code);
  }

  /** The section by which a number is shown. */
  FormatSection section(BigDecimal number) {
    List<FormatSection> numeric = numeric();
    if (numeric.isEmpty()) {
      return GENERAL.sections.get(0);
    }
    boolean conditional = numeric.stream().anyMatch(s -> s.condition() != null);
    return conditional ? byCondition(numeric, number) : bySign(numeric, number);
  }

  /** What a text is shown as. */
  String text(String content) {
    FormatSection last = sections.get(sections.size() - 1);
    return sections.size() >= 4 || last.isText() ? last.show(content) : content;
  }

  private List<FormatSection> numeric() {
    List<FormatSection> numeric = sections.subList(0, Math.min(3, sections.size()));
    boolean textLast = numeric.get(numeric.size() - 1).isText();
    return textLast ? numeric.subList(0, numeric.size() - 1) : numeric;
  }

  private static FormatSection bySign(List<FormatSection> sections, BigDecimal number) {
    int place = number.signum() < 0 ? 1 : number.signum() == 0 ? 2 : 0;
    return sections.get(place < sections.size() ? place : 0);
  }

  /** A second section of three without a condition is for negative numbers. */
  private static FormatSection byCondition(List<FormatSection> sections, BigDecimal number) {
    for (int i = 0; i < sections.size(); i++) {
      FormatSection.Condition condition = sections.get(i).condition();
      boolean last = i == sections.size() - 1;
      boolean met =
          condition != null
              ? condition.holds(number)
              : last || (i == 1 && number.signum() < 0) || (i == 0 && number.signum() > 0);
      if (met) {
        return sections.get(i);
      }
    }
    return FormatSection.NOTHING_FITS;
  }

  private static NumberFormat takenApart(String code) {
    List<FormatSection> sections = new ArrayList<>();
    List<String> codes = FormatTokens.sections(code);
    for (int place = 0; place < codes.size(); place++) {
      FormatSection section = FormatSection.of(FormatTokens.of(codes.get(place)));
      // Behind a condition some programs write a minus and others do not: nobody knows the sign.
      boolean withoutMinus =
          place > 0 || (section.condition() != null && section.condition().onlyNegative());
      sections.add(withoutMinus ? section.forNegative() : section);
    }
    return new NumberFormat(code, List.copyOf(sections));
  }
}
