package org.diaodu.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** The list of findings in a marked copy that a sender corrected and sent back. */
  private static final String FEEDBACK_SHEET = "核对说明";

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
    return of(pack, pack.templates());
  }

  /**
   * Templates from texts by file name, for a pack.
   *
   * @throws InvalidPackException with every fault, where there is one
   */
  public static Templates of(RegionPack pack, Map<String, String> texts) {
    List<PackFault> faults = new ArrayList<>();
    List<Template> templates = read(pack, texts, faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(pack.name(), faults);
    }
    return new Templates(pack, templates);
  }

  /** Adds everything that is wrong with the templates of a pack; gives their number. */
  public static int examine(RegionPack pack, List<PackFault> faults) {
    return read(pack, pack.templates(), faults).size();
  }

  private static List<Template> read(
      RegionPack pack, Map<String, String> texts, List<PackFault> faults) {
    List<Template> templates = new ArrayList<>();
    texts.forEach(
        (file, text) -> TemplateReader.read(file, text, pack, faults).ifPresent(templates::add));
    return templates;
  }

  /** What the templates make of a book; nothing of it is read yet. */
  public BookPlan plan(Book book) {
    return new BookPlan(
        book.grids().stream()
            .map(grid -> new SheetPlan(grid, TemplateChoice.of(grid, templates)))
            .toList());
  }

  /** The sheets of a book, each with the tables that were found on it. */
  public final class BookPlan {
    private final List<SheetPlan> sheets;

    private BookPlan(List<SheetPlan> sheets) {
      this.sheets = sheets;
    }

    /** Whether any table is known. */
    public boolean anyTable() {
      return sheets.stream().anyMatch(sheet -> !sheet.choices.isEmpty());
    }

    /**
     * What became of every cell of the book that holds a figure: read, left out for a reason, or
     * refused. Read as it is asked for, so that a large book never stands in memory twice.
     *
     * @param received the day on which it was received
     */
    public Iterator<ReadCell> cells(LocalDate received) {
      return cells(new Publication(null, received));
    }

    /** The same, of a book of which the day of publication may be known. */
    public Iterator<ReadCell> cells(Publication publication) {
      return new InTurn<>(sheets.stream().flatMap(sheet -> parts(sheet, publication)).iterator());
    }
  }

  /** Whether a sheet is the list of findings in a marked copy that was sent back. */
  public static boolean isFeedback(Grid grid) {
    return grid.sheet().equals(FEEDBACK_SHEET);
  }

  private record SheetPlan(Grid grid, List<TemplateChoice> choices) {}

  private Stream<Supplier<Iterator<ReadCell>>> parts(SheetPlan sheet, Publication publication) {
    Grid grid = sheet.grid;
    if (grid.hidden()) {
      return Stream.of(
          () ->
              map(
                  numbers(grid, List.of()),
                  c -> ReadCell.ignored(grid.sheet(), c, "hidden_sheet")));
    }
    if (isFeedback(grid)) {
      return Stream.of(
          () -> map(numbers(grid, List.of()), c -> ReadCell.ignored(grid.sheet(), c, "feedback")));
    }
    Stream<Supplier<Iterator<ReadCell>>> tables =
        sheet.choices.stream()
            .map(
                choice ->
                    () ->
                        choice.rivals().isEmpty()
                            ? TableReading.of(choice.table(), choice.template(), pack, publication)
                            : ambiguous(choice));
    if (sheet.choices.isEmpty()) {
      return Stream.of(() -> noTemplate(grid));
    }
    List<FoundTable> known = sheet.choices.stream().map(TemplateChoice::table).toList();
    List<FoundTable> unknown = TemplateChoice.unknown(grid, templates, known);
    Stream<Supplier<Iterator<ReadCell>>> refused =
        unknown.stream().map(table -> () -> noTemplate(table));
    List<FoundTable> all = Stream.concat(known.stream(), unknown.stream()).toList();
    return Stream.of(
            tables,
            refused,
            Stream.<Supplier<Iterator<ReadCell>>>of(() -> LooseFigures.of(grid, all)))
        .flatMap(parts -> parts);
  }

  private static Iterator<ReadCell> ambiguous(TemplateChoice choice) {
    List<String> names = new ArrayList<>();
    names.add(choice.template().name());
    choice.rivals().forEach(t -> names.add(t.name()));
    String all = String.join("、", names);
    return refused(
        choice.table().grid(),
        choice.table().figures().iterator(),
        new ReadCell.Doubt(
            "ambiguous_template",
            true,
            all,
            "一个模板",
            "模板%s都同样适用于这张表，无法判断用哪个。请改正模板的title或表头".formatted(all)));
  }

  private Iterator<ReadCell> noTemplate(Grid grid) {
    String title = grid.titlesAbove().stream().findFirst().or(() -> firstText(grid)).orElse("");
    Map<Template, List<FoundTable>> tables = new LinkedHashMap<>();
    templates.forEach(t -> tables.put(t, FoundTable.find(grid, t.rows().labels())));
    return refused(
        grid, numbers(grid, List.of()), NearestTemplate.doubt(grid.sheet(), title, tables, null));
  }

  private Iterator<ReadCell> noTemplate(FoundTable table) {
    List<GridCell> figures = table.figures();
    if (figures.isEmpty()) {
      return Collections.emptyIterator();
    }
    Map<Template, List<FoundTable>> tables = new LinkedHashMap<>();
    for (Template template : templates) {
      boolean meant = template.rows().labels().contains(table.rowLabelHeader());
      tables.put(template, meant ? List.of(table) : List.of());
    }
    String title = table.titles().stream().findFirst().orElse(table.rowLabelHeader());
    return refused(
        table.grid(),
        figures.iterator(),
        NearestTemplate.doubt(table.grid().sheet(), title, tables, table.range()));
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
  private static Iterator<ReadCell> refused(
      Grid grid, Iterator<GridCell> cells, ReadCell.Doubt doubt) {
    boolean[] said = {false};
    return map(
        cells,
        cell -> {
          List<ReadCell.Doubt> doubts = said[0] ? List.of() : List.of(doubt);
          said[0] = true;
          return ReadCell.refused(grid.sheet(), cell, doubts);
        });
  }

  /** The cells that hold a number and stand in none of the tables. */
  private static Iterator<GridCell> numbers(Grid grid, List<FoundTable> tables) {
    return new InTurn<>(
        IntStream.range(0, grid.rowCount())
            .<Supplier<Iterator<GridCell>>>mapToObj(
                row ->
                    () ->
                        grid.row(row).stream()
                            .filter(cell -> tables.stream().noneMatch(t -> t.holds(cell)))
                            .filter(Templates::isNumber)
                            .iterator())
            .iterator());
  }

  private static <A, B> Iterator<B> map(Iterator<A> from, Function<A, B> to) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return from.hasNext();
      }

      @Override
      public B next() {
        return to.apply(from.next());
      }
    };
  }

  /** Whether a cell holds a number, be it in a cell of text. */
  public static boolean isNumber(GridCell cell) {
    return cell.number() != null || PrintedFigure.of(cell.text()).digits() != null;
  }

  /** How many figures a book holds, counted apart from reading them. */
  public static long figures(Book book) {
    long figures = 0;
    for (Grid grid : book.grids()) {
      for (int row = 0; row < grid.rowCount(); row++) {
        figures += grid.row(row).stream().filter(Templates::isNumber).count();
      }
    }
    return figures;
  }
}
