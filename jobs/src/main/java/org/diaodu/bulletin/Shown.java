package org.diaodu.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.Span;
import org.diaodu.document.Text;
import org.diaodu.document.Words;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.SeriesFlag;
import org.diaodu.table.TableRow;

/**
 * Figures of rows as they are printed: rounded half up, once, from the stored six decimals. A
 * figure that is not there is said to be so; it is never blank and never zero.
 */
final class Shown {
  /** Decimals of growth, and of gaps in growth. */
  static final int GROWTH_DECIMALS = 1;

  /** Decimals of shares and rates. */
  static final int SHARE_DECIMALS = 2;

  /** In the place of a figure that is not there. */
  static final Text NONE = Text.words("—");

  /** In the place of a figure that did not come. */
  static final String NOT_RECEIVED = "本期未收到";

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private Shown() {}

  /** The figure, or — where there is none. */
  static Text plain(TableRow row, String column, int decimals, String unit) {
    return row.has(column) ? Text.of(figure(row, column, decimals, unit)) : NONE;
  }

  /** How many there are; — in place of zero, so that what there is catches the eye. */
  static Text unlessZero(TableRow row, String column) {
    return row.has(column) && row.number(column).signum() != 0
        ? Text.of(counted(row, column))
        : NONE;
  }

  /** How many there are, which is a fact whatever the figures are that were counted over. */
  static Figure counted(TableRow row, String column) {
    return new Figure(
        new FigureKey(row.key(), column),
        row.number(column),
        printed(row.number(column), 0),
        "",
        false,
        List.of());
  }

  /** A level with its unit as it is said: 137.31亿元, and 23.77万户 instead of 237679户. */
  static Text level(TableRow row, String column, int decimals, String unit) {
    boolean large =
        unit.length() == 1
            && decimals == 0
            && row.number(column).abs().compareTo(TEN_THOUSAND.multiply(BigDecimal.TEN)) >= 0;
    if (!large) {
      return Text.fill("{}{}", figure(row, column, decimals, unit), unit);
    }
    String printed = printed(ExactDecimal.quotient(row.number(column), TEN_THOUSAND), 2) + "万";
    return Text.fill("{}{}", printed(row, column, printed, unit), unit);
  }

  /** The figure itself; its column has one. */
  static Figure figure(TableRow row, String column, int decimals, String unit) {
    return printed(row, column, printed(row.number(column), decimals), unit);
  }

  /** The figure without its sign, which words tell, and without zeros at its end. */
  static Figure absolute(TableRow row, String column, String unit) {
    String text = row.number(column).abs().stripTrailingZeros().toPlainString();
    return printed(row, column, text, unit);
  }

  /** The figure with a plus sign where it is above zero, or — where there is none. */
  static Text signed(TableRow row, String column, int decimals, String unit) {
    if (!row.has(column)) {
      return NONE;
    }
    BigDecimal rounded = ExactDecimal.printed(row.number(column), decimals);
    String text = rounded.toPlainString();
    return Text.of(printed(row, column, rounded.signum() > 0 ? "+" + text : text, unit));
  }

  /** Growth in words: 增长5.2%, 下降3.2%, 持平. The column has a figure. */
  static Text growth(TableRow row, String column) {
    return growth(row, column, GROWTH_DECIMALS);
  }

  /** The same with so many decimals. */
  static Text growth(TableRow row, String column, int decimals) {
    return moved(row, column, decimals, "增长", "下降", "%", "持平");
  }

  /** A figure of a row, printed in so many words. */
  static Figure inWords(TableRow row, String column, String printed) {
    return printed(row, column, printed, "%");
  }

  /** As many decimals as it takes to print two different figures differently. */
  static int decimalsThatTellApart(TableRow one, TableRow other, String column, int least) {
    int decimals = least;
    while (decimals < ExactDecimal.SCALE
        && ExactDecimal.printed(one.number(column), decimals)
                .compareTo(ExactDecimal.printed(other.number(column), decimals))
            == 0) {
      decimals++;
    }
    return decimals;
  }

  /** Growth over a break in the series says nothing, unless an authority published it. */
  static boolean isNoMeasure(TableRow growth) {
    return isOverBreak(growth, "flag") && !"published".equals(growth.text("yoy_basis"));
  }

  /** A day in words: 2024年7月31日. */
  static String day(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** Move of a place in words: 升2, 降1, 持平; — where there was none before. */
  static Text rankChange(TableRow row) {
    if (!row.has("rank_yoy") || !row.has("rank_yoy_last_period")) {
      return NONE;
    }
    BigDecimal up = row.number("rank_yoy_last_period").subtract(row.number("rank_yoy"));
    FigureKey key = new FigureKey(row.key(), "rank_change");
    String words = up.signum() == 0 ? "持平" : up.abs().toPlainString();
    Figure figure = new Figure(key, up, words, "", false, List.of());
    return Text.fill(up.signum() == 0 ? "{}" : up.signum() > 0 ? "升{}" : "降{}", figure);
  }

  /** The words of a text column, in which every number is a figure of its own. */
  static Text numbersIn(TableRow row, String column) {
    String text = row.text(column);
    List<Span> spans = new ArrayList<>();
    Matcher numbers = NUMBER.matcher(text);
    int end = 0;
    int n = 0;
    while (numbers.find()) {
      if (numbers.start() > end) {
        spans.add(new Words(text.substring(end, numbers.start())));
      }
      n++;
      spans.add(
          new Figure(
              new FigureKey(row.key(), column + "." + n),
              new BigDecimal(numbers.group()),
              numbers.group(),
              "",
              row.simulated(),
              List.of()));
      end = numbers.end();
    }
    if (end < text.length()) {
      spans.add(new Words(text.substring(end)));
    }
    return new Text(List.copyOf(spans));
  }

  /** Whether a flag says that a break lies between a figure and that of a year ago. */
  static boolean isOverBreak(TableRow row, String column) {
    return SeriesFlag.break_in_series.name().equals(row.text(column));
  }

  /** Whether a row has no level because it is not for the public. */
  static boolean isSuppressed(TableRow row) {
    return NotComputed.suppressed.name().equals(row.text("level_missing_because"));
  }

  /** Why a row has no level, in Chinese. */
  static String whyNoLevel(TableRow row) {
    return isSuppressed(row) ? NotComputed.suppressed.nameZh() : NOT_RECEIVED;
  }

  /** Why a figure is not there, in Chinese. */
  static String reason(String code) {
    return code == null ? NotComputed.no_observation.nameZh() : NotComputed.valueOf(code).nameZh();
  }

  private static Text moved(
      TableRow row,
      String column,
      int decimals,
      String up,
      String down,
      String after,
      String level) {
    BigDecimal rounded = ExactDecimal.printed(row.number(column), decimals);
    if (rounded.signum() == 0) {
      return Text.of(printed(row, column, level, "%"));
    }
    Figure figure = printed(row, column, rounded.abs().toPlainString(), "%");
    return Text.fill((rounded.signum() > 0 ? up : down) + "{}" + after, figure);
  }

  private static Figure printed(TableRow row, String column, String printed, String unit) {
    return new Figure(
        new FigureKey(row.key(), column),
        row.number(column),
        printed,
        unit,
        row.simulated(column),
        List.of());
  }

  /** Rounding to zero leaves no minus sign behind. */
  private static String printed(BigDecimal value, int decimals) {
    return ExactDecimal.printed(value, decimals).toPlainString();
  }
}
