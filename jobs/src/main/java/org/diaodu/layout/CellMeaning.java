package org.diaodu.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.poi.ss.util.CellRangeAddress;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Indicator;
import org.diaodu.sheet.GridCell;

/** Puts together what a table, a row and a column say of one cell. */
final class CellMeaning {
  private final TableContext context;
  private final GridCell cell;
  private final CellSide row;
  private final CellSide column;
  private final Doubts doubts = new Doubts();

  private CellMeaning(TableContext context, GridCell cell, CellSide row, CellSide column) {
    this.context = context;
    this.cell = cell;
    this.row = row;
    this.column = column;
  }

  /**
   * What becomes of a cell.
   *
   * @param beside what columns beside its own say
   * @param told sides whose unknown labels were told; those told here are added
   */
  static ReadCell of(
      TableContext context,
      GridCell cell,
      CellSide row,
      CellSide column,
      Beside beside,
      Set<CellSide> told) {
    return new CellMeaning(context, cell, row, column).read(beside, told);
  }

  /**
   * What columns beside that of a cell say of it.
   *
   * @param unit what a column of units says of its row; empty where it says nothing
   * @param level the period of the amounts that stand on its left; NONE where their header has none
   */
  record Beside(String unit, PeriodPhrase level) {}

  private ReadCell read(Beside beside, Set<CellSide> told) {
    boolean unknown = row.unknown() != null || column.unknown() != null;
    FoundTable table = context.table();
    unknown(row, "unknown_row", "行", "rows", range(cell.row(), table.lastColumn()), told);
    unknown(column, "unknown_column", "列", "columns", range(table.lastRow(), cell.column()), told);
    if (row.labels().isEmpty()) {
      doubts.refuse("no_row_label", "空白", "行标题", "这一行没有行标题，不知道是什么数。请补上行标题");
    }
    String code = doubts.one("指标", said(Template.Meaning::indicator));
    Indicator indicator = code == null ? null : context.pack().indicator(code).orElse(null);
    String area = AreaOfCell.of(context, said(Template.Meaning::area), row, column, doubts);
    if (!unknown && !doubts.refused() && indicator == null) {
      doubts.refuse("no_indicator", "没有写明", "指标", "模板没有说明这一格是哪个指标。请在模板中写indicator");
    }
    if (!unknown && !doubts.refused() && area == null) {
      doubts.refuse("no_area", "没有写明", "地区", "模板没有说明这一格是哪个地区。请在模板中写areas、area或area_from");
    }
    return unknown || doubts.refused() ? refused() : figure(indicator, area, beside);
  }

  private ReadCell figure(Indicator indicator, String area, Beside beside) {
    Measure measure = measure(indicator);
    PeriodPhrase phrase = PeriodOfCell.of(row, column, context.period(), doubts);
    if (phrase.isNone()) {
      return refused();
    }
    requirePrices(measure);
    context.scope().check(indicator, doubts);
    if (measure.isGrowth()) {
      GrowthBase.requireEndOf(beside.level(), phrase, doubts);
    }
    GrowthBase.check(row, column, context.period(), phrase, measure, doubts);
    Accumulation accumulation =
        AccumulationOfCell.of(
            row, column, context.period(), said(Template.Meaning::accumulation), indicator, doubts);
    TimePeriod period = PeriodOfCell.at(phrase, accumulation, years(), indicator, doubts);
    String unit =
        UnitOfCell.of(
            cell,
            row,
            column,
            said(Template.Meaning::unit),
            beside.unit(),
            context.units(),
            indicator,
            measure,
            doubts);
    if (period == null) {
      return refused();
    }
    Optional<ReadCell.Doubt> unseen = SeenFigure.doubt(context.table(), cell, unit);
    unseen.ifPresent(doubts::add);
    String digits =
        unseen.isPresent()
            ? null
            : DigitsOfCell.of(cell, indicator, measure, unit, isIndex(), doubts);
    LocalDate released = ReleaseDay.of(context, period, doubts);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("ref_area", area);
    fields.put("indicator", indicator.indicator());
    fields.put("time_period", period.toString());
    fields.put("accumulation", accumulation.name());
    fields.put("measure", measure.name());
    // Of a refused figure the dimensions are told all the same: for its neighbours, and because
    // something may be wrong with them as well.
    fields.put("obs_value", doubts.refused() ? "" : digits);
    fields.put("unit", isIndex() ? "%" : unit);
    fields.put("obs_status", doubts.refused() ? "M" : isBreak(period) ? "B" : "A");
    fields.put("release_date", released.toString());
    fields.put("note", note());
    return new ReadCell(
        context.sheet(), cell, fields, isIndex() ? -1 : cell.decimals(), null, doubts.all());
  }

  /** A title that says 2020年不变价 speaks of another series than the one at current prices. */
  private void requirePrices(Measure measure) {
    boolean constant = context.title().lines().stream().anyMatch(TextEvidence::saysConstantPrices);
    if (measure == Measure.LEVEL && constant) {
      doubts.refuse(
          "constant_prices",
          context.table().title(),
          Measure.LEVEL_CONSTANT.name(),
          "表题说是按不变价（可比价）计算的，模板却读成现价。请核对，或在模板中写measure: LEVEL_CONSTANT");
    }
  }

  private ReadCell refused() {
    return ReadCell.refused(context.sheet(), cell, doubts.all());
  }

  /** Said once, at the first cell of a row or column, for all that follow. */
  private void unknown(
      CellSide side, String rule, String what, String field, String range, Set<CellSide> told) {
    if (side.unknown() != null && told.add(side)) {
      String template = context.template().name();
      doubts.add(
          new ReadCell.Doubt(
              rule,
              true,
              side.unknown(),
              "模板%s中%s的一项".formatted(template, field),
              "%s标题“%s”在模板%s中没有说明，%s的数都没有收下。请改正，或在模板的%s中写明它的意思"
                  .formatted(what, side.unknown(), template, range, field),
              range));
    }
  }

  private String range(int lastRow, int lastColumn) {
    return new CellRangeAddress(cell.row(), lastRow, cell.column(), lastColumn).formatAsString();
  }

  private List<Template.Meaning> meanings() {
    return List.of(context.template().table(), row.meaning(), column.meaning());
  }

  /** What is said by the table, the row and the column, without repeats. */
  private <T> List<T> said(Function<Template.Meaning, T> part) {
    List<T> said = new ArrayList<>();
    for (Template.Meaning meaning : meanings()) {
      T value = part.apply(meaning);
      if (value != null && !said.contains(value)) {
        said.add(value);
      }
    }
    return said;
  }

  private Measure measure(Indicator indicator) {
    Measure measure = doubts.one("measure", said(Template.Meaning::measure));
    if (measure != null) {
      return measure;
    }
    return indicator.kind() == IndicatorKind.growth_only || isIndex() ? Measure.YOY : Measure.LEVEL;
  }

  private int years() {
    return meanings().stream().mapToInt(Template.Meaning::years).sum();
  }

  private boolean isIndex() {
    return meanings().stream().anyMatch(Template.Meaning::index);
  }

  private boolean isBreak(TimePeriod period) {
    return meanings().stream().anyMatch(m -> m.breaks().contains(period.year()));
  }

  private String note() {
    List<String> marks = new ArrayList<>(row.marks());
    marks.addAll(column.marks());
    if (cell.number() == null) {
      marks.addAll(Label.of(cell.text()).marks());
    }
    List<String> notes = new ArrayList<>();
    for (String line : context.table().notes()) {
      boolean marked = marks.stream().anyMatch(line::startsWith);
      boolean general = line.matches("^(注|备注|说明|附注).*");
      if (marked || general) {
        notes.add(line);
      }
    }
    return String.join(" ", notes);
  }
}
