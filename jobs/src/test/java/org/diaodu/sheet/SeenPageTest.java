package org.diaodu.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are read as a browser shows them, and what is another kind of file is called so. */
class SeenPageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.5<sub>1</sub> | 12.5[1]",
        "12.5<sup>1</sup> | 12.5[1]",
        "<sup>1</sup>12.5 | [1]12.5",
        "12.5<small>2</small> | 12.5[2]",
        "12.5<a href='#n'>1</a> | 12.5[1]",
        "<a href='x'>12.5</a> | 12.5",
        "12.5<span style='vertical-align: super'>1</span> | 12.5[1]",
        "12.5<span style='font-size:60%'>1</span> | 12.5[1]",
        "12.5<span class=n>1</span> | 12.5[1]",
        "<b>12</b>.5 | 12.5",
        "<span>12</span><span style='color:red'>.5</span> | 12.5",
        "H<sub>2</sub>O | H2O",
        "<input value='12.5'> | 12.5",
        "<input type=hidden value=9>3.3 | 3.3",
        "<span style='visibility:hidden'>-</span>4.4 | 4.4",
        "<span style='font-size:0'>9</span>3.3 | 3.3",
        "<span style='color:#FFF'>9</span>3.3 | 3.3",
        "<span style='color: rgb(255, 255, 255)'>9</span>3.3 | 3.3",
        "<span style='opacity:0'>9</span>3.3 | 3.3",
        "<span class=gone>9</span>3.3 | 3.3",
        "<span style='opacity:0.5'>9</span>3.3 | 93.3",
        "<span style='color:#fff;background:#000'>9</span>3.3 | 93.3",
        "<div style='background-color:navy'><span style='color:white'>93.3</span></div> | 93.3",
        "<div class=dark><span style='color:white'>93.3</span></div> | 93.3"
      })
  void piecesOfACellAreReadAsTheyLook(String html, String text) throws IOException {
    GridCell cell = page("<td>" + html + "</td>").cell(0, 0).orElseThrow();

    assertThat(cell.text()).isEqualTo(text);
    assertThat(cell.discrepancy()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<td><s>62.5</s></td>",
        "<td><strike>62.5</strike></td>",
        "<td>6<del>2.5</del></td>",
        "<td style='text-decoration: line-through'>62.5</td>",
        "<td><span style='text-decoration:underline line-through red'>62.5</span></td>",
        "<td class=old>62.5</td>"
      })
  void whatIsStruckOutIsRefused(String cell) throws IOException {
    assertThat(page(cell).cell(0, 0).orElseThrow().discrepancy().ruleId()).isEqualTo("struck_out");
  }

  @Test
  void aTableWithFiguresOfItsOwnIsReadBesideThoseInItsCells() throws IOException {
    Path file = folder.resolve("nested.html");
    Files.writeString(
        file,
        """
        <table><tr><td>首页</td><td>
          <table>
            <tr><td>甲县</td><td>12.5</td></tr>
            <tr><td>乙县</td><td><table><tr><td>9.9</td></tr></table></td></tr>
          </table>
        </td></tr></table>
        """);

    assertThat(Books.read(file).grids())
        .extracting(SeenPageTest::texts)
        .containsExactly(List.of("甲县", "12.5", "乙县"), List.of("9.9"));
  }

  @Test
  void aCellThatTakesNoPlaceMovesNoOther() throws IOException {
    Grid grid = page("<td>甲县</td><td style='display:none'>9</td><td>12.5</td>");

    assertThat(grid.cell(0, 1).orElseThrow().text()).isEqualTo("12.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<col><col style='display:none;mso-width-source:userset'>",
        "<col><col width=0>",
        "<colgroup><col><col style='width:0pt'></colgroup>",
        "<col span=1><col style='visibility:collapse'>"
      })
  void aColumnMayBeHidden(String columns) throws IOException {
    Grid grid = page(columns + "<tr><td>甲县</td><td>12.5</td></tr>");

    assertThat(grid.discrepancy(grid.cell(0, 1).orElseThrow()).orElseThrow().ruleId())
        .isEqualTo("hidden_cell");
    assertThat(grid.discrepancy(grid.cell(0, 0).orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"display:none", "visibility:collapse", "height:0", "mso-hide:all"})
  void aRowMayBeHidden(String style) throws IOException {
    Grid grid = page("<tr style='%s'><td>甲县</td><td>12.5</td></tr>".formatted(style));

    for (GridCell cell : grid.row(0)) {
      assertThat(grid.discrepancy(cell)).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
            + " | UTF-8 | 2003",
        "<?xml version=\"1.0\"?><ss:Workbook"
            + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"/> | UTF-16 | 2003",
        "<?xml version=\"1.0\"?><Workbook"
            + " xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Table/></Workbook> | UTF-8"
            + " | 2003",
        "<?xml version=\"1.0\"?><report/> | GB18030 | XML",
        "MIME-Version: 1.0~Content-Type: multipart/related; boundary=x~~<html><table><tr><td>1 |"
            + " UTF-8 | MHTML",
        "From: <Saved by Excel>~Subject: x~Date: x~MIME-Version: 1.0~~--x~<table> | UTF-8 | MHTML"
      })
  void whatIsNoTableIsCalledByItsName(String text, String charset, String name) throws IOException {
    Path file = folder.resolve("a.xls");
    Files.write(file, text.replace('~', '\n').getBytes(Charset.forName(charset)));

    UnreadableSheetException refused =
        catchThrowableOfType(UnreadableSheetException.class, () -> Books.read(file));

    assertThat(refused.ruleId()).isEqualTo("other_format");
    assertThat(refused).hasMessageContainingAll(name, "另存为");
  }

  @Test
  void aPageInXhtmlIsAPage() throws IOException {
    Path file = folder.resolve("a.html");
    Files.writeString(
        file, "<?xml version=\"1.0\"?><html><table><tr><td>12.5</td></tr></table></html>");

    assertThat(Books.read(file).grids().get(0).cell(0, 0).orElseThrow().text()).isEqualTo("12.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aTextMayEndItsLinesInAnyWay(String end) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(file, String.join(end, "地区,本月", "甲县,12.5", "").getBytes(StandardCharsets.UTF_8));

    assertThat(Books.read(file).grids().get(0).cell(1, 1).orElseThrow().text()).isEqualTo("12.5");
  }

  private Grid page(String cells) throws IOException {
    Path file = folder.resolve("a.html");
    Files.writeString(
        file,
        "<html><style><!-- .n {vertical-align:sub} td.old{text-decoration:line-through}"
            + " .dark{background:navy} .gone, .x{display:none} @page {margin:0} --></style><table>"
            + cells
            + "</table></html>");
    return Books.read(file).grids().get(0);
  }

  private static List<String> texts(Grid grid) {
    return IntStream.range(0, grid.rowCount())
        .mapToObj(grid::row)
        .flatMap(Collection::stream)
        .map(GridCell::text)
        .toList();
  }
}
