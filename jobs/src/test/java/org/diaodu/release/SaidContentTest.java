package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.FigureKey;
import org.diaodu.document.Letterhead;
import org.diaodu.document.Mark;
import org.diaodu.document.Text;
import org.junit.jupiter.api.Test;

/** What a signature covers. */
class SaidContentTest {
  private static final Document DRAFT =
      document("截至2024年7月31日，依据两县的报表。", "东县增长", figure("5.1"), "注：西县的数未审定。");

  @Test
  void coversWhatStandsBeforeTheFirstHeadingTheFiguresAndTheNotes() {
    String text = SaidContent.wholeText(DRAFT);

    assertThat(text).contains("截至2024年7月31日", "东县增长", "=5.1", "西县的数未审定");
    assertThat(
            SaidContent.wholeText(
                document("截至2024年8月31日，依据两县的报表。", "东县增长", figure("5.1"), "注：西县的数未审定。")))
        .isNotEqualTo(text);
    assertThat(
            SaidContent.wholeText(
                document("截至2024年7月31日，依据两县的报表。", "东县增长", figure("5.1"), "注：西县的数已审定。")))
        .isNotEqualTo(text);
  }

  @Test
  void coversTheDayAndWhatTheLetterheadSaysAndNotTheMaster() {
    String text = SaidContent.wholeText(DRAFT);

    assertThat(SaidContent.wholeText(DRAFT.under(new Letterhead("", Map.of("主送", "各县")))))
        .isNotEqualTo(text);
    assertThat(SaidContent.wholeText(DRAFT.under(new Letterhead("UEsDBA==", Map.of()))))
        .isEqualTo(text);
  }

  @Test
  void leavesOutWhatChangesByItself() {
    Document published = DRAFT.as("第1次发布，2024-08-26", Set.of());

    assertThat(SaidContent.wholeText(published)).isEqualTo(SaidContent.wholeText(DRAFT));
  }

  private static Document document(String beginning, String words, Figure figure, String note) {
    return new Document(
        "bulletin",
        "通报",
        "",
        "2024年6月",
        LocalDate.of(2024, 7, 31),
        "草稿",
        Set.of(Mark.draft),
        Letterhead.NONE,
        List.of(
            new Block.Paragraph(Text.words(beginning), false),
            new Block.Heading(1, "一、情况"),
            new Block.Paragraph(Text.fill(words + "{}%。", figure), false),
            new Block.Paragraph(Text.words(note), true)));
  }

  private static Figure figure(String printed) {
    return new Figure(
        new FigureKey("growth/retail_sales/T01/M/YTD/2024-06", "yoy_pct"),
        new BigDecimal(printed),
        printed,
        "%",
        false,
        List.of());
  }
}
