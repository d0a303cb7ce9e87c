package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.sheet.Books;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where tables begin and end on a sheet, and what becomes of the figures outside them. */
class TablesOnASheetTest {
  private static final Templates TEMPLATES = Templates.of(Packs.threelands());

  @TempDir private Path folder;

  @Test
  void aTableWithoutATemplateIsRefusedBesideOneThatIsRead() throws IOException {
    assertThat(
            fates(
                """
                2024年6月社会消费品零售总额(亿元)
                地区,累计
                甲县,55
                注：初步数

                2024年6月财政收入(万元)
                地区,累计
                甲县,3456
                乙县,4567
                """))
        .containsExactly("B3 read", "B8 no_template", "B9 refused");
  }

  @Test
  void aContinuedTableHasTheTitleAndTheUnitOfThePageBefore() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("table.csv"),
            """
            2024年1-6月社会消费品零售总额
            ,单位：万元
            地区,累计
            甲县,550000

            续表
            地区,累计
            乙县,34560
            """);

    assertThat(figures(file)).containsExactly("B4 甲县 2024-06 550000 万元", "B8 乙县 2024-06 34560 万元");
  }

  @Test
  void aTableWithAnUnknownCornerIsNoPartOfTheOneAbove() throws IOException {
    assertThat(
            fates(
                """
                2024年6月社会消费品零售总额(亿元)
                地区,累计
                甲县,55

                2024年6月财政收入(万元)
                名目,数额
                甲县,3456
                乙县,4567
                """))
        .containsExactly("B3 read", "B7 no_template", "B8 refused");
  }

  @Test
  void anUnknownTableAboveAKnownOneIsRefused() throws IOException {
    assertThat(
            fates(
                """
                财政收入
                名目,数额
                甲县,3456
                2024年6月社会消费品零售总额(亿元)
                地区,累计
                甲县,55
                """))
        .containsExactly("B6 read", "B3 no_template");
  }

  @Test
  void anUnknownTableRightBelowANoteIsRefused() throws IOException {
    assertThat(
            fates(
                """
                2024年6月社会消费品零售总额(亿元)
                地区,累计
                甲县,55
                注：初步数
                财政收入
                名目,数额
                甲县,3456
                """))
        .containsExactly("B3 read", "B7 no_template");
  }

  @Test
  void aContinuedTableHasItsOwnTitleAndUnit() throws IOException {
    assertThat(
            figures(
                """
                2024年5月社会消费品零售总额
                单位：亿元
                地区,累计
                甲县,55
                2024年6月社会消费品零售总额（续表）
                单位：万元
                地区,累计
                甲县,660000
                """))
        .containsExactly("B4 甲县 2024-05 55 亿元", "B8 甲县 2024-06 660000 万元");
  }

  @Test
  void rowsWithMarksAreRows() throws IOException {
    assertThat(
            fates(
                """
                2024年6月社会消费品零售总额(亿元)
                地区,累计
                ①甲县,55
                *乙县,31
                注1：含园区
                丙县,20
                ① 初步数
                """))
        .containsExactly("B3 read", "B4 read", "B6 read");
  }

  @Test
  void numbersThatAreNoFiguresAreLeftOutByName() throws IOException {
    assertThat(
            fates(
                """
                ,2024年6月社会消费品零售总额(亿元)
                序号,地区,累计
                1,甲县,55
                2,乙县,31
                填报人：张三,,联系电话：,8222333

                ,,7
                """))
        .containsExactly(
            "C3 read", "C4 read", "A3 row_number", "A4 row_number", "D5 note", "C7 outside_table");
  }

  @Test
  void besideATranslationTheChineseLabelNamesTheArea() throws IOException {
    Path page = folder.resolve("a.html");
    Files.writeString(
        page,
        """
        <meta charset="utf-8"><table>
        <tr><td colspan=3>2024年6月社会消费品零售总额(亿元)</td></tr>
        <tr><td colspan=2>地区 Region</td><td>累计 Total</td></tr>
        <tr><td>甲县</td><td>Jia Xian</td><td>55</td></tr>
        <tr><td colspan=2>乙县 Yi County</td><td>31</td></tr>
        <tr><td>丙县</td><td>BING</td><td>20</td></tr>
        </table>
        """);

    assertThat(figures(page))
        .containsExactly("C3 甲县 2024-06 55 亿元", "C4 乙县 2024-06 31 亿元", "C5 丙县 2024-06 20 亿元");
  }

  private List<String> fates(String csv) throws IOException {
    return cells(Files.writeString(folder.resolve("a.csv"), csv)).stream()
        .map(c -> c.cell().address() + " " + fate(c))
        .toList();
  }

  private static String fate(ReadCell cell) {
    if (cell.ignoredBecause() != null) {
      return cell.ignoredBecause();
    }
    String rule = cell.doubts().isEmpty() ? "refused" : cell.doubts().get(0).ruleId();
    return cell.isRead() ? "read" : rule;
  }

  private List<String> figures(String csv) throws IOException {
    return figures(Files.writeString(folder.resolve("a.csv"), csv));
  }

  private static List<String> figures(Path file) {
    return cells(file).stream()
        .filter(ReadCell::isRead)
        .map(
            c ->
                String.join(
                    " ",
                    c.cell().address(),
                    c.fields().get("ref_area"),
                    c.fields().get("time_period"),
                    c.fields().get("obs_value"),
                    c.fields().get("unit")))
        .toList();
  }

  private static List<ReadCell> cells(Path file) {
    List<ReadCell> cells = new ArrayList<>();
    TEMPLATES.plan(Books.read(file)).cells(LocalDate.of(2024, 7, 20)).forEachRemaining(cells::add);
    return cells;
  }
}
