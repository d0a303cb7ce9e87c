package org.diaodu.layout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;
import org.diaodu.fuzz.Dice;
import org.diaodu.fuzz.Hostile;
import org.diaodu.fuzz.Target;

/**
 * Periods as titles and headers print them, of which it is known what they say: read as that, or as
 * none that a figure could be stored for. An input is the text, a tab, and what it says.
 */
public final class FuzzedPeriods implements Target {
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final List<String> REST =
      List.of("", "社会消费品零售总额", "一般公共预算收入", "三次产业", "前十位企业", "全州主要经济指标", "增长", "(亿元)", "末");

  @Override
  public String name() {
    return "period of a printed table";
  }

  @Override
  public byte[] input(Dice dice) {
    int year = 1990 + dice.below(50);
    String written =
        dice.one(year + "年", chinese(year) + "年", year + "年度", year + " 年 ", fullWidth(year) + "年");
    boolean hostile = dice.oneIn(5);
    String[] span = span(dice);
    String text =
        written + span[0] + (span[1].equals("A") ? dice.one(REST) : dice.one(REST.subList(0, 2)));
    if (hostile) {
      return (Hostile.texts(dice, text, 3) + "\t?").getBytes(StandardCharsets.UTF_8);
    }
    return (text + "\t" + year + span[1]).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What of the year, and what that is: A, Qn, Mnn, Tnn = to the end of a month, X = none of these.
   */
  private static String[] span(Dice dice) {
    int month = 1 + dice.below(12);
    int other = 1 + dice.below(12);
    String dash = dice.one("-", "—", "–", "～", "~", "至", "到", "－");
    String han = han(month);
    return switch (dice.below(16)) {
      case 0 -> said("", "A");
      case 1 -> said(month + "月" + dice.one("", "份"), "M%02d".formatted(month));
      case 2 -> said("1" + dash + month + "月" + dice.one("", "份"), "T%02d".formatted(month));
      case 3 -> said("1月" + dash + month + "月", "T%02d".formatted(month));
      case 4 -> said(dice.one("上半年", "1" + dash + "6月"), "T06");
      case 5 -> said(dice.one("前三季度", "1-3季度", "一至三季度"), "T09");
      case 6 -> {
        int quarter = 1 + dice.below(4);
        yield said(dice.one("第", "") + DIGITS.charAt(quarter) + "季度", "Q" + quarter);
      }
      case 7 -> said(dice.one("下半年", "春节期间", "国庆假期"), "X");
      case 8 -> said("前" + dice.one(String.valueOf(month), han) + "个月", "T%02d".formatted(month));
      case 9 -> said(han + "月" + dice.one("", "份"), "M%02d".formatted(month));
      case 10 -> said("一" + dice.one("至", "-", "到") + han + "月", "T%02d".formatted(month));
      case 11 ->
          other == 1
              ? said("全年", "A")
              : said(other + dash + Math.min(12, other + month) + "月", "X");
      case 12 -> said(month + "、" + (month % 12 + 1) + "月", "X");
      case 13 -> said("第" + dice.one("二、三", "三、四", "二至四") + "季度", "X");
      case 14 -> said("元月", "M01");
      default -> said(month + "月" + dice.one("上旬", "1-15日", "1日-10日"), "X");
    };
  }

  private static String[] said(String text, String what) {
    return new String[] {text, what};
  }

  @Override
  public long read(byte[] input) {
    String[] parts = new String(input, StandardCharsets.UTF_8).split("\t", -1);
    String text = parts[0];
    String truth = parts[parts.length - 1];
    PeriodPhrase phrase = PeriodFinder.find(Label.normal(text));
    Label label = Label.of(text);
    if (label.period().isNone() != phrase.isNone() && !truth.equals("?")) {
      throw new AssertionError("the label says another period: " + text);
    }
    if (truth.equals("?") || phrase.isNone() || phrase.year() == null) {
      return 0;
    }
    Frequency frequency = phrase.span() == PeriodPhrase.Span.year ? Frequency.A : Frequency.M;
    Optional<TimePeriod> read = phrase.at(frequency);
    if (read.isEmpty()) {
      return 0;
    }
    String accumulation = phrase.accumulation().map(Accumulation::name).orElse("none");
    String said = read.get() + " " + accumulation;
    if (!said.equals(expected(truth))) {
      throw new AssertionError(
          "silently wrong: '%s' was read as %s and is %s".formatted(text, said, expected(truth)));
    }
    return 1;
  }

  private static String expected(String truth) {
    String year = truth.substring(0, 4);
    String number = truth.substring(5);
    return switch (truth.charAt(4)) {
      case 'A' -> year + " YTD";
      case 'M' -> year + "-" + number + " PER";
      case 'T' -> year + "-" + number + " YTD";
      // The first quarter is the year so far as well.
      case 'Q' ->
          year
              + "-%02d ".formatted(3 * Integer.parseInt(number))
              + (number.equals("1") ? "YTD" : "PER");
      default -> "no period of its own";
    };
  }

  private static String han(int month) {
    return month < 10
        ? DIGITS.substring(month, month + 1)
        : month == 10 ? "十" : "十" + DIGITS.charAt(month - 10);
  }

  private static String chinese(int year) {
    StringBuilder text = new StringBuilder();
    String.valueOf(year).chars().forEach(c -> text.append(DIGITS.charAt(c - '0')));
    return text.toString();
  }

  private static String fullWidth(int year) {
    StringBuilder text = new StringBuilder();
    String.valueOf(year).chars().forEach(c -> text.append((char) (c - '0' + '０')));
    return text.toString();
  }
}
