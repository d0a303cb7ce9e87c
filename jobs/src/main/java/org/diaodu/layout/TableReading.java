package org.diaodu.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.diaodu.domain.Measure;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.GridCell;

/**
 * Walks over one table by its template. What a cell means is what its table, its row and its column
 * say together; where they contradict each other, or leave something open, the cell is refused.
 */
final class TableReading {
  /** Reason under which a template leaves out the column that states the units of the rows. */
  private static final String UNIT_COLUMN = "unit";

  private final TableContext context;
  private final FoundTable table;
  private final Template template;
  private final Map<Integer, CellSide> columns = new HashMap<>();
  private final Set<CellSide> told = Collections.newSetFromMap(new IdentityHashMap<>());

  private TableReading(TableContext context) {
    this.context = context;
    this.table = context.table();
    this.template = context.template();
    for (int column = table.dataColumn(); column <= table.lastColumn(); column++) {
      columns.put(column, CellSide.column(table, template.columns(), column));
    }
  }

  /** What became of every cell of the table's body. */
  static Iterator<ReadCell> of(
      FoundTable table, Template template, RegionPack pack, Publication publication) {
    return new TableReading(TableContext.of(table, template, pack, publication)).cells();
  }

  /** How many columns and rows of the table the template knows; zero where it does not fit. */
  static int fit(FoundTable table, Template template) {
    int read = 0;
    int known = 0;
    for (int column = table.dataColumn(); column <= table.lastColumn(); column++) {
      List<Label> header = table.header(column);
      if (!header.isEmpty()) {
        Optional<Template.Entry> entry =
            CellSide.entry(template.columns(), CellSide.paths(header, List.of()), header);
        read += entry.isPresent() || template.columns().areas() ? 1 : 0;
        List<String> path = List.of(CellSide.join(header));
        known +=
            LabelPath.first(template.columns().ignored().keySet(), path, header).isPresent()
                ? 1
                : 0;
      }
    }
    if (read == 0) {
      return 0;
    }
    if (!template.rows().entries().isEmpty()) {
      for (String name : table.rowNames()) {
        known += CellSide.entry(template.rows(), List.of(name), List.of()).isPresent() ? 1 : 0;
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
    List<GridCell> figures = table.figuresOf(row);
    CellSide side = rowSide(row, parents);
    boolean numbering = isNumbering(side, figures);
    for (GridCell cell : figures) {
      cells.add(
          numbering
              ? ReadCell.ignored(context.sheet(), cell, "column_number")
              : cell(cell, side, columns.get(cell.column())));
    }
    return cells;
  }

  /** The row 甲 1 2 3 that numbers the columns of a form. */
  private static boolean isNumbering(CellSide row, List<GridCell> figures) {
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
  private CellSide rowSide(int row, Deque<Map.Entry<Integer, Label>> parents) {
    Optional<GridCell> cell = table.rowLabel(row);
    if (cell.isEmpty()) {
      return CellSide.of(template.rows(), List.of(), List.of());
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
    return CellSide.of(template.rows(), List.of(label), above);
  }

  private ReadCell cell(GridCell cell, CellSide row, CellSide column) {
    boolean isAbsent = cell.number() == null && PrintedFigure.of(cell.text()).absent();
    if (column.labels().isEmpty()) {
      return ReadCell.ignored(context.sheet(), cell, isAbsent ? "no_figure" : "no_header");
    }
    String ignored = row.ignored() != null ? row.ignored() : column.ignored();
    if (ignored != null) {
      return ReadCell.ignored(context.sheet(), cell, isAbsent ? "no_figure" : ignored);
    }
    return isAbsent
        ? absent(cell, row, column)
        : CellMeaning.of(context, cell, row, column, beside(cell), told);
  }

  /** A cell that says that there is no figure, with what there is none of, as far as it is said. */
  private ReadCell absent(GridCell cell, CellSide row, CellSide column) {
    Set<CellSide> untold = Collections.newSetFromMap(new IdentityHashMap<>());
    ReadCell meant = CellMeaning.of(context, cell, row, column, beside(cell), untold);
    return ReadCell.absent(context.sheet(), cell, meant.fields());
  }

  private CellMeaning.Beside beside(GridCell cell) {
    return new CellMeaning.Beside(unitBeside(cell.row()), levelBeside(cell.column()));
  }

  /** The period of the nearest amounts on the left, where a column's header has none of its own. */
  private PeriodPhrase levelBeside(int column) {
    if (!columns.get(column).period().filter(PeriodPhrase::isNone).isPresent()) {
      return PeriodPhrase.NONE;
    }
    for (int left = column - 1; left >= table.dataColumn(); left--) {
      CellSide side = columns.get(left);
      Measure measure = side.meaning().measure();
      if (side.ignored() == null && (measure == null || !measure.isGrowth())) {
        return side.period().orElse(PeriodPhrase.NONE);
      }
    }
    return PeriodPhrase.NONE;
  }

  /** The unit that a column of its own states for a row. */
  private String unitBeside(int row) {
    for (Map.Entry<Integer, CellSide> column : columns.entrySet()) {
      if (UNIT_COLUMN.equals(column.getValue().ignored())) {
        return table.grid().shown(row, column.getKey()).map(c -> Label.normal(c.text())).orElse("");
      }
    }
    return "";
  }
}
