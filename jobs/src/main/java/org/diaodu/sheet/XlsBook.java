package org.diaodu.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;

/** {@code .xls}: BIFF8 in an OLE 2 container. */
final class XlsBook {
  private XlsBook() {}

  static Book read(Path file) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntry("EncryptionInfo") || root.hasEntry("EncryptedPackage")) {
        throw encrypted();
      }
      try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
        WorkbookParts.sheets(workbook.getNumberOfSheets());
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
          boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
          grids.add(grid(workbook.getSheetAt(i), hidden));
          WorkbookParts.cells(grids);
        }
        return new Book(grids, root.hasEntry("_VBA_PROJECT_CUR") || root.hasEntry("Macros"), false);
      }
    } catch (EncryptedDocumentException e) {
      throw encrypted();
    } catch (OldExcelFormatException e) {
      throw new UnreadableSheetException(
          "old_excel", "Excel 95或更早的格式", "Excel 97或更新的格式", "文件是Excel 95或更早的格式。请另存为xlsx后重新报送");
    } catch (UnreadableSheetException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw WorkbookParts.damaged(e);
    }
  }

  static UnreadableSheetException encrypted() {
    return new UnreadableSheetException(
        "password_protected", "加密的文件", "没有密码的文件", "文件有打开密码，无法读取。请去掉密码后重新报送");
  }

  private static Grid grid(Sheet sheet, boolean hidden) {
    Grid.Builder grid = new Grid.Builder(sheet.getSheetName(), hidden);
    DataFormatter dates = new DataFormatter();
    for (Row row : sheet) {
      if (row.getZeroHeight()) {
        grid.hideRow(row.getRowNum());
      }
      for (Cell cell : row) {
        GridCell read = cell(cell, dates);
        if (read != null) {
          grid.add(read);
          if (sheet.isColumnHidden(cell.getColumnIndex())) {
            grid.hideColumn(cell.getColumnIndex());
          }
        }
      }
    }
    sheet
        .getMergedRegions()
        .forEach(
            m ->
                grid.merge(
                    new Merge(
                        m.getFirstRow(), m.getFirstColumn(), m.getLastRow(), m.getLastColumn())));
    return grid.build();
  }

  private static String text(HSSFRichTextString rich, Cell cell) {
    String whole = rich.getString();
    Workbook workbook = cell.getSheet().getWorkbook();
    RichText text = new RichText();
    int runs = rich.numFormattingRuns();
    text.add(whole.substring(0, runs == 0 ? whole.length() : index(rich, 0)), false, false);
    for (int run = 0; run < runs; run++) {
      Font font = workbook.getFontAt(rich.getFontOfFormattingRun(run));
      text.add(
          whole.substring(index(rich, run), run + 1 < runs ? index(rich, run + 1) : whole.length()),
          font.getTypeOffset() == Font.SS_SUPER,
          font.getStrikeout());
    }
    return text.toString();
  }

  private static int index(HSSFRichTextString rich, int run) {
    return Math.min(rich.getIndexOfFormattingRun(run), rich.length());
  }

  private static GridCell cell(Cell cell, DataFormatter dates) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    CellStyle style = cell.getCellStyle();
    String format = style.getDataFormatString();
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    return switch (type) {
      case STRING ->
          new GridCell(
              row,
              column,
              text((HSSFRichTextString) cell.getRichStringCellValue(), cell),
              null,
              -1,
              false,
              formula,
              style.getIndention());
      case NUMERIC ->
          WorkbookParts.number(
              row,
              column,
              new BigDecimal(Double.toString(cell.getNumericCellValue())),
              DateUtil.isADateFormat(style.getDataFormat(), format)
                  ? dates.formatRawCellContents(
                      cell.getNumericCellValue(), style.getDataFormat(), format)
                  : null,
              format,
              formula);
      case BOOLEAN -> GridCell.text(row, column, String.valueOf(cell.getBooleanCellValue()));
      case ERROR -> GridCell.text(row, column, "#ERROR");
      default -> null;
    };
  }
}
