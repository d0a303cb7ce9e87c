package org.diaodu.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/**
 * A sheet of a form that came back, wherever it was copied to. Columns are found by their headers
 * and rows by their codes; a row whose labels are not those of its code is not taken, since nobody
 * knows which of the two was meant.
 *
 * @param lines rows of a key, and rows without one in which something was filled in
 * @param remarks what was changed beside the cells to be filled in
 */
public record FormTable(
    Grid grid,
    FormSignature signature,
    Map<String, Integer> columns,
    List<FormLine> lines,
    List<FormRemark> remarks) {

  /** Headers by which a sheet is a form, also when all its codes were deleted. */
  private static final int TELLING_HEADERS = 5;

  private static final Set<String> HEADERS =
      Arrays.stream(FormKind.values())
          .flatMap(kind -> kind.headers().stream())
          .collect(Collectors.toSet());

  /**
   * Headers that no other sheet has: of what was known when the form was made, and of the codes.
   */
  private static final Set<String> OWN_HEADERS =
      Stream.concat(
              Arrays.stream(FormKind.values())
                  .flatMap(kind -> kind.known().stream())
                  .map(FormKind.Column::header),
              Stream.of(FormKind.CODE))
          .collect(Collectors.toSet());

  /** The form on a sheet; empty where it is none. */
  public static Optional<FormTable> of(Grid grid, RegionPack pack) {
    if (grid.hidden()) {
      return Optional.empty();
    }
    return header(grid)
        .map(header -> new FormReading(grid, pack, header).table())
        .or(() -> hasCodes(grid) ? Optional.of(FormReading.withoutHeader(grid)) : Optional.empty());
  }

  /** This table, signed by another sheet of the same form. */
  public FormTable signedBy(FormSignature other) {
    return new FormTable(grid, other, columns, lines, remarks);
  }

  /** Address of a field in a row, with the sheet. */
  public String address(int row, FormField field) {
    return grid.sheet() + "!" + GridCell.address(row, columns.getOrDefault(field.header(), 0));
  }

  private static boolean hasCodes(Grid grid) {
    return IntStream.range(0, grid.rowCount())
        .anyMatch(row -> grid.row(row).stream().anyMatch(cell -> RowCode.isLike(cell.text())));
  }

  /**
   * The row of headers.
   *
   * @param kind what the sheet asks
   * @param columns position of each header, from 0
   * @param repeated headers that stand there twice
   */
  record Header(int row, FormKind kind, Map<String, Integer> columns, List<String> repeated) {}

  /** 地区, 指标, 口径, 单位, 时期 stand over any list of figures, too. */
  private static boolean mayBeHeader(Collection<GridCell> row) {
    return among(row, HEADERS) >= TELLING_HEADERS && among(row, OWN_HEADERS) >= 1;
  }

  private static long among(Collection<GridCell> row, Set<String> headers) {
    return row.stream().filter(cell -> headers.contains(cell.text().strip())).count();
  }

  private static Optional<Header> header(Grid grid) {
    for (int row = 0; row < grid.rowCount(); row++) {
      if (!mayBeHeader(grid.row(row))) {
        continue;
      }
      Map<String, Integer> columns = new HashMap<>();
      List<String> repeated = new ArrayList<>();
      for (GridCell cell : grid.row(row)) {
        String text = cell.text().strip();
        if (columns.putIfAbsent(text, cell.column()) != null) {
          repeated.add(text);
        }
      }
      Map<FormKind, Long> known = new EnumMap<>(FormKind.class);
      for (FormKind kind : FormKind.values()) {
        known.put(kind, kind.headers().stream().filter(columns::containsKey).count());
      }
      FormKind kind =
          known.entrySet().stream()
              .max(Map.Entry.<FormKind, Long>comparingByValue())
              .orElseThrow()
              .getKey();
      if (known.get(kind) >= TELLING_HEADERS) {
        List<String> own = kind.headers();
        return Optional.of(
            new Header(
                row,
                kind,
                columns.entrySet().stream()
                    .filter(column -> own.contains(column.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                repeated.stream().filter(own::contains).toList()));
      }
    }
    return Optional.empty();
  }
}
