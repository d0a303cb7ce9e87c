package org.diaodu.layout;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.GridCell;

/**
 * Reads one table by its template. What a cell means is what its table, its row and its column say
 * together; where they contradict each other, or leave something open, the cell is refused.
 */
final class TableReading {
  private static final Pattern DATE =
      Pattern.compile(
          "(?<y>(?:19|20)\\d{2})(?:年(?<m>\\d{1,2})月(?<d>\\d{1,2})日|([./-])(?<m2>\\d{1,2})\\4(?<d2>\\d{1,2}))");

  /** Reason under which a template leaves out the column that states the units of the rows. */
  private static final String UNIT_COLUMN = "unit";

  private final FoundTable table;
  private final Template template;
  private final RegionPack pack;
  private final LocalDate received;
  private final PeriodPhrase titlePeriod;
  private final String statedUnit;
  private final Map<Integer, Side> columns = new HashMap<>();
  private final Set<Side> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private final String sheet;

  /** One side of a cell: its label, and what the template says of it. */
  private record Side(
      List<Label> labels, String area, Template.Meaning meaning, String ignored, String unknown) {
    PeriodPhrase period() {
      PeriodPhrase period = PeriodPhrase.NONE;
      for (Label label : labels) {
        period = label.period().isNone() ? period : label.period().completedBy(period);
      }
      return period;
    }

    String unit() {
      String unit = "";
      for (Label label : labels) {
        unit = label.unit().isEmpty() ? unit : label.unit();
      }
      return unit;
    }

    List<String> marks() {
      return labels.stream().flatMap(l -> l.marks().stream()).toList();
    }
  }

  private TableReading(FoundTable table, Template template, RegionPack pack, LocalDate received) {
    this.table = table;
    this.template = template;
    this.pack = pack;
    this.received = received;
    this.sheet = table.grid().sheet();
    this.titlePeriod = titlePeriod();
    this.statedUnit = table.statedUnit();
    for (int column = table.dataColumn(); column <= table.lastColumn(); column++) {
      List<Label> header = table.header(column);
      columns.put(
          column,
          table.lacksItsOwnLabel(column)
              ? new Side(header, null, Template.Meaning.NOTHING, null, join(header) + "|?")
              : columnSide(column, header));
    }
  }

  /** What became of every cell of the table's body. */
  static Iterator<ReadCell> of(
      FoundTable table, Template template, RegionPack pack, LocalDate received) {
    return new TableReading(table, template, pack, received).cells();
  }

  /** How many columns and rows of the table the template knows; zero where it does not fit. */
  static int fit(FoundTable table, Template template) {
    int read = 0;
    int known = 0;
    for (int column = table.dataColumn(); column <= table.lastColumn(); column++) {
      List<Label> header = table.header(column);
      if (!header.isEmpty()) {
        Optional<Template.Entry> entry =
            entry(template.columns(), paths(header, List.of()), unit(header));
        read += entry.isPresent() || template.columns().areas() ? 1 : 0;
        known += template.columns().ignored().containsKey(join(header)) ? 1 : 0;
      }
    }
    if (read == 0) {
      return 0;
    }
    if (!template.rows().entries().isEmpty()) {
      for (String name : table.rowNames()) {
        known += entry(template.rows(), List.of(name), "").isPresent() ? 1 : 0;
      }
    }
    return read + known;
  }

  private Iterator<ReadCell> cells() {
    Deque<Map.Entry<Integer, Label>> parents = new ArrayDeque<>();
    return new InTurn<>(
        IntStream.rangeClosed(table.bodyRow(), table.lastRow())
            .<Supplier<Iterator<ReadCell>>>mapToObj(row -> () -> cells(row, parents).iterator())
            .iterator());
  }

  private List<ReadCell> cells(int row, Deque<Map.Entry<Integer, Label>> parents) {
    List<ReadCell> cells = new ArrayList<>();
    List<GridCell> figures = figuresOf(row);
    Side side = rowSide(row, parents);
    boolean numbering = isNumbering(side, figures);
    for (GridCell cell : figures) {
      cells.add(numbering ? ReadCell.ignored(sheet, cell, "column_number") : cell(cell, side));
    }
    return cells;
  }

  private List<GridCell> figuresOf(int row) {
    return table.grid().row(row).stream()
        .filter(c -> c.column() >= table.dataColumn() && c.column() <= table.lastColumn())
        .toList();
  }

  /** The row 甲 1 2 3 that numbers the columns of a form. */
  private static boolean isNumbering(Side row, List<GridCell> figures) {
    if (row.labels().isEmpty() || !row.labels().get(row.labels().size() - 1).name().equals("甲")) {
      return false;
    }
    for (int i = 0; i < figures.size(); i++) {
      if (!PrintedFigure.of(figures.get(i).text())
          .equals(PrintedFigure.of(String.valueOf(i + 1)))) {
        return false;
      }
    }
    return true;
  }

  /** A row's label with those it stands under: less indented, or before "of which". */
  private Side rowSide(int row, Deque<Map.Entry<Integer, Label>> parents) {
    Optional<GridCell> cell = table.rowLabel(row);
    if (cell.isEmpty()) {
      return side(template.rows(), List.of(), List.of());
    }
    String raw = cell.get().text();
    Label label = Label.of(raw);
    int leading = raw.length() - raw.stripLeading().length();
    int depth = cell.get().indent() * 2 + leading + (label.ofWhich() ? 1 : 0);
    while (!parents.isEmpty() && parents.peek().getKey() >= depth) {
      parents.pop();
    }
    List<Label> above = new ArrayList<>();
    parents.descendingIterator().forEachRemaining(p -> above.add(p.getValue()));
    parents.push(Map.entry(depth, label));
    return side(template.rows(), List.of(label), above);
  }

  private Side side(Template.Axis axis, List<Label> own, List<Label> above) {
    if (own.isEmpty()) {
      return new Side(own, null, Template.Meaning.NOTHING, null, null);
    }
    List<String> paths = paths(own, above);
    for (String path : paths) {
      if (axis.ignored().containsKey(path)) {
        return new Side(own, null, Template.Meaning.NOTHING, axis.ignored().get(path), null);
      }
    }
    Optional<Template.Entry> entry = entry(axis, paths, unit(own));
    if (entry.isPresent()) {
      return new Side(own, entry.get().meaning().area(), entry.get().meaning(), null, null);
    }
    if (axis.areas()) {
      Label last = own.get(own.size() - 1);
      String ignored = last.ofWhich() ? "of_which" : null;
      return new Side(own, last.name(), Template.Meaning.NOTHING, ignored, null);
    }
    return new Side(own, null, Template.Meaning.NOTHING, null, join(own));
  }

  /** A header that says too little alone may be known together with the one on its left. */
  private Side columnSide(int column, List<Label> header) {
    Side own = side(template.columns(), header, List.of());
    if (own.unknown() == null) {
      return own;
    }
    for (int left = column - 1; left >= table.dataColumn(); left--) {
      String beside = join(table.header(left));
      if (!beside.isEmpty() && !beside.equals(join(header))) {
        return entry(template.columns(), List.of(beside + "+" + join(header)), unit(header))
            .map(e -> new Side(header, e.meaning().area(), e.meaning(), null, null))
            .orElse(own);
      }
    }
    return own;
  }

  private static Optional<Template.Entry> entry(
      Template.Axis axis, List<String> paths, String unit) {
    for (String path : paths) {
      Optional<Template.Entry> found =
          axis.entries().stream()
              .filter(e -> e.paths().contains(path))
              .filter(e -> e.unit().isEmpty() || e.unit().equals(unit))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The whole path, then ever shorter ends of it within what stands above, the own label last. */
  private static List<String> paths(List<Label> own, List<Label> above) {
    List<String> paths = new ArrayList<>();
    for (int from = 0; from <= above.size(); from++) {
      List<Label> path = new ArrayList<>(above.subList(from, above.size()));
      path.addAll(own);
      paths.add(join(path));
    }
    return paths;
  }

  private static String join(List<Label> labels) {
    return String.join("|", labels.stream().map(Label::name).filter(n -> !n.isEmpty()).toList());
  }

  private static String unit(List<Label> labels) {
    String unit = "";
    for (Label label : labels) {
      unit = label.unit().isEmpty() ? unit : label.unit();
    }
    return unit;
  }

  private ReadCell cell(GridCell cell, Side row) {
    Side column = columns.get(cell.column());
    if (cell.number() == null && PrintedFigure.of(cell.text()).absent()) {
      return ReadCell.ignored(sheet, cell, "no_figure");
    }
    if (column.labels().isEmpty()) {
      return ReadCell.ignored(sheet, cell, "no_header");
    }
    String ignored = row.ignored() != null ? row.ignored() : column.ignored();
    if (ignored != null) {
      return ReadCell.ignored(sheet, cell, ignored);
    }
    return new CellMeaning(cell, row, column).read();
  }

  /** The unit that a column of its own states for a row. */
  private String unitBeside(int row) {
    for (Map.Entry<Integer, Side> column : columns.entrySet()) {
      if (UNIT_COLUMN.equals(column.getValue().ignored())) {
        return table.grid().shown(row, column.getKey()).map(c -> Label.normal(c.text())).orElse("");
      }
    }
    return "";
  }

  private PeriodPhrase titlePeriod() {
    PeriodPhrase period = PeriodPhrase.NONE;
    for (String line : table.titles()) {
      // A day says when the table was made, not what it is about.
      PeriodPhrase found = PeriodPhrase.find(DATE.matcher(line).replaceAll(""));
      period =
          period.isNone() || (period.year() == null && found.year() != null)
              ? found.completedBy(period)
              : period;
    }
    PeriodPhrase ofSheet = PeriodPhrase.find(Label.normal(sheet));
    return period.isNone() || period.year() == null ? period.completedBy(ofSheet) : period;
  }

  /** Puts together what is said of one cell. */
  private final class CellMeaning {
    private final GridCell cell;
    private final Side row;
    private final Side column;
    private final List<ReadCell.Doubt> doubts = new ArrayList<>();

    CellMeaning(GridCell cell, Side row, Side column) {
      this.cell = cell;
      this.row = row;
      this.column = column;
    }

    ReadCell read() {
      Map<String, String> fields = new LinkedHashMap<>();
      boolean unknown = row.unknown() != null || column.unknown() != null;
      unknown(row, "unknown_row", "行", "rows", restOfRow());
      unknown(column, "unknown_column", "列", "columns", restOfColumn());
      if (row.labels().isEmpty()) {
        refuse("no_row_label", "空白", "行标题", "这一行没有行标题，不知道是什么数。请补上行标题");
      }
      String code = one("指标", said(Template.Meaning::indicator));
      Indicator indicator = code == null ? null : pack.indicator(code).orElse(null);
      String area = area();
      if (!unknown && !refused() && indicator == null) {
        refuse("no_indicator", "没有写明", "指标", "模板没有说明这一格是哪个指标。请在模板中写indicator");
      }
      if (!unknown && !refused() && area == null) {
        refuse("no_area", "没有写明", "地区", "模板没有说明这一格是哪个地区。请在模板中写areas、area或area_from");
      }
      if (unknown || refused()) {
        return ReadCell.refused(sheet, cell, doubts);
      }
      Measure measure = measure(indicator);
      TimePeriod period = period(indicator);
      Accumulation accumulation = accumulation(indicator);
      String unit = unit(indicator, measure);
      if (period == null || accumulation == null || measure == null) {
        return ReadCell.refused(sheet, cell, doubts);
      }
      String digits = digits(indicator, measure, unit);
      fields.put("ref_area", area);
      fields.put("indicator", code);
      fields.put("time_period", period.toString());
      fields.put("accumulation", accumulation.name());
      fields.put("measure", measure.name());
      // Of a refused figure the dimensions are told all the same: for its neighbours, and because
      // something may be wrong with them as well.
      LocalDate released = released(period);
      fields.put("obs_value", refused() ? "" : digits);
      fields.put("unit", isIndex() ? "%" : unit);
      fields.put("obs_status", refused() ? "M" : isBreak(period) ? "B" : "A");
      fields.put("release_date", released.toString());
      fields.put("note", note());
      return new ReadCell(
          sheet, cell, fields, isIndex() ? -1 : cell.decimals(), null, List.copyOf(doubts));
    }

    /** Said once, at the first cell of a row or column, for all that follow. */
    private void unknown(Side side, String rule, String what, String field, String range) {
      if (side.unknown() != null && told.add(side)) {
        doubts.add(
            new ReadCell.Doubt(
                rule,
                true,
                side.unknown(),
                "模板%s中%s的一项".formatted(template.name(), field),
                "%s标题“%s”在模板%s中没有说明，%s的数都没有收下。请改正，或在模板的%s中写明它的意思"
                    .formatted(what, side.unknown(), template.name(), range, field),
                range));
      }
    }

    private String restOfRow() {
      return range(cell.row(), table.lastColumn());
    }

    private String restOfColumn() {
      return range(table.lastRow(), cell.column());
    }

    private String range(int lastRow, int lastColumn) {
      return new CellRangeAddress(cell.row(), lastRow, cell.column(), lastColumn).formatAsString();
    }

    /** What is said by the table, the row and the column, without repeats. */
    private <T> List<T> said(java.util.function.Function<Template.Meaning, T> part) {
      List<T> said = new ArrayList<>();
      for (Template.Meaning meaning : List.of(template.table(), row.meaning(), column.meaning())) {
        T value = part.apply(meaning);
        if (value != null && !said.contains(value)) {
          said.add(value);
        }
      }
      return said;
    }

    private <T> T one(String what, List<T> said) {
      if (said.size() > 1) {
        refuse(
            "contradicting_labels",
            said.toString(),
            "一个" + what,
            "表、行和列对%s的说法不一：%s。请改正模板".formatted(what, said));
      }
      return said.isEmpty() ? null : said.get(0);
    }

    private String area() {
      List<String> said = said(Template.Meaning::area);
      for (Side side : List.of(row, column)) {
        if (side.area() != null && !said.contains(side.area())) {
          said.add(side.area());
        }
      }
      if (said.isEmpty() && template.areaFrom() != null) {
        areaNamed(template.areaFrom() == Template.Place.title ? table.title() : sheet)
            .ifPresent(said::add);
      }
      return one("地区", said);
    }

    private Measure measure(Indicator indicator) {
      Measure measure = one("measure", said(Template.Meaning::measure));
      if (measure != null) {
        return measure;
      }
      return indicator.kind() == IndicatorKind.growth_only || isIndex()
          ? Measure.YOY
          : Measure.LEVEL;
    }

    private boolean isIndex() {
      return row.meaning().index() || column.meaning().index() || template.table().index();
    }

    private boolean isBreak(TimePeriod period) {
      return row.meaning().breaks().contains(period.year())
          || column.meaning().breaks().contains(period.year())
          || template.table().breaks().contains(period.year());
    }

    private PeriodPhrase phrase() {
      return column.period().completedBy(row.period()).completedBy(titlePeriod);
    }

    private TimePeriod period(Indicator indicator) {
      PeriodPhrase phrase = phrase();
      if (phrase.isNone() || phrase.year() == null) {
        refuse("no_period", phrase.found(), "年份和月份", "表题、表头和表名里都找不到完整的时期。请在表题中写明，如2024年1-6月");
        return null;
      }
      int years = row.meaning().years() + column.meaning().years() + template.table().years();
      if (phrase.year() + years < 1900 || phrase.year() + years > 2199) {
        refuse(
            "impossible_period",
            String.valueOf(phrase.year() + years),
            "1900至2199年",
            "“%s”加上模板中的years是%d年。请核对时期和模板".formatted(phrase.found(), phrase.year() + years));
        return null;
      }
      PeriodPhrase shifted =
          new PeriodPhrase(phrase.year() + years, phrase.span(), phrase.number(), phrase.found());
      Optional<TimePeriod> period =
          switch (shifted.span()) {
            case year -> shifted.at(org.diaodu.domain.Frequency.A);
            case quarter -> shifted.at(org.diaodu.domain.Frequency.Q);
            case month, to_month -> shifted.at(indicator.frequency());
            case unclear -> Optional.empty();
          };
      if (period.isEmpty()) {
        refuse(
            "impossible_period",
            shifted.found(),
            indicator.frequency().name(),
            "“%s”按%s发布，没有“%s”这样的时期。请核对时期"
                .formatted(indicator.nameZh(), indicator.frequency().nameZh(), shifted.found()));
      }
      return period.orElse(null);
    }

    private Accumulation accumulation(Indicator indicator) {
      if (indicator.accumulation() == Accumulation.EOP) {
        return Accumulation.EOP;
      }
      PeriodPhrase beside = column.period().completedBy(row.period());
      Accumulation written = one("accumulation", said(Template.Meaning::accumulation));
      Accumulation shown = beside.accumulation().orElse(null);
      if (written != null && shown != null && written != shown && beside.number() > 1) {
        refuse(
            "contradicting_labels",
            beside.found(),
            written.name(),
            "模板写的是%s，表头写的是“%s”。请核对".formatted(written, beside.found()));
      }
      if (written != null) {
        return written;
      }
      if (shown != null) {
        return shown;
      }
      // 三季度 in a title may be the quarter or the year so far, as 6月 may.
      boolean month = titlePeriod.span() == PeriodPhrase.Span.month && titlePeriod.number() > 1;
      if (month || titlePeriod.span() == PeriodPhrase.Span.quarter) {
        refuse(
            "unclear_accumulation",
            titlePeriod.found(),
            "PER或YTD",
            "表里只写了“%s”，没有说是当期还是累计。请在模板中写accumulation".formatted(titlePeriod.found()));
      }
      return titlePeriod.accumulation().orElse(indicator.accumulation());
    }

    private String unit(Indicator indicator, Measure measure) {
      String unit = column.unit().isEmpty() ? row.unit() : column.unit();
      if (unit.isEmpty()) {
        unit = Optional.ofNullable(one("单位", said(Template.Meaning::unit))).orElse("");
      }
      if (unit.isEmpty() && !measure.isGrowth()) {
        unit = unitBeside(cell.row());
      }
      boolean share = measure.isGrowth() || indicator.unit().equals("%");
      if (unit.isEmpty() && share) {
        return "%";
      }
      if (unit.isEmpty()) {
        unit = statedUnit.isEmpty() ? cell.unit() : statedUnit;
      }
      if (unit.isEmpty()) {
        refuse(
            "no_unit",
            "没有写明",
            indicator.unit(),
            "表里找不到“%s”的单位。请在表头或表题中写明，或在模板中写unit".formatted(indicator.nameZh()));
      }
      return unit;
    }

    private String digits(Indicator indicator, Measure measure, String unit) {
      boolean percentUnit = unit.equals("%");
      if (isIndex() && measure != Measure.YOY) {
        refuse("index_is_growth", measure.name(), "YOY", "指数（上年=100）只能读成增速。请在模板中把measure写成YOY");
      }
      Optional<ReadCell.Doubt> unseen = SeenFigure.doubt(table, cell, unit);
      if (unseen.isPresent()) {
        doubts.add(unseen.get());
        return null;
      }
      if (cell.number() != null) {
        if (cell.percent() && !percentUnit) {
          refuse("wrong_unit", "%", unit, "这一格是百分数，单位却是%s。请核对".formatted(unit));
        }
        return isIndex() ? growth(cell.number()) : stored(cell.number());
      }
      PrintedFigure figure = PrintedFigure.of(cell.text());
      if (figure.digits() == null) {
        refuse(
            "not_a_number", cell.text(), "数字", "“%s”不是数字。请只写数字，没有数据时写“…”".formatted(cell.text()));
        return null;
      }
      boolean wordsForLevel = figure.inWords() && !measure.isGrowth();
      if (wordsForLevel || (figure.percent() && !percentUnit)) {
        refuse(
            "wrong_unit",
            cell.text(),
            unit,
            "“%s”的单位应是%s，不能是“%s”".formatted(indicator.nameZh(), unit, cell.text()));
        return null;
      }
      return isIndex() ? growth(new BigDecimal(figure.digits())) : figure.digits();
    }

    private String growth(BigDecimal index) {
      return index.subtract(BigDecimal.valueOf(100)).toPlainString();
    }

    /** Digits beyond those that a print shows are kept up to what is stored; more is noise. */
    private String stored(BigDecimal number) {
      boolean printedShort = cell.decimals() >= 0 && cell.decimals() <= 6;
      return printedShort && number.scale() > 6
          ? org.diaodu.domain.ExactDecimal.stored(number).toPlainString()
          : number.toPlainString();
    }

    private LocalDate released(TimePeriod period) {
      Template.Release release = template.release();
      if (release.label() != null) {
        String text = table.title() + "\n" + Label.normal(String.join("\n", table.notes()));
        int at = text.indexOf(release.label());
        Matcher date = at < 0 ? null : DATE.matcher(text.substring(at));
        if (date != null && date.find()) {
          return date(date);
        }
      }
      return release.daysAfterPeriod() == null
          ? received
          : period.lastDay().plusDays(release.daysAfterPeriod());
    }

    /** A day that no calendar has is refused, and the figure with it. */
    private LocalDate date(Matcher found) {
      boolean inWords = found.group("m") != null;
      try {
        return LocalDate.of(
            Integer.parseInt(found.group("y")),
            Integer.parseInt(found.group(inWords ? "m" : "m2")),
            Integer.parseInt(found.group(inWords ? "d" : "d2")));
      } catch (DateTimeException noSuchDay) {
        refuse(
            "bad_release_date",
            found.group(),
            "2024年7月18日",
            "表中的发布日期“%s”不成立。请改正".formatted(found.group()));
        return received;
      }
    }

    private String note() {
      List<String> marks = new ArrayList<>(row.marks());
      marks.addAll(column.marks());
      if (cell.number() == null) {
        marks.addAll(Label.of(cell.text()).marks());
      }
      List<String> notes = new ArrayList<>();
      for (String line : table.notes()) {
        boolean marked = marks.stream().anyMatch(line::startsWith);
        boolean general = line.matches("^(注|备注|说明|附注).*");
        if (marked || general) {
          notes.add(line);
        }
      }
      return String.join(" ", notes);
    }

    private boolean refused() {
      return doubts.stream().anyMatch(ReadCell.Doubt::refused);
    }

    private void refuse(String rule, String found, String expected, String message) {
      doubts.add(new ReadCell.Doubt(rule, true, found, expected, message));
    }
  }

  /** The area whose longest name stands in a text. */
  private Optional<String> areaNamed(String text) {
    String normal = Label.normal(text);
    String best = null;
    int length = 0;
    for (Area area : pack.areas()) {
      List<String> names = new ArrayList<>(area.aliases());
      names.add(area.nameZh());
      for (String name : names) {
        String wanted = Label.normal(name);
        if (wanted.length() > length && normal.contains(wanted)) {
          best = area.refArea();
          length = wanted.length();
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
