package org.diaodu.sheet;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A book of any kind as a new OOXML workbook: values and merged cells, at the same addresses. */
public final class GridCopy {
  private GridCopy() {}

  /** The workbook; the caller closes it. */
  public static XSSFWorkbook of(Book book) {
    XSSFWorkbook workbook = new XSSFWorkbook();
    for (Grid grid : book.grids()) {
      copy(grid, workbook.createSheet(WorkbookUtil.createSafeSheetName(grid.sheet())));
    }
    return workbook;
  }

  private static void copy(Grid grid, Sheet sheet) {
    for (int number = 0; number < grid.rowCount(); number++) {
      Row row = sheet.createRow(number);
      for (GridCell from : grid.row(number)) {
        Cell to = row.createCell(from.column());
        if (from.number() == null || from.percent()) {
          to.setCellValue(from.percent() ? from.text() + "%" : from.text());
        } else {
          to.setCellValue(from.number().doubleValue());
        }
        grid.merge(from.row(), from.column())
            .filter(m -> m.firstRow() == from.row() && m.firstColumn() == from.column())
            .ifPresent(
                m ->
                    sheet.addMergedRegionUnsafe(
                        new CellRangeAddress(
                            m.firstRow(), m.lastRow(), m.firstColumn(), m.lastColumn())));
      }
    }
  }
}
