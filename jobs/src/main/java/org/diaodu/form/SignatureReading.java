package org.diaodu.form;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/** Reads what stands above the header of a form: whose it is, and who signed it. */
final class SignatureReading {
  private final Grid grid;
  private final int headerRow;
  private final Map<String, GridCell> labels;

  private SignatureReading(Grid grid, int headerRow) {
    this.grid = grid;
    this.headerRow = headerRow;
    this.labels =
        IntStream.range(0, headerRow)
            .boxed()
            .flatMap(row -> grid.row(row).stream())
            .filter(cell -> isLabel(cell.text()))
            .collect(Collectors.toMap(cell -> cell.text().strip(), cell -> cell, (a, b) -> a));
  }

  /** The signature above a row of headers; blank parts where there is none. */
  static FormSignature above(Grid grid, int headerRow) {
    return new SignatureReading(grid, headerRow).signature();
  }

  private FormSignature signature() {
    return new FormSignature(
        text(FormHead.UNIT),
        text(FormHead.PERIOD),
        text(FormHead.FILLED_BY),
        text(FormHead.CHECKED_BY),
        beside(FormHead.FILLED_ON).orElse(null),
        grid.sheet() + "!" + addressOfTheDay());
  }

  private String addressOfTheDay() {
    Optional<GridCell> day = beside(FormHead.FILLED_ON);
    if (day.isPresent()) {
      return day.get().address();
    }
    GridCell label = labels.get(FormHead.FILLED_ON);
    return label == null
        ? GridCell.address(headerRow, 0)
        : GridCell.address(label.row(), label.column() + 1);
  }

  private String text(String label) {
    return beside(label).map(cell -> cell.text().strip()).orElse("");
  }

  /**
   * What stands to the right of a label, before the next one; columns may have been put between.
   */
  private Optional<GridCell> beside(String name) {
    return Optional.ofNullable(labels.get(name))
        .flatMap(
            label ->
                grid.row(label.row()).stream()
                    .filter(cell -> cell.column() > label.column())
                    .findFirst()
                    .filter(cell -> !isLabel(cell.text())));
  }

  private static boolean isLabel(String text) {
    return FormHead.GIVEN.contains(text.strip()) || FormHead.SIGNED.contains(text.strip());
  }
}
