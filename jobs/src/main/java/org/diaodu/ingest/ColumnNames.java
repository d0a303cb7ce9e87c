package org.diaodu.ingest;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names under which people know the columns of a tidy file. */
final class ColumnNames {
  /** Counts the rows and says nothing of them. */
  static final String ROW_NUMBER = "row_number";

  /** Says from when on a figure counts, what is measured, or both. */
  static final String WORDS = "words";

  /** The year of a period whose month or quarter, if any, has a column of its own. */
  static final String YEAR = "year_of_period";

  /** The month of a period, beside its year. */
  static final String MONTH = "month_of_period";

  /** The quarter of a period, beside its year. */
  static final String QUARTER = "quarter_of_period";

  private static final Map<String, List<String>> COMMON =
      Map.of(
          "ref_area",
          List.of(
              "地区", "地区名称", "地区代码", "区域", "区域名称", "县市", "县市区", "县（市）", "县（市、区）", "县区", "市县", "市州",
              "行政区", "行政区划", "行政区划名称"),
          "time_period",
          List.of(
              "时期", "时间", "期间", "期别", "报告期", "数据期", "数据时期", "数据时间", "统计时期", "统计时间", "所属时期", "所属期",
              "年月"),
          YEAR,
          List.of("年份", "年度", "年", "数据年份", "统计年份", "报告年份"),
          MONTH,
          List.of("月份", "月", "数据月份", "统计月份", "报告月份"),
          QUARTER,
          List.of("季度", "季", "数据季度", "统计季度"),
          "release_date",
          List.of(
              "发布日期", "发布时间", "发布日", "公布日期", "公布时间", "公布日", "填报日期", "填报时间", "报送日期", "报送时间", "上报日期",
              "上报时间"),
          "provenance",
          List.of("数据性质"),
          ROW_NUMBER,
          List.of("序号", "行号"));

  private static final Map<String, List<String>> OF_FIGURES =
      Map.of(
          "indicator",
          List.of("指标", "指标名称", "指标名", "指标代码", "统计指标"),
          "obs_value",
          List.of("数值", "值", "数据", "数据值", "指标值", "观测值"),
          "unit",
          List.of("单位", "计量单位", "数据单位"),
          "accumulation",
          List.of("累计口径", "时间口径", "是否累计", "当期或累计", "当期/累计", "当月/累计"),
          "measure",
          List.of("指标类型", "数据类型", "数值类型", "类型"),
          WORDS,
          List.of("口径", "统计口径", "数据口径"),
          "obs_status",
          List.of("状态", "数据状态"),
          "freq",
          List.of("频率", "频度", "周期", "统计周期"),
          "note",
          List.of("备注", "说明", "附注", "注", "备注说明"),
          "conf_status",
          List.of("保密", "保密状态", "密级"));

  private static final Map<String, List<String>> OF_PROGRESS =
      Map.of(
          "item",
          List.of("编号", "事项编号", "目标编号", "任务编号", "目标任务编号", "目标或任务编号"),
          "status",
          List.of("进展", "进展情况", "进展状态", "状态", "进度状态", "完成状态"),
          "reporter",
          List.of("填报单位", "报送单位", "上报单位", "责任单位", "单位"),
          "milestone",
          List.of("节点", "任务节点", "里程碑", "关键节点"),
          "amount",
          List.of("数量", "完成量", "完成数量", "完成额"),
          "percent",
          List.of("完成比例", "完成百分比", "完成率", "完成进度", "进度"),
          "evidence",
          List.of("依据", "完成依据", "佐证", "佐证材料", "证明材料"));

  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\uFEFF]");
  private static final Pattern UNIT =
      Pattern.compile("^(.+?)(?:\\(单位:([^()]+)\\)|\\(([^()]+)\\)|(%))$");

  private final Map<String, String> columns = new HashMap<>();

  private ColumnNames(List<String> codes, Map<String, List<String>> names) {
    codes.forEach(code -> columns.put(code, code));
    for (Map<String, List<String>> of : List.of(COMMON, names)) {
      of.forEach((column, words) -> words.forEach(word -> columns.put(normal(word), column)));
    }
  }

  /** The names in a file of figures. */
  static ColumnNames ofFigures(List<String> codes) {
    return new ColumnNames(codes, OF_FIGURES);
  }

  /** The names in a file of progress. */
  static ColumnNames ofProgress(List<String> codes) {
    return new ColumnNames(codes, OF_PROGRESS);
  }

  /**
   * The column that a header names. A unit behind the name is one of figures or of percentages;
   * elsewhere, as behind the amount of a report, it would change what the column holds.
   */
  Optional<String> column(String header) {
    String name = normal(header);
    String known = columns.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    String named = columns.get(withoutUnit(name));
    boolean mayHaveUnit =
        "obs_value".equals(named) || ("percent".equals(named) && unit(name).equals("%"));
    return mayHaveUnit ? Optional.of(named) : Optional.empty();
  }

  /** A header without blanks, full-width letters and brackets folded, in lower case. */
  static String normal(String header) {
    String folded = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANK.matcher(folded).replaceAll("");
  }

  /** A header in its normal form without the unit in brackets behind it. */
  static String withoutUnit(String normal) {
    Matcher unit = UNIT.matcher(normal);
    return unit.matches() ? unit.group(1) : normal;
  }

  /** A label without the unit of measure in brackets behind it: 社零（亿元） is 社零. */
  static String withoutKnownUnit(String label) {
    String name = normal(label);
    return UnitConversion.isUnit(unit(name)) ? withoutUnit(name) : label;
  }

  /** The unit of measure in brackets behind a label; empty where there is none. */
  static String knownUnit(String label) {
    // Asked of every line: nearly all have none.
    if (!label.endsWith(")") && !label.endsWith("\uFF09")) {
      return "";
    }
    String unit = unit(normal(label));
    return UnitConversion.isUnit(unit) ? unit : "";
  }

  /** The unit in brackets behind a header in its normal form; empty where there is none. */
  static String unit(String normal) {
    Matcher unit = UNIT.matcher(normal);
    if (!unit.matches()) {
      return "";
    }
    String inBrackets = unit.group(2) != null ? unit.group(2) : unit.group(3);
    return inBrackets != null ? inBrackets : unit.group(4);
  }

  /** A column as messages call it: its code, and where there is one its Chinese name. */
  static String inWords(String column) {
    for (Map<String, List<String>> of : List.of(COMMON, OF_FIGURES, OF_PROGRESS)) {
      if (of.containsKey(column)) {
        return "%s（%s）".formatted(column, of.get(column).get(0));
      }
    }
    return column;
  }
}
