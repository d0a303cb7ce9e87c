package org.diaodu.document;

import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/** Periods as a bulletin says them. */
public final class PeriodText {
  private PeriodText() {}

  /** {@code 2024年1—6月}, {@code 2024年6月末}, {@code 2024年6月}, {@code 2024年上半年}, {@code 2024年}. */
  public static String of(TimePeriod period, Accumulation accumulation) {
    String year = period.year() + "年";
    boolean endsWithTheYear = period.endMonth() == 12;
    return switch (accumulation) {
      case EOP -> endsWithTheYear ? year + "末" : year + withinYear(period, accumulation);
      case PER ->
          period.frequency() == Frequency.A ? year : year + withinYear(period, accumulation);
      case YTD -> year + withinYear(period, accumulation);
    };
  }

  /** {@code 1—6月}, {@code 6月末}, {@code 年末}, {@code 全年}: the same where the year is known. */
  public static String withinYear(TimePeriod period, Accumulation accumulation) {
    int month = period.endMonth();
    return switch (accumulation) {
      case EOP -> month == 12 ? "年末" : month + "月末";
      case PER ->
          switch (period.frequency()) {
            case A -> "全年";
            case Q -> quarter(period);
            case M -> month + "月";
          };
      case YTD ->
          switch (month) {
            case 1 -> "1月";
            case 12 -> "全年";
            default -> "1—" + month + "月";
          };
    };
  }

  /** {@code 2024年6月}, {@code 2024年第二季度}, {@code 2024年}: the period that a bulletin is about. */
  public static String of(TimePeriod period) {
    return switch (period.frequency()) {
      case A -> period.year() + "年";
      case Q -> period.year() + "年" + quarter(period);
      case M -> "%d年%d月".formatted(period.year(), period.number());
    };
  }

  private static String quarter(TimePeriod period) {
    return "第%s季度".formatted("一二三四".charAt(period.number() - 1));
  }
}
