package org.diaodu.document;

import java.util.Map;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;

/** What a figure is, in words, from its key. */
public final class FigureNames {
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("level", "总量"),
          Map.entry("yoy_pct", "同比"),
          Map.entry("yoy_computed_pct", "按总量计算的增速"),
          Map.entry("change_pp", "比上年同期"),
          Map.entry("rank_yoy", "位次"),
          Map.entry("rank_change", "位次变化"),
          Map.entry("contribution_pp", "拉动"),
          Map.entry("contribution_rate_pct", "贡献率"),
          Map.entry("share_pct", "占比"),
          Map.entry("capital_level", "首府"),
          Map.entry("total_level", "合计"),
          Map.entry("residual", "合计减各地之和"),
          Map.entry("actual", "实际"),
          Map.entry("gap", "差距"),
          Map.entry("progress_pct", "完成进度"),
          Map.entry("schedule_pct", "应达进度"),
          Map.entry("needed_rest_pct", "其余月份需增长"),
          Map.entry("projected", "预计全年"),
          Map.entry("projected_low", "区间下限"),
          Map.entry("projected_high", "区间上限"),
          Map.entry("probability", "达到目标的可能性"));

  private FigureNames() {}

  /** Area, indicator or target, period, column; of other tables the key itself. */
  public static String of(FigureKey key, RegionPack pack) {
    String[] parts = key.row().split("/", -1);
    String column = COLUMNS.getOrDefault(key.column(), key.column());
    return switch (parts[0]) {
      case "growth" ->
          parts.length == 6
              ? "%s %s %s %s"
                  .formatted(
                      area(parts[2], pack),
                      indicator(parts[1], pack),
                      period(parts[5], parts[4]),
                      column)
              : key.toString();
      case "capital_share" ->
          parts.length == 5
              ? "%s %s %s".formatted(indicator(parts[1], pack), period(parts[4], parts[3]), column)
              : key.toString();
      case "attainment" ->
          parts.length == 4
              ? "%s %s %s %s"
                  .formatted(
                      area(parts[2], pack),
                      pack.target(parts[1]).map(Target::nameZh).orElse(parts[1]),
                      PeriodText.of(TimePeriod.of(parts[3])),
                      column)
              : key.toString();
      default -> key.toString();
    };
  }

  private static String area(String code, RegionPack pack) {
    return pack.area(code).map(Area::nameZh).orElse(code);
  }

  private static String indicator(String code, RegionPack pack) {
    return pack.indicator(code).map(Indicator::nameZh).orElse(code);
  }

  private static String period(String period, String accumulation) {
    return PeriodText.of(TimePeriod.of(period), Accumulation.valueOf(accumulation));
  }
}
