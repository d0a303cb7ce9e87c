package org.diaodu.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.UnreadableSheetException;

/** What a sender answered in a marked copy that came back: whether a held figure is right. */
public final class SenderAnswers {
  private static final String TRUE = "属实";
  private static final String FALSE = "有误";

  /** The part of a workbook that names its sheets; it is short. */
  private static final String SHEETS = "xl/workbook.xml";

  private static final int LONGEST = 1 << 20;

  private SenderAnswers() {}

  /**
   * An answer.
   *
   * @param holdId what it is about
   * @param isTrue whether the figure is right; else it is wrong
   * @param reason why
   * @param by who says so
   */
  public record Answer(String holdId, boolean isTrue, String reason, String by) {}

  /**
   * The answers in a workbook; none where it is no marked copy. An answer without a name or a
   * reason is none: nobody would answer for it.
   */
  public static List<Answer> in(Path workbook) {
    try {
      return hasList(workbook) ? answers(Books.read(workbook)) : List.of();
    } catch (IOException | UnreadableSheetException unreadable) {
      // What is wrong with the file is said where its figures are read.
      return List.of();
    }
  }

  private static boolean hasList(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      ZipEntry sheets = zip.getEntry(SHEETS);
      if (sheets == null) {
        return false;
      }
      try (InputStream in = zip.getInputStream(sheets)) {
        String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        return text.contains(MarkedCopy.SHEET);
      }
    }
  }

  private static List<Answer> answers(Book book) {
    List<Answer> answers = new ArrayList<>();
    for (Grid grid : book.grids()) {
      if (grid.sheet().equals(MarkedCopy.SHEET) && grid.rowCount() > 0) {
        Map<String, Integer> columns = new HashMap<>();
        grid.row(0).forEach(cell -> columns.put(cell.text().strip(), cell.column()));
        for (int row = 1; row < grid.rowCount(); row++) {
          answer(grid, row, columns, answers);
        }
      }
    }
    return answers;
  }

  private static void answer(
      Grid grid, int row, Map<String, Integer> columns, List<Answer> answers) {
    String id = text(grid, row, columns.get(MarkedCopy.ID));
    String said = text(grid, row, columns.get(MarkedCopy.ANSWER));
    String reason = text(grid, row, columns.get(MarkedCopy.REASON));
    String by = text(grid, row, columns.get(MarkedCopy.BY));
    boolean isAnswer = said.equals(TRUE) || said.equals(FALSE);
    if (!id.isEmpty() && isAnswer && !reason.isEmpty() && !by.isEmpty()) {
      answers.add(new Answer(id, said.equals(TRUE), reason, by));
    }
  }

  private static String text(Grid grid, int row, Integer column) {
    return column == null
        ? ""
        : grid.row(row).stream()
            .filter(cell -> cell.column() == column)
            .map(cell -> cell.text().strip())
            .findFirst()
            .orElse("");
  }
}
