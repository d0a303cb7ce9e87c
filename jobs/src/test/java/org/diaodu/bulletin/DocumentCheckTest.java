package org.diaodu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.Letterhead;
import org.diaodu.document.Text;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** What a document may not say, because it would contradict itself or say nothing. */
class DocumentCheckTest {

  @Test
  void aDocumentInOrderHasNoFault() {
    Document bulletin =
        new BulletinFixture(Packs.threelands())
            .retail("T00", "107", "7", null)
            .retail("T01", "55.2", "10.4", "1")
            .judged("X-1", "T00", "7", "6", "green", "已达到")
            .judged("X-2", "T00", "5.2", "7", "red", "未达到")
            .problem("X-2", "T00", "实际4.9%，要求不低于7.0%，未达到")
            .owes("T02", "retail_sales", "2024-06", "5")
            .overall();

    assertThat(DocumentCheck.faults(bulletin)).isEmpty();
  }

  @Test
  void aCountThatDiffersBetweenTwoPlacesIsNamedWithBoth() {
    assertThat(
            DocumentCheck.faults(
                document(
                    paragraph("红灯{}项。", count("targets-red", 3)),
                    paragraph("其中红灯{}项。", count("targets-red", 2)))))
        .singleElement()
        .asString()
        .contains("targets-red", "一处是3，另一处是2");
  }

  @Test
  void lightsThatDoNotAddUpToWhatWasJudgedAreNamed() {
    assertThat(
            DocumentCheck.faults(
                document(
                    paragraph(
                        "{}项目标中{}项：绿灯{}项、红灯{}项。",
                        count("targets", 302),
                        count("judged", 18),
                        count("targets-green", 14),
                        count("targets-red", 3)))))
        .containsExactly("有数据可评判的目标共18项，分项相加是17项");
  }

  @Test
  void moreOverdueProblemsThanOpenOnesAreNamed() {
    assertThat(
            DocumentCheck.faults(
                document(
                    paragraph(
                        "未销号{}件，过期{}件。", count("open-rectifications", 8), count("overdue", 9)))))
        .containsExactly("已过期限的问题9项，多于全部8项");
  }

  @Test
  void figuresOfTwoPeriodsInATableThatDoesNotSayWhichAreNamed() {
    Block.Row annual = row("甲县", growth("T01", "2023", "5.1"));
    Block.Row half = row("乙县", growth("T02", "2024-Q2", "6.2"));

    assertThat(DocumentCheck.faults(document(table("同比（%）", annual, half))))
        .hasSize(2)
        .anyMatch(fault -> fault.contains("“甲县”一行是2023的数"));
    assertThat(DocumentCheck.faults(document(table("1—6月同比（%）", half)))).isEmpty();
  }

  @Test
  void anEmptyColumnAndARowOfZerosAreNamed() {
    Document document =
        document(
            table("红灯", new Block.Row(List.of(Cell.words("甲县"), Cell.of(Shown.NONE)), Map.of())),
            table("红灯", row("乙县", count("lights-T02-red", 0))));

    assertThat(DocumentCheck.faults(document))
        .containsExactlyInAnyOrder("表“表”的“红灯”一栏没有内容", "表“表”中“甲县”一行都是零", "表“表”中“乙县”一行都是零");
  }

  @Test
  void aColumnThatIsFilledInByHandMayBeBlank() {
    Block.Row row =
        new Block.Row(List.of(Cell.words("1"), Cell.words("整改"), Cell.of(Text.EMPTY)), Map.of());
    Block.Table table =
        new Block.Table(
            "整改",
            "",
            List.of(
                Sections.words("编号", 6), Sections.words("问题", 20), Sections.words("签收人和日期", 16)),
            List.of(row));

    assertThat(DocumentCheck.faults(document(table))).isEmpty();
  }

  @Test
  void anyOtherColumnMayNot() {
    Block.Row row = new Block.Row(List.of(Cell.words("甲县"), Cell.of(Text.EMPTY)), Map.of());
    Block.Table table =
        new Block.Table(
            "表", "", List.of(Sections.words("地区", 6), Sections.words("报送单位", 20)), List.of(row));

    assertThat(DocumentCheck.faults(document(table))).contains("表“表”的“报送单位”一栏没有内容");
  }

  @Test
  void wordsOfTheProgramStopADocument() {
    Document document = document(Sections.paragraph(Text.words("其余见表statistics.revisions。")));

    assertThatThrownBy(() -> DocumentCheck.require(List.of(document)))
        .isInstanceOf(InconsistentDocumentException.class)
        .hasMessageContainingAll("试验通报", "没有写出", "statistics.");
  }

  @Test
  void aFigureThatIsPrintedOtherwiseThanItIsIsNamedWithBoth() {
    Figure wrong = growth("T01", "2024-06", "yoy_pct", "5.25", "5.2");

    assertThat(DocumentCheck.faults(document(paragraph("同比增长{}%。", wrong))))
        .containsExactly("growth/gdp/T01/M/YTD/2024-06/yoy_pct：印的是5.2，存的是5.25");
  }

  @Test
  void largeLevelsFallsAndNoGrowthArePrintedAsTheyAre() {
    assertThat(
            DocumentCheck.faults(
                document(
                    paragraph(
                        "{}户，下降{}%，{}。",
                        growth("T01", "2024-06", "level", "237679", "23.77万"),
                        growth("T01", "2024-06", "yoy_pct", "-2.04", "2.0"),
                        growth("T02", "2024-06", "yoy_pct", "0.04", "持平")))))
        .isEmpty();
  }

  @Test
  void aPlaceThatTheFiguresDoNotBearOutIsNamedWithBoth() {
    assertThat(
            DocumentCheck.faults(
                document(
                    ranked("T01", "6.0", "1"),
                    ranked("T02", "7.5", "2"),
                    ranked("T03", "5.0", "3"))))
        .containsExactly("growth/gdp/T01/M/YTD/2024-06/yoy_pct居第1位（6.0），T02居第2位（7.5）：位次与数不符");
  }

  @Test
  void whereLessIsBetterPlacesFollowTheRisingFigures() {
    assertThat(
            DocumentCheck.faults(
                document(
                    ranked("T01", "-3.0", "1"),
                    ranked("T02", "1.5", "2"),
                    ranked("T03", "1.5", "2"))))
        .isEmpty();
  }

  @Test
  void twoDocumentsThatCountTheSameDifferentlyAreNamedWithBoth() {
    List<Document> documents =
        List.of(
            document("bulletin", "全州通报", count("bulletin", "lights-T01-red", 2)),
            document("area-T01", "甲县指标卡", count("area-T01", "lights-T01-red", 3)));

    assertThatThrownBy(() -> DocumentCheck.require(documents))
        .isInstanceOf(InconsistentDocumentException.class)
        .hasMessageContaining("count/lights-T01-red：《全州通报》中是2，《甲县指标卡》中是3");
  }

  @Test
  void actionsThatCountAllTargetsCountAllLights() {
    Document overall =
        document(
            "bulletin",
            "全州通报",
            count("bulletin", "targets", 5),
            count("bulletin", "judged", 2),
            count("bulletin", "targets-red", 2));
    Document first =
        document(
            "action-1",
            "行动一",
            count("action-1", "targets", 3),
            count("action-1", "judged", 1),
            count("action-1", "targets-red", 1));

    assertThat(
            DocumentSetCheck.faults(
                List.of(
                    overall,
                    first,
                    document(
                        "action-2",
                        "行动二",
                        count("action-2", "targets", 2),
                        count("action-2", "judged", 1),
                        count("action-2", "targets-green", 1)))))
        .containsExactlyInAnyOrder("红灯的目标：各行动通报相加1项，《全州通报》中2项", "绿灯的目标：各行动通报相加1项，《全州通报》中0项");
    assertThat(DocumentSetCheck.faults(List.of(overall, first)))
        .as("an action alone counts less than all")
        .isEmpty();
  }

  private static Document document(String id, String title, Figure... counts) {
    return new Document(
        id,
        title,
        "",
        "2024年6月",
        LocalDate.of(2024, 7, 31),
        "草稿",
        Set.of(),
        Letterhead.NONE,
        java.util.Arrays.stream(counts).map(figure -> paragraph("{}项。", figure)).toList());
  }

  private static Block ranked(String area, String growth, String rank) {
    return paragraph(
        "{}%居第{}位。",
        growth(area, "2024-06", "yoy_pct", growth, growth.replace("-", "")),
        growth(area, "2024-06", "rank_yoy", rank, rank));
  }

  private static Document document(Block... blocks) {
    return new Document(
        "bulletin",
        "试验通报",
        "",
        "2024年6月",
        LocalDate.of(2024, 7, 31),
        "草稿",
        Set.of(),
        Letterhead.NONE,
        List.of(blocks));
  }

  private static Block paragraph(String words, Object... figures) {
    return Sections.paragraph(Text.fill(words, figures));
  }

  private static Block.Table table(String head, Block.Row... rows) {
    return new Block.Table(
        "表", "", List.of(Sections.words("县市", 10), Sections.figures(head, 10)), List.of(rows));
  }

  private static Block.Row row(String name, Figure figure) {
    return new Block.Row(List.of(Cell.words(name), Cell.of(Text.of(figure))), Map.of());
  }

  private static Figure count(String what, int number) {
    return count("bulletin", what, number);
  }

  private static Figure growth(
      String area, String period, String column, String value, String printed) {
    return new Figure(
        new FigureKey("growth/gdp/%s/M/YTD/%s".formatted(area, period), column),
        new BigDecimal(value),
        printed,
        "",
        false,
        List.of());
  }

  private static Figure count(String document, String what, int number) {
    return new Figure(
        new FigureKey("count/2024-06/" + document, what),
        BigDecimal.valueOf(number),
        String.valueOf(number),
        "",
        false,
        List.of());
  }

  private static Figure growth(String area, String period, String value) {
    return new Figure(
        new FigureKey("growth/gdp/%s/Q/YTD/%s".formatted(area, period), "yoy_pct"),
        new BigDecimal(value),
        value,
        "%",
        false,
        List.of());
  }
}
