package org.diaodu.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One sheet: its cells that hold something, what is merged, and what is hidden. */
public final class Grid {
  private final String sheet;
  private final boolean hidden;
  private final List<String> titlesAbove;
  private final TreeMap<Integer, TreeMap<Integer, GridCell>> rows;
  private final Map<Integer, List<Merge>> mergesByRow;
  private final Set<Integer> hiddenRows;
  private final Set<Integer> hiddenColumns;
  private final Looks.Judged looks;
  private final int columns;
  private final int cellCount;

  private Grid(Builder builder) {
    this.sheet = builder.sheet;
    this.hidden = builder.hidden;
    this.titlesAbove = List.copyOf(builder.titlesAbove);
    this.rows = builder.rows;
    this.mergesByRow = builder.mergesByRow;
    this.hiddenRows = Set.copyOf(builder.hiddenRows);
    this.hiddenColumns = Set.copyOf(builder.hiddenColumns);
    this.looks = builder.looks.judged(builder.rows);
    this.columns = builder.columns;
    this.cellCount = builder.cellCount;
  }

  /** Name of the sheet. */
  public String sheet() {
    return sheet;
  }

  /** Whether the sheet as a whole is hidden. */
  public boolean hidden() {
    return hidden;
  }

  /** Text that stands above the sheet's first row, as in a page around a table. */
  public List<String> titlesAbove() {
    return titlesAbove;
  }

  /** One more than the last row that holds something. */
  public int rowCount() {
    return rows.isEmpty() ? 0 : rows.lastKey() + 1;
  }

  /** One more than the last column that holds something. */
  public int columnCount() {
    return columns;
  }

  /** How many cells hold something. */
  public int cellCount() {
    return cellCount;
  }

  /**
   * How many numbers may look otherwise than they are stored, by conditions that are not known
   * here.
   */
  public int unjudgedLooks() {
    return looks.unjudged();
  }

  /** The cells of a row that hold something, from the left. */
  public Collection<GridCell> row(int row) {
    TreeMap<Integer, GridCell> cells = rows.get(row);
    return cells == null ? List.of() : cells.values();
  }

  /** The cell at a place itself; empty where it holds nothing. */
  public Optional<GridCell> cell(int row, int column) {
    TreeMap<Integer, GridCell> cells = rows.get(row);
    return cells == null ? Optional.empty() : Optional.ofNullable(cells.get(column));
  }

  /** What a reader sees at a place: of merged cells the one that stands for them. */
  public Optional<GridCell> shown(int row, int column) {
    Optional<Merge> merge = merge(row, column);
    return merge.isPresent()
        ? cell(merge.get().firstRow(), merge.get().firstColumn())
        : cell(row, column);
  }

  /** The merge that covers a place. */
  public Optional<Merge> merge(int row, int column) {
    for (Merge merge : mergesByRow.getOrDefault(row, List.of())) {
      if (merge.covers(row, column)) {
        return Optional.of(merge);
      }
    }
    return Optional.empty();
  }

  /** The text of one of its cells as a reader takes it in: without what is struck out or hidden. */
  public String seen(GridCell cell) {
    Discrepancy look = looks.against().get(cell.address());
    boolean hidden =
        hiddenRows.contains(cell.row())
            || hiddenColumns.contains(cell.column())
            || (look != null && look.isHidden());
    return hidden ? "" : RichText.withoutStruck(cell.text());
  }

  /** Why the value of one of its cells must not be taken; empty where nothing is against it. */
  public Optional<Discrepancy> discrepancy(GridCell cell) {
    if (hiddenRows.contains(cell.row()) || hiddenColumns.contains(cell.column())) {
      return Optional.of(Discrepancy.hiddenRowOrColumn(cell.text()));
    }
    boolean covered =
        merge(cell.row(), cell.column())
            .filter(m -> m.firstRow() != cell.row() || m.firstColumn() != cell.column())
            .isPresent();
    return covered
        ? Optional.of(Discrepancy.mergedOver(cell.text()))
        : Optional.ofNullable(looks.against().getOrDefault(cell.address(), cell.discrepancy()));
  }

  /** Fills a grid; refuses what is too much to be a statistical table. */
  static final class Builder {
    private final String sheet;
    private final boolean hidden;
    private final List<String> titlesAbove = new ArrayList<>();
    private final TreeMap<Integer, TreeMap<Integer, GridCell>> rows = new TreeMap<>();
    private final Map<Integer, List<Merge>> mergesByRow = new HashMap<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final Looks looks = new Looks();
    private int columns;
    private int cellCount;
    private int mergedRows;

    Builder(String sheet, boolean hidden) {
      this.sheet = sheet;
      this.hidden = hidden;
    }

    void titleAbove(String text) {
      titlesAbove.add(text);
    }

    /** Adds a cell unless it is blank. */
    void add(GridCell cell) {
      if (cell.number() == null && cell.text().isBlank()) {
        return;
      }
      Limits.check(cell);
      Limits.checkCount(++cellCount);
      TreeMap<Integer, GridCell> row = rows.computeIfAbsent(cell.row(), r -> new TreeMap<>());
      if (row.put(cell.column(), cell) != null) {
        throw new IllegalArgumentException(
            "Cannot read %s: the cell is there twice".formatted(cell.address()));
      }
      columns = Math.max(columns, cell.column() + 1);
    }

    void merge(Merge merge) {
      if (merge.firstRow() == merge.lastRow() && merge.firstColumn() == merge.lastColumn()) {
        return;
      }
      // A merge that runs to the end of the sheet matters only as far as there is something.
      int last = Math.min(merge.lastRow(), merge.firstRow() + Limits.MERGED_ROWS_OF_ONE);
      Limits.checkMerged(mergedRows += Math.max(0, last - merge.firstRow() + 1));
      for (int row = merge.firstRow(); row <= last; row++) {
        mergesByRow.computeIfAbsent(row, r -> new ArrayList<>()).add(merge);
      }
    }

    void hideRow(int row) {
      hiddenRows.add(row);
    }

    void hideColumn(int column) {
      hiddenColumns.add(column);
    }

    /** What is to be told of how its cells look. */
    Looks looks() {
      return looks;
    }

    Grid build() {
      return new Grid(this);
    }
  }
}
