package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.diaodu.release.SignOffStep.Verdict;
import org.junit.jupiter.api.Test;

/** The table that a reviewer ticks, on its way through Excel and back. */
class ReviewListTest {
  private static final String SECOND = "2024-06/2-0123456789ab";
  private static final List<Verdict> ASKED = List.of(change("表扬", "东县", "西县"), growth("5.1"));
  private static final String LIST = ReviewList.csv(SECOND, ASKED);

  @Test
  void isReadAsExcelSavesIt() {
    assertThat(LIST).contains("通报,东县 增速,5.2,5.1,,");
    String filled = LIST.replace("东县,西县,,", "东县,西县,是,").replace("5.2,5.1,,", "5.20,5.10,否,少一位小数");
    for (String saved : List.of("UTF-8", "GB18030")) {
      String text = saved.equals("UTF-8") ? filled : filled.substring(1);
      assertThat(ReviewList.read(text.getBytes(Charset.forName(saved)), SECOND, ASKED))
          .extracting(Verdict::accepted, Verdict::remark)
          .containsExactly(Tuple.tuple(true, ""), Tuple.tuple(false, "少一位小数"));
    }
  }

  @Test
  void ofAnEarlierDraftApprovesNoNewFigure() {
    String earlier = ReviewList.csv("2024-06/1-fedcba987654", ASKED).replace(",,\r", ",是,\r");

    assertRefused(earlier, "另一次送审的（2024-06/1-fedcba987654），等待审核的是" + SECOND);
  }

  @Test
  void withoutTheNumberOfItsSubmissionIsRefused() {
    assertRefused(LIST.replace(",送审号 " + SECOND, ""), "第1行没有送审号");
    assertRefused("", "第1行没有送审号");
  }

  @Test
  void withAnotherFigureThanTheDraftIsRefused() {
    assertRefused(LIST.replace("5.2,5.1", "5.2,4.9"), "第3行与送审时的不同");
    assertRefused(LIST.replace("东县,西县", "东县,南县"), "第2行与送审时的不同");
  }

  @Test
  void withAnotherOrALongerListIsRefused() {
    assertRefused(LIST.replace("东县 增速", "南县 增速"), "第3行与送审时的不同");
    assertRefused(LIST + "多,一,行,,,\r\n", "应有3行，实有4行");
  }

  @Test
  void withAnAnswerThatIsNeitherYesNorNoIsRefused() {
    assertRefused(LIST.replace("西县,,", "西县,也许,"), "第2行的“也许”既不是“是”也不是“否”");
  }

  private static void assertRefused(String list, String why) {
    assertThatThrownBy(() -> ReviewList.read(list.getBytes(StandardCharsets.UTF_8), SECOND, ASKED))
        .isInstanceOf(SignOffRefusedException.class)
        .hasMessageContaining(why);
  }

  private static Verdict growth(String now) {
    return change("东县 增速", "5.2", now);
  }

  private static Verdict change(String what, String before, String now) {
    return Verdict.open(new Statement.Change("通报", what, before, now));
  }
}
