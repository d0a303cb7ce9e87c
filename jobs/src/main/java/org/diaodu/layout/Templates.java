package org.diaodu.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.region.InvalidPackException;
import org.diaodu.region.PackFault;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/**
 * The templates of a pack, and what they make of a book. For each table the one is taken that knows
 * most of its headers; two that know as much are an error, and none leaves the cells refused.
 */
public final class Templates implements java.io.Serializable {
  private static final long serialVersionUID = 1L;

  private final RegionPack pack;
  private final List<Template> templates;

  private Templates(RegionPack pack, List<Template> templates) {
    this.pack = pack;
    this.templates = templates;
  }

  /**
   * The templates of a pack.
   *
   * @throws InvalidPackException with every fault, where there is one
   */
  public static Templates of(RegionPack pack) {
    List<PackFault> faults = new ArrayList<>();
    List<Template> templates = read(pack, faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(pack.name(), faults);
    }
    return new Templates(pack, templates);
  }

  /** Adds everything that is wrong with the templates of a pack; gives their number. */
  public static int examine(RegionPack pack, List<PackFault> faults) {
    return read(pack, faults).size();
  }

  private static List<Template> read(RegionPack pack, List<PackFault> faults) {
    List<Template> templates = new ArrayList<>();
    pack.templates()
        .forEach(
            (file, text) ->
                TemplateReader.read(file, text, pack, faults).ifPresent(templates::add));
    return templates;
  }

  /**
   * What became of every cell of a book that holds a figure: read, left out for a reason, or
   * refused.
   *
   * @param received the day on which it was received
   */
  public List<ReadCell> read(Book book, LocalDate received) {
    List<ReadCell> cells = new ArrayList<>();
    for (Grid grid : book.grids()) {
      cells.addAll(read(grid, received));
    }
    return cells;
  }

  private List<ReadCell> read(Grid grid, LocalDate received) {
    if (grid.hidden()) {
      return numbers(grid, Set.of()).stream()
          .map(cell -> ReadCell.ignored(grid.sheet(), cell, "hidden_sheet"))
          .toList();
    }
    List<Choice> choices = choices(grid);
    Set<String> met = new HashSet<>();
    List<ReadCell> cells = new ArrayList<>();
    for (Choice choice : choices) {
      List<ReadCell> of =
          choice.equals.isEmpty()
              ? TableReading.of(choice.table, choice.template, pack, received)
              : ambiguous(choice);
      of.forEach(cell -> met.add(cell.cell().address()));
      cells.addAll(of);
    }
    List<GridCell> others = numbers(grid, met);
    cells.addAll(choices.isEmpty() ? noTemplate(grid, others) : outside(grid, others));
    return cells;
  }

  /** The best template for a table, and others that are as good. */
  private record Choice(FoundTable table, Template template, int fit, List<Template> equals) {}

  private List<Choice> choices(Grid grid) {
    List<Choice> choices = new ArrayList<>();
    for (Template template : templates) {
      for (FoundTable table : FoundTable.find(grid, template.rows().labels())) {
        boolean titled = template.titles().stream().allMatch(table.title()::contains);
        int fit = titled ? TableReading.fit(table, template) : 0;
        if (fit > 0) {
          add(choices, new Choice(table, template, fit, List.of()));
        }
      }
    }
    return choices;
  }

  private static void add(List<Choice> choices, Choice found) {
    for (int i = 0; i < choices.size(); i++) {
      Choice other = choices.get(i);
      if (overlap(other.table, found.table)) {
        if (found.fit > other.fit) {
          choices.set(i, found);
        } else if (found.fit == other.fit) {
          List<Template> equals = new ArrayList<>(other.equals);
          equals.add(found.template);
          choices.set(i, new Choice(other.table, other.template, other.fit, equals));
        }
        return;
      }
    }
    choices.add(found);
  }

  private static boolean overlap(FoundTable a, FoundTable b) {
    return a.bodyRow() <= b.lastRow()
        && b.bodyRow() <= a.lastRow()
        && a.dataColumn() <= b.lastColumn()
        && b.dataColumn() <= a.lastColumn();
  }

  private static List<ReadCell> ambiguous(Choice choice) {
    List<String> names = new ArrayList<>();
    names.add(choice.template.name());
    choice.equals.forEach(t -> names.add(t.name()));
    ReadCell.Doubt doubt =
        new ReadCell.Doubt(
            "ambiguous_template",
            true,
            String.join("、", names),
            "一个模板",
            "模板%s都同样适用于这张表，无法判断用哪个。请改正模板的title或表头".formatted(String.join("、", names)));
    return refused(choice.table.grid(), choice.table.figures(), doubt);
  }

  private List<ReadCell> noTemplate(Grid grid, List<GridCell> numbers) {
    String title = grid.titlesAbove().stream().findFirst().or(() -> firstText(grid)).orElse("");
    String known = templates.stream().map(Template::name).collect(Collectors.joining("、"));
    ReadCell.Doubt doubt =
        new ReadCell.Doubt(
            "no_template",
            true,
            title,
            known,
            "表“%s”（标题“%s”，%d个数）没有适用的模板。请核对表题和表头，或用 diaodu learn 起草一个模板"
                .formatted(grid.sheet(), title, numbers.size()));
    return refused(grid, numbers, doubt);
  }

  private static java.util.Optional<String> firstText(Grid grid) {
    for (int row = 0; row < grid.rowCount(); row++) {
      for (GridCell cell : grid.row(row)) {
        if (cell.number() == null) {
          return java.util.Optional.of(cell.text().strip());
        }
      }
    }
    return java.util.Optional.empty();
  }

  /** All refused; what is wrong with them together is said once, at the first. */
  private static List<ReadCell> refused(Grid grid, List<GridCell> cells, ReadCell.Doubt doubt) {
    List<ReadCell> refused = new ArrayList<>();
    for (GridCell cell : cells) {
      refused.add(
          ReadCell.refused(grid.sheet(), cell, refused.isEmpty() ? List.of(doubt) : List.of()));
    }
    return refused;
  }

  private static List<ReadCell> outside(Grid grid, List<GridCell> numbers) {
    return numbers.stream()
        .map(cell -> ReadCell.ignored(grid.sheet(), cell, "outside_table"))
        .toList();
  }

  /** The cells that hold a number and were not met yet. */
  private static List<GridCell> numbers(Grid grid, Set<String> met) {
    List<GridCell> numbers = new ArrayList<>();
    for (int row = 0; row < grid.rowCount(); row++) {
      for (GridCell cell : grid.row(row)) {
        if (isNumber(cell) && !met.contains(cell.address())) {
          numbers.add(cell);
        }
      }
    }
    return numbers;
  }

  /** Whether a cell holds a number, be it in a cell of text. */
  public static boolean isNumber(GridCell cell) {
    return cell.number() != null || PrintedFigure.of(cell.text()).digits() != null;
  }

  /** How many figures a book holds, counted apart from reading them. */
  public static long figures(Book book) {
    return book.grids().stream().mapToLong(grid -> numbers(grid, Set.of()).size()).sum();
  }

  Map<String, Template> byName() {
    return templates.stream().collect(Collectors.toMap(Template::name, t -> t));
  }
}
