package org.diaodu.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells in which more stands than the figure: found by fuzzing, each read wrongly before. */
class MisleadingCellsTest {
  @TempDir private Path folder;

  static Stream<Workbook> bothFormats() {
    return Stream.of(new XSSFWorkbook(), new HSSFWorkbook());
  }

  @ParameterizedTest
  @MethodSource("bothFormats")
  void aRaisedMarkIsNoDigitAndWhatIsStruckOutDoesNotCount(Workbook workbook) throws IOException {
    Font raised = workbook.createFont();
    raised.setTypeOffset(Font.SS_SUPER);
    Font struck = workbook.createFont();
    struck.setStrikeout(true);
    workbook.createSheet().createRow(0);
    rich(workbook, 0, "12.52", 4, raised);
    rich(workbook, 1, "1234", 2, struck);
    rich(workbook, 2, "m2", 1, raised);
    rich(workbook, 3, "12.5", 2, workbook.createFont());

    Grid grid = read(workbook);

    assertThat(text(grid, 0)).as("12.5 with the footnote 2").isEqualTo("12.5[2]");
    assertThat(text(grid, 1)).as("12 and a struck 34").isEqualTo("12~~34~~");
    assertThat(text(grid, 2)).as("square metres").isEqualTo("m2");
    assertThat(text(grid, 3)).as("only another font").isEqualTo("12.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#,##0,", "0.0,,", "0!.0,", "0\\.0", "0\".\"0", "0%%"})
  void aNumberThatIsShownAsAnotherIsNoFigure(String format) throws IOException {
    for (Workbook workbook : bothFormats().toList()) {
      styled(workbook, 12345, format);

      GridCell cell = read(workbook).cell(0, 0).orElseThrow();

      assertThat(cell.number()).as(format).isNull();
      assertThat(cell.discrepancy().ruleId()).as(format).isEqualTo("shown_otherwise");
      assertThat(cell.discrepancy().stored()).isEqualTo("12345");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"#,##0", "#,##0.00_ ", "0.00%", "General", "0.0;-0.0", "_ * #,##0.0_ ;@"})
  void aNumberThatIsShownAsItIsStaysOne(String format) throws IOException {
    for (Workbook workbook : bothFormats().toList()) {
      styled(workbook, 12345, format);

      assertThat(read(workbook).cell(0, 0).orElseThrow().number()).as(format).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"d, 1日", "m, 1月", "yyyy, 2024年"})
  void aDateOfWhichOnlyDigitsAreShownIsNoFigure(String format, String text) throws IOException {
    for (Workbook workbook : bothFormats().toList()) {
      styled(workbook, 45292, format);

      assertThat(text(read(workbook), 0)).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12.5<sup>2</sup>, 12.5[2]",
    "12<br>34, 12|34",
    "<p>12</p><p>34</p>, 12|34",
    "<div>12</div>34, 12|34",
    "<p>12.5</p>, 12.5",
    "12<del>34</del>, 12~~34~~",
    "<span style='display: none'>0012</span>12, 12",
    "<span hidden>00</span>12, 12",
    "12<script>34</script>, 12",
    "km<sup>2</sup>, km2"
  })
  void aPageIsReadAsItIsSeen(String html, String text) throws IOException {
    Path file = folder.resolve("a.html");
    Files.writeString(file, "<html><table><tr><td>" + html + "</td></tr></table></html>");

    assertThat(text(Books.read(file).grids().get(0), 0)).isEqualTo(text.replace('|', '\n'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<table><tr><td>1", "<table><tr><td>1</td></tr></table><table><tr><td>12"})
  void aPageThatBreaksOffInATableIsDamaged(String page) throws IOException {
    Path file = folder.resolve("a.html");
    Files.writeString(file, page);

    assertThatThrownBy(() -> Books.read(file))
        .isInstanceOfSatisfying(
            UnreadableSheetException.class, e -> assertThat(e.ruleId()).isEqualTo("damaged_file"));
  }

  @ParameterizedTest
  @CsvSource({"'a,12', 12（行末没有换行，可能没有传完）", "'a,12\n', 12"})
  void theLastCellOfATextWithoutALineEndMayBeHalf(String text, String cell) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, text);

    assertThat(text(Books.read(file).grids().get(0), 1)).isEqualTo(cell);
  }

  private static void rich(Workbook workbook, int column, String text, int from, Font font) {
    RichTextString rich = workbook.getCreationHelper().createRichTextString(text);
    rich.applyFont(from, text.length(), font);
    workbook.getSheetAt(0).getRow(0).createCell(column).setCellValue(rich);
  }

  private static void styled(Workbook workbook, double number, String format) {
    Cell cell = workbook.createSheet().createRow(0).createCell(0);
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    cell.setCellValue(number);
  }

  private Grid read(Workbook workbook) throws IOException {
    Path file = folder.resolve(workbook.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return Books.read(file).grids().get(0);
  }

  private static String text(Grid grid, int column) {
    return grid.cell(0, column).orElseThrow().text();
  }
}
