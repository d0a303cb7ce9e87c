package org.diaodu.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A county table whose truth is known, and everything that people do to such tables. Each oddity
 * changes how the table is written, never what is true.
 */
final class MangledTable {
  /** Whether a reader has to get every figure in spite of it, or may refuse. */
  enum Kind {
    /** Has to be read. */
    readable,
    /** Leaves something open or wrong: the cells it touches must be refused. */
    refusable
  }

  /** One thing that people do to tables. */
  record Oddity(String name, Kind kind, Consumer<MangledTable> does) {}

  /** Stands in a table that no template knows; it must be told and never taken. */
  static final String PLANTED = "7654.32";

  private static final List<String> COLUMNS = List.of("month", "month_yoy", "ytd", "ytd_yoy");

  private final Random random;
  private final Map<String, BigDecimal> truth = new LinkedHashMap<>();
  private final Map<String, Map<String, BigDecimal>> rows = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>(COLUMNS);
  private final Map<String, String> headers = new HashMap<>();
  private final List<String> above = new ArrayList<>();
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();
  private UnaryOperator<String> area = UnaryOperator.identity();
  private UnaryOperator<String> level = UnaryOperator.identity();
  private UnaryOperator<String> growth = UnaryOperator.identity();
  private UnaryOperator<String> all = UnaryOperator.identity();
  private String period = "2024年6月";
  private String unit = "亿元";
  private String unitPlace = "corner";
  private int power;
  private boolean grouped;
  private boolean translated;
  private boolean index;
  private boolean numbered;
  private boolean blankRows;
  private boolean totalLast;
  private String titled = "";
  private boolean noteBetween;
  private boolean continued;
  private boolean unknownAbove;
  private boolean unknownBelow;
  private String separator = ",";
  private String charset = "UTF-8";

  private MangledTable(long seed) {
    random = new Random(seed);
    headers.put("month", "本月");
    headers.put("month_yoy", "比去年同月增长(%)");
    headers.put("ytd", "1-6月");
    headers.put("ytd_yoy", "比去年同期增长(%)");
    for (String[] place :
        new String[][] {{"全州", "T00"}, {"甲县", "T01"}, {"乙县", "T02"}, {"丙县", "T03"}}) {
      Map<String, BigDecimal> figures = new LinkedHashMap<>();
      for (String column : COLUMNS) {
        boolean yoy = column.endsWith("yoy");
        BigDecimal figure =
            yoy
                ? BigDecimal.valueOf(random.nextInt(300) - 150, 1)
                : BigDecimal.valueOf(1_000_00 + random.nextInt(2_000_00), 2);
        figures.put(column, figure);
        truth.put(
            "%s 2024-06 %s %s"
                .formatted(
                    place[1], column.startsWith("month") ? "PER" : "YTD", yoy ? "YOY" : "LEVEL"),
            figure);
      }
      rows.put(place[0], figures);
    }
  }

  /** The table of a seed after some oddities. */
  static MangledTable of(long seed, List<Oddity> oddities) {
    MangledTable table = new MangledTable(seed);
    oddities.forEach(oddity -> oddity.does().accept(table));
    return table;
  }

  /** What is true: by area, period, accumulation and measure. */
  Map<String, BigDecimal> truth() {
    return truth;
  }

  String charset() {
    return charset;
  }

  /** Everything that people do. */
  static List<Oddity> oddities() {
    return List.of(
        readable("spaced names", t -> t.area = then(t.area, a -> String.join(" ", a.split("")))),
        readable(
            "full-width blanks in names", t -> t.area = then(t.area, a -> "\u3000" + a + "\u3000")),
        readable("full-width digits", t -> t.all = then(t.all, MangledTable::fullWidth)),
        readable(
            "blanks around the point", t -> t.level = then(t.level, v -> v.replace(".", ". "))),
        readable("thousands separators", t -> t.level = then(t.level, MangledTable::grouped)),
        readable(
            "growth in words",
            t ->
                t.growth =
                    v ->
                        v.equals("0.0")
                            ? "持平"
                            : (v.startsWith("-") ? "下降" + v.substring(1) : "增长" + v) + "%"),
        readable(
            "percent signs",
            t -> t.growth = then(t.growth, v -> v.endsWith("%") || v.equals("持平") ? v : v + "%")),
        readable(
            "plus signs", t -> t.growth = then(t.growth, v -> v.matches("[0-9].*") ? "+" + v : v)),
        readable("long minus signs", t -> t.growth = then(t.growth, v -> v.replace('-', '\u2212'))),
        readable("unit in the title", t -> t.unitPlace = "title"),
        readable("unit in the header", t -> t.unitPlace = "header"),
        readable("万元", t -> t.inTenThousands()),
        readable("total row last", t -> t.totalLast = true),
        readable("a subtotal", t -> t.before.add("北片")),
        readable("a part of a county", t -> t.after.add("其中：丁园区")),
        readable("a rank column", t -> t.order.add("rank")),
        readable("a rank column in between", t -> t.order.add(2, "rank")),
        readable("numbered columns", t -> t.numbered = true),
        readable("blank rows", t -> t.blankRows = true),
        readable("上半年 for the year to date", t -> t.headers.put("ytd", "上半年")),
        readable("1-本月 for the year to date", t -> t.headers.put("ytd", "1-本月")),
        readable("累计 for the year to date", t -> t.headers.put("ytd", "累计")),
        readable("month by its number", t -> t.headers.put("month", "6月")),
        readable(
            "long dashes in periods",
            t -> t.headers.computeIfPresent("ytd", (k, v) -> v.replace("-", "—"))),
        readable("year in Chinese", t -> t.period = t.period.replace("2024", "二〇二四")),
        readable("year in full width", t -> t.period = fullWidth(t.period)),
        readable(
            "columns in another order",
            t -> java.util.Collections.swap(t.order, 0, t.order.size() - 1)),
        readable("grouped headers", t -> t.grouped = true),
        readable("translations under headers", t -> t.translated = true),
        readable("footnote marks", t -> t.area = then(t.area, a -> a.contains("乙") ? a + "①" : a)),
        readable("notes below", t -> t.after.add("注：为初步数")),
        readable("GB18030", t -> t.charset = "GB18030"),
        readable("tabs", t -> t.separator = "\t"),
        readable("an index for the growth", t -> t.index()),
        readable("a document number above", t -> t.above.add("国统字〔2023〕88号")),
        readable("the day of print above", t -> t.above.add("制表日期：2024年7月15日")),
        readable("the maker above", t -> t.above.add("编制单位：试验州统计局")),
        readable("an end of validity above", t -> t.above.add("有效期至：2025年1月")),
        readable("a base year in the title", t -> t.titled += "（以2020年为基期）"),
        readable("a census in the title", t -> t.titled += "（第七次人口普查2020年口径）"),
        readable(
            "numbered rows",
            t -> t.area = then(t.area, a -> "全甲乙丙".indexOf(a.strip().charAt(0)) + 1 + "." + a)),
        readable("a note between rows", t -> t.noteBetween = true),
        readable("a table that continues", t -> t.continued = true),
        readable("a table above that nobody knows", t -> t.unknownAbove = true),
        readable("a table below that nobody knows", t -> t.unknownBelow = true),
        refusable("another year in the title", t -> t.titled += "（2023年）"),
        refusable("a base month in the title", t -> t.titled += "（同比为2023年6月）"),
        refusable("constant prices", t -> t.titled += "（2020年不变价）"),
        refusable("two units", t -> t.above.add("单位：万元")),
        refusable("a letter in a number", t -> t.level = then(t.level, v -> v.replace('0', 'O'))),
        refusable(
            "a blank before the last digit, or a rank behind the figure",
            t ->
                t.level =
                    then(
                        t.level,
                        v -> v.substring(0, v.length() - 1) + " " + v.substring(v.length() - 1))),
        refusable("no unit", t -> t.unitPlace = "nowhere"),
        refusable("dollars", t -> t.unit = "亿美元"),
        refusable("no year", t -> t.period = t.period.replaceFirst(".*年", "")),
        refusable("an unknown county", t -> t.area = then(t.area, a -> a.replace("丙", "戊"))),
        refusable("last year's level in a column of its own", t -> t.order.add(1, "last_year")),
        refusable("an unknown word for the year to date", t -> t.headers.put("ytd", "总计数")),
        refusable("no figure", t -> t.level = then(t.level, v -> v.hashCode() % 2 == 0 ? "…" : v)),
        refusable("about", t -> t.level = then(t.level, v -> v.hashCode() % 3 == 0 ? "约" + v : v)),
        refusable("the growth column without its header", t -> t.headers.put("month_yoy", "")));
  }

  /** The table as text. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (unknownAbove) {
      unknown(text);
      line(text, "");
    }
    above.forEach(said -> line(text, said));
    line(text, period + "社会消费品零售总额" + titled + (unitPlace.equals("title") ? "（" + unit + "）" : ""));
    if (unitPlace.equals("corner")) {
      line(text, "", "", "", "单位：" + unit);
    }
    header(text);
    if (numbered) {
      List<String> cells = new ArrayList<>(List.of("甲"));
      for (int i = 1; i <= order.size(); i++) {
        cells.add(String.valueOf(i));
      }
      line(text, cells.toArray(String[]::new));
    }
    before.forEach(name -> row(text, name, rows.get("甲县")));
    List<String> names = new ArrayList<>(rows.keySet());
    if (totalLast) {
      names.add(names.remove(0));
    }
    for (int i = 0; i < names.size(); i++) {
      if (i == 2 && noteBetween) {
        line(text, "注：以下各县为初步数");
      }
      if (i == 2 && continued) {
        line(text, "");
        line(text, "社会消费品零售总额（续）");
        header(text);
      }
      row(text, area.apply(names.get(i)), rows.get(names.get(i)));
      if (blankRows) {
        line(text, "");
      }
    }
    for (String name : after) {
      if (name.startsWith("注")) {
        line(text, name);
      } else {
        row(text, name, rows.get("丙县"));
      }
    }
    if (unknownBelow) {
      line(text, "");
      unknown(text);
    }
    return text.toString();
  }

  /** Whether a figure stands in it that no template knows. */
  boolean isPlanted() {
    return unknownAbove || unknownBelow;
  }

  private void unknown(StringBuilder text) {
    line(text, "2024年6月各县市粮食产量");
    line(text, "地区", "产量（吨）");
    line(text, "甲县", PLANTED);
    line(text, "乙县", "8765.43");
  }

  private void header(StringBuilder text) {
    List<String> top = new ArrayList<>(List.of("地区"));
    List<String> below = new ArrayList<>(List.of(""));
    List<String> translation = new ArrayList<>(List.of(""));
    for (String column : order) {
      boolean yoy = column.endsWith("yoy");
      String unitHere = unitPlace.equals("header") && !yoy ? "（" + unit + "）" : "";
      String name =
          switch (column) {
            case "rank" -> "位次";
            case "last_year" -> "上年同期";
            default -> headers.get(column);
          };
      if (grouped && COLUMNS.contains(column)) {
        String group = headers.get(column.startsWith("month") ? "month" : "ytd");
        top.add(group);
        below.add(name.isEmpty() ? "" : yoy ? (index ? "指数(上年同期=100)" : "增长%") : "总量" + unitHere);
      } else {
        top.add(name + unitHere);
        below.add("");
      }
      translation.add("Column of " + column.replace('_', ' '));
    }
    line(text, top.toArray(String[]::new));
    if (grouped) {
      line(text, below.toArray(String[]::new));
    }
    if (translated) {
      line(text, translation.toArray(String[]::new));
    }
  }

  private void row(StringBuilder text, String name, Map<String, BigDecimal> figures) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (String column : order) {
      cells.add(
          switch (column) {
            case "rank" -> "1";
            case "last_year" -> all.apply(level.apply("987.65"));
            default -> figure(column, figures.get(column));
          });
    }
    line(text, cells.toArray(String[]::new));
  }

  private String figure(String column, BigDecimal figure) {
    if (column.endsWith("yoy")) {
      return all.apply(
          index
              ? figure.add(BigDecimal.valueOf(100)).toPlainString()
              : growth.apply(figure.toPlainString()));
    }
    return all.apply(level.apply(figure.movePointRight(power).toPlainString()));
  }

  private void line(StringBuilder text, String... cells) {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) {
      quoted.add(cell.contains(separator) ? '"' + cell + '"' : cell);
    }
    text.append(String.join(separator, quoted)).append('\n');
  }

  private void inTenThousands() {
    unit = unit.replace("亿", "万");
    power = 4;
  }

  private void index() {
    index = true;
    headers.put("month_yoy", "同月指数(上年同期=100)");
    headers.put("ytd_yoy", "同期指数(上年同期=100)");
  }

  private static UnaryOperator<String> then(
      UnaryOperator<String> first, UnaryOperator<String> next) {
    return text -> next.apply(first.apply(text));
  }

  private static String grouped(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    return whole.matches("\\d+")
        ? "%,d".formatted(Long.parseLong(whole)) + (point < 0 ? "" : number.substring(point))
        : number;
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == '%';
      wide.append(digit ? (char) (c + 0xFEE0) : c);
    }
    return wide.toString();
  }

  private static Oddity readable(String name, Consumer<MangledTable> does) {
    return new Oddity(name, Kind.readable, does);
  }

  private static Oddity refusable(String name, Consumer<MangledTable> does) {
    return new Oddity(name, Kind.refusable, does);
  }
}
