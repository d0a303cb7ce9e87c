package org.diaodu.feedback;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.FileKind;
import org.diaodu.sheet.GridCopy;

/**
 * A copy of what was received with every faulty cell coloured and commented, and a sheet that lists
 * all findings. Marks of an earlier copy that came back are taken away first.
 */
public final class MarkedCopy {
  /** The sheet that lists the findings. */
  public static final String SHEET = Book.ANSWERS;

  /** Headers of what a sender fills in for a figure that is held. */
  static final String ID = "编号";

  static final String ANSWER = "答复（属实、有误）";
  static final String REASON = "理由";
  static final String BY = "答复人";

  private static final String HOW_TO_ANSWER = "。数属实的，请在本行右边写“属实”、理由和姓名；有误的，请改正后重新报送";

  private static final String AUTHOR = "调度核对";

  private static final Pattern RANGE = Pattern.compile("![A-Z]+\\d+:[A-Z]+\\d+$");

  private final XSSFWorkbook workbook;
  private final Map<String, CellStyle> styles = new HashMap<>();

  private MarkedCopy(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /**
   * Writes the copy.
   *
   * @param original the file as received
   */
  public static void write(FileFeedback feedback, Path original, Path copy) throws IOException {
    try (XSSFWorkbook workbook = opened(original)) {
      MarkedCopy marked = new MarkedCopy(workbook);
      marked.removeOldMarks();
      marked.mark(feedback.findings());
      marked.list(feedback.findings(), feedback.receipt());
      try (OutputStream out = Files.newOutputStream(copy)) {
        workbook.write(out);
      }
    }
  }

  /** An OOXML workbook as it is, so that it keeps its looks; anything else as plain cells. */
  private static XSSFWorkbook opened(Path original) throws IOException {
    byte[] beginning;
    try (java.io.InputStream in = Files.newInputStream(original)) {
      beginning = in.readNBytes(4096);
    }
    if (FileKind.of(beginning) == FileKind.xlsx) {
      try (java.io.InputStream in = Files.newInputStream(original)) {
        return new XSSFWorkbook(in);
      }
    }
    return GridCopy.of(Books.read(original));
  }

  private void removeOldMarks() {
    Sheet list = workbook.getSheet(SHEET);
    if (list != null) {
      list.forEach(row -> uncolour(row.getCell(0)));
      workbook.removeSheetAt(workbook.getSheetIndex(list));
    }
    for (Sheet sheet : workbook) {
      for (Comment comment : List.copyOf(sheet.getCellComments().values())) {
        if (AUTHOR.equals(comment.getAuthor())) {
          Cell cell = cell(sheet, comment.getAddress());
          cell.removeCellComment();
          cell.setCellStyle(style(cell, null));
        }
      }
    }
  }

  /** Cells that one comment stands for are known only from the list. */
  private void uncolour(Cell place) {
    if (place == null
        || place.getCellType() != CellType.STRING
        || !RANGE.matcher(place.getStringCellValue()).find()) {
      return;
    }
    Sheet sheet = sheet(place.getStringCellValue());
    if (sheet != null) {
      for (CellAddress address : cells(place.getStringCellValue())) {
        if (isFilled(sheet, address)) {
          Cell cell = cell(sheet, address);
          cell.setCellStyle(style(cell, null));
        }
      }
    }
  }

  private void mark(List<Finding> findings) {
    Map<String, List<Finding>> byCell =
        findings.stream()
            .filter(f -> !f.ofWholeFile())
            .collect(
                Collectors.groupingBy(
                    Finding::sourceCell, LinkedHashMap::new, Collectors.toList()));
    byCell.forEach(
        (place, of) -> {
          Sheet sheet = sheet(place);
          if (sheet != null) {
            CellRangeAddress cells = cells(place);
            boolean refused = of.stream().anyMatch(Finding::refused);
            colour(sheet, cells, refused ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW);
            comment(sheet, cell(sheet, first(cells)), of);
          }
        });
  }

  private void colour(Sheet sheet, CellRangeAddress cells, IndexedColors fill) {
    for (CellAddress address : cells) {
      if (cells.getNumberOfCells() == 1 || isFilled(sheet, address)) {
        Cell cell = cell(sheet, address);
        cell.setCellStyle(style(cell, fill));
      }
    }
  }

  private void comment(Sheet sheet, Cell cell, List<Finding> findings) {
    String text =
        findings.stream()
            .map(f -> f.message() + (f.neighbours().isEmpty() ? "" : "\n" + f.neighbours()))
            .distinct()
            .collect(Collectors.joining("\n"));
    if (cell.getCellComment() != null) {
      // The sender's own remark is kept above ours.
      text = cell.getCellComment().getString().getString() + "\n" + text;
      cell.removeCellComment();
    }
    ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
    anchor.setCol1(cell.getColumnIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 5);
    anchor.setRow1(cell.getRowIndex());
    anchor.setRow2(cell.getRowIndex() + 6);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(workbook.getCreationHelper().createRichTextString(text));
    comment.setAuthor(AUTHOR);
    cell.setCellComment(comment);
  }

  private void list(List<Finding> findings, Receipt receipt) {
    Sheet list = workbook.createSheet(SHEET);
    row(list, 0, "位置", "结果", "写的是", "应该是", "说明", "上期、上年同期", ID, ANSWER, REASON, BY);
    for (int i = 0; i < findings.size(); i++) {
      Finding f = findings.get(i);
      row(
          list,
          i + 1,
          f.ofWholeFile() ? "整个文件" : f.sourceCell(),
          f.verdict(),
          f.found(),
          f.expected(),
          f.held() ? f.message() + HOW_TO_ANSWER : f.message(),
          f.neighbours(),
          f.holdId());
    }
    int at = findings.size() + 1;
    if (receipt.isThere()) {
      row(list, at++, "回执", "", "", "", receipt.summary() + "。" + receipt.signedBy());
    }
    for (Receipt.Line line : receipt.lines()) {
      row(list, at++, line.place(), line.verdict(), line.value(), "", line.words());
    }
    int[] widths = {16, 8, 24, 28, 80, 36, 14, 12, 36, 14};
    for (int column = 0; column < widths.length; column++) {
      list.setColumnWidth(column, widths[column] * 256);
    }
    list.createFreezePane(0, 1);
  }

  private static void row(Sheet sheet, int number, String... cells) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      String text = cells[i] == null ? "" : cells[i];
      row.createCell(i).setCellValue(text.length() > 32_000 ? text.substring(0, 32_000) : text);
    }
  }

  private Sheet sheet(String place) {
    int at = place.lastIndexOf('!');
    return at < 0 ? workbook.getSheetAt(0) : workbook.getSheet(place.substring(0, at));
  }

  /** {@code 3:6} is the sixth cell of line 3; {@code 3:0} the line, marked at its first cell. */
  private static CellRangeAddress cells(String place) {
    int at = place.lastIndexOf('!');
    if (at >= 0) {
      return CellRangeAddress.valueOf(place.substring(at + 1));
    }
    String[] parts = place.split(":", 2);
    int row = Integer.parseInt(parts[0]) - 1;
    int column = Math.max(Integer.parseInt(parts[1]), 1) - 1;
    return new CellRangeAddress(row, row, column, column);
  }

  private static CellAddress first(CellRangeAddress cells) {
    return new CellAddress(cells.getFirstRow(), cells.getFirstColumn());
  }

  private static boolean isFilled(Sheet sheet, CellAddress address) {
    Row row = sheet.getRow(address.getRow());
    Cell cell = row == null ? null : row.getCell(address.getColumn());
    return cell != null && cell.getCellType() != CellType.BLANK;
  }

  private static Cell cell(Sheet sheet, CellAddress address) {
    Row row = sheet.getRow(address.getRow());
    row = row == null ? sheet.createRow(address.getRow()) : row;
    return row.getCell(address.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  /** The cell's style with another fill; made once each, since a workbook has a limit of styles. */
  private CellStyle style(Cell cell, IndexedColors fill) {
    return styles.computeIfAbsent(
        cell.getCellStyle().getIndex() + ":" + fill,
        key -> {
          CellStyle style = workbook.createCellStyle();
          style.cloneStyleFrom(cell.getCellStyle());
          if (fill == null) {
            style.setFillPattern(FillPatternType.NO_FILL);
          } else {
            style.setFillForegroundColor(fill.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          }
          return style;
        });
  }
}
