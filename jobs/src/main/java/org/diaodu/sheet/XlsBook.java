package org.diaodu.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.RecalcIdRecord;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
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
          grids.add(grid(workbook.getSheetAt(i), hidden, look(workbook)));
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

  private static SheetLook look(HSSFWorkbook workbook) {
    boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    RecalcIdRecord computedBy =
        (RecalcIdRecord) workbook.getInternalWorkbook().findFirstRecordBySid(RecalcIdRecord.sid);
    SheetLook.Formulas formulas = SheetLook.Formulas.unknown;
    if (computedBy != null) {
      formulas =
          computedBy.getEngineId() == 0 ? SheetLook.Formulas.never : SheetLook.Formulas.computed;
    }
    return new SheetLook(true, from1904, formulas);
  }

  private static Grid grid(Sheet sheet, boolean hidden, SheetLook workbook) {
    Grid.Builder grid = new Grid.Builder(sheet.getSheetName(), hidden);
    SheetLook look = workbook.withZeros(sheet.isDisplayZeros());
    for (Row row : sheet) {
      if (row.getZeroHeight() || row.getHeight() == 0) {
        grid.hideRow(row.getRowNum());
      }
      for (Cell cell : row) {
        GridCell read = cell(cell, look);
        if (read != null) {
          grid.add(read);
          HSSFCellStyle style = (HSSFCellStyle) cell.getCellStyle();
          grid.looks().add(read, Ink.of(style, (HSSFWorkbook) sheet.getWorkbook()));
          int column = cell.getColumnIndex();
          if (sheet.isColumnHidden(column) || sheet.getColumnWidth(column) == 0) {
            grid.hideColumn(column);
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
    XlsConditions.of(sheet.getSheetConditionalFormatting()).forEach(grid.looks()::add);
    return grid.build();
  }

  private static String text(HSSFRichTextString rich, Workbook workbook) {
    String whole = rich.getString();
    RichText text = new RichText();
    int runs = rich.numFormattingRuns();
    text.add(whole.substring(0, runs == 0 ? whole.length() : index(rich, 0)), RichText.Look.plain);
    for (int run = 0; run < runs; run++) {
      Font font = workbook.getFontAt(rich.getFontOfFormattingRun(run));
      text.add(
          whole.substring(index(rich, run), run + 1 < runs ? index(rich, run + 1) : whole.length()),
          look(font));
    }
    return text.toString();
  }

  private static RichText.Look look(Font font) {
    boolean raised = font.getTypeOffset() != Font.SS_NONE;
    return font.getStrikeout()
        ? RichText.Look.struck
        : raised ? RichText.Look.mark : RichText.Look.plain;
  }

  private static int index(HSSFRichTextString rich, int run) {
    return Math.min(rich.getIndexOfFormattingRun(run), rich.length());
  }

  /** The cell; null where it holds nothing. */
  private static GridCell cell(Cell cell, SheetLook look) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    CellStyle style = cell.getCellStyle();
    Workbook workbook = cell.getSheet().getWorkbook();
    StoredCell stored =
        new StoredCell(
            cell.getRowIndex(),
            cell.getColumnIndex(),
            NumberFormat.of(style.getDataFormat(), style.getDataFormatString()),
            workbook.getFontAt(style.getFontIndex()).getStrikeout(),
            formula,
            style.getIndention(),
            look);
    return switch (type) {
      case STRING ->
          stored.text(text((HSSFRichTextString) cell.getRichStringCellValue(), workbook));
      case NUMERIC -> stored.number(new BigDecimal(Double.toString(cell.getNumericCellValue())));
      case BOOLEAN -> stored.text(String.valueOf(cell.getBooleanCellValue()));
      case ERROR -> stored.text("#ERROR");
      default -> null;
    };
  }
}
