package org.diaodu.bulletin;

import java.math.BigDecimal;
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

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private Shown() {}

  /** The figure, or — where there is none. */
  static Text plain(TableRow row, String column, int decimals, String unit) {
    return row.has(column) ? Text.of(figure(row, column, decimals, unit)) : NONE;
  }

  /** The figure itself; its column has one. */
  static Figure figure(TableRow row, String column, int decimals, String unit) {
    return printed(row, column, printed(row.number(column), decimals), unit);
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
    return moved(row, column, GROWTH_DECIMALS, "增长", "下降", "%", "持平");
  }

  /** Change of a share in words: 提高0.31个百分点, 下降0.31个百分点, 持平. */
  static Text points(TableRow row, String column) {
    return moved(row, column, SHARE_DECIMALS, "提高", "下降", "个百分点", "持平");
  }

  /** Distance from a target of growth in words: 高于年度目标1.2个百分点. */
  static Text fromTarget(TableRow row) {
    return moved(row, "gap", GROWTH_DECIMALS, "高于年度目标", "低于年度目标", "个百分点", "与年度目标持平");
  }

  /** Move of a place in words: 升2, 降1, 持平; — where there was none before. */
  static Text rankChange(TableRow row) {
    if (!row.has("rank_yoy") || !row.has("rank_yoy_last_period")) {
      return NONE;
    }
    BigDecimal up = row.number("rank_yoy_last_period").subtract(row.number("rank_yoy"));
    FigureKey key = new FigureKey(row.key(), "rank_change");
    String words = up.signum() == 0 ? "持平" : up.abs().toPlainString();
    Figure figure = new Figure(key, up, words, "", row.simulated(), List.of());
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
