package org.diaodu.export;

import java.util.List;
import java.util.Map;

/** English and Chinese names of the codes that are the program's own. */
final class CodeNames {
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("Frequency.A", List.of("annual", "年度")),
          Map.entry("Frequency.Q", List.of("quarterly", "季度")),
          Map.entry("Frequency.M", List.of("monthly", "月度")),
          Map.entry("Accumulation.PER", List.of("this period alone", "当期")),
          Map.entry("Accumulation.YTD", List.of("since 1 January", "年初累计")),
          Map.entry("Accumulation.EOP", List.of("at the end of the period", "期末")),
          Map.entry("Measure.LEVEL", List.of("level at current prices", "总量")),
          Map.entry("Measure.LEVEL_CONSTANT", List.of("level at constant prices", "不变价总量")),
          Map.entry("Measure.YOY", List.of("growth on a year earlier, as published", "公布的同比增速")),
          Map.entry(
              "Measure.TWO_YEAR_AVERAGE",
              List.of("average growth of two years, as published", "公布的两年平均增速")),
          Map.entry("ObservationStatus.A", List.of("normal", "正常")),
          Map.entry("ObservationStatus.B", List.of("break in the series", "口径变动")),
          Map.entry("ObservationStatus.D", List.of("definition differs", "口径不同")),
          Map.entry("ObservationStatus.E", List.of("estimated", "估计")),
          Map.entry("ObservationStatus.F", List.of("forecast", "预测")),
          Map.entry("ObservationStatus.G", List.of("experimental", "试验性")),
          Map.entry("ObservationStatus.H", List.of("missing: holiday", "缺失：节假日")),
          Map.entry("ObservationStatus.I", List.of("imputed", "插补")),
          Map.entry("ObservationStatus.J", List.of("missing: derogation", "缺失：准予不报")),
          Map.entry("ObservationStatus.K", List.of("missing: in another category", "缺失：计入其他类别")),
          Map.entry("ObservationStatus.L", List.of("missing: not collected", "缺失：未收集")),
          Map.entry("ObservationStatus.M", List.of("missing or withdrawn", "缺失或撤回")),
          Map.entry("ObservationStatus.N", List.of("not significant", "不显著")),
          Map.entry("ObservationStatus.O", List.of("missing", "缺失")),
          Map.entry("ObservationStatus.P", List.of("provisional", "初步")),
          Map.entry("ObservationStatus.Q", List.of("suppressed", "不公开")),
          Map.entry("ObservationStatus.S", List.of("strike or special event", "特殊事件")),
          Map.entry("ObservationStatus.U", List.of("low reliability", "可靠性低")),
          Map.entry("ObservationStatus.V", List.of("not validated", "未经审核")),
          Map.entry("ObservationStatus.W", List.of("includes another category", "含其他类别")),
          Map.entry("Provenance.official", List.of("official", "官方")),
          Map.entry("Provenance.simulated", List.of("simulated", "模拟")));

  private CodeNames() {}

  /** English, then Chinese. */
  static List<String> of(Enum<?> code) {
    return NAMES.get(code.getDeclaringClass().getSimpleName() + "." + code.name());
  }
}
