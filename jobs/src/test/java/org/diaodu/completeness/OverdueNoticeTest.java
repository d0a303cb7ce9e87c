package org.diaodu.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueNoticeTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);

  @Test
  void eachAreaGetsASheetWithWhatItOwes() {
    OverdueNotice notice =
        new OverdueNotice(
            "试验州",
            TODAY,
            List.of(
                new OverdueNotice.Area(
                    "甲县",
                    List.of(
                        new OverdueNotice.Figure(
                            "社会消费品零售总额", "2024年1—6月", LocalDate.of(2024, 7, 20), 12))),
                new OverdueNotice.Area(
                    "<b>乙县</b>",
                    List.of(
                        new OverdueNotice.Figure(
                            "地区生产总值", "2024年1—6月", LocalDate.of(2024, 7, 25), 7)))));

    assertThat(notice.count()).isEqualTo(2);
    assertThat(notice.html())
        .contains("甲县", "社会消费品零售总额", "2024年1—6月", "2024年7月20日", ">12<", "2024年8月1日")
        .contains("&lt;b&gt;乙县")
        .doesNotContain("<b>乙县")
        .doesNotContain("没有逾期");
  }

  @Test
  void whereNothingIsOwedThePageSaysSo() {
    assertThat(new OverdueNotice("试验州", TODAY, List.of()).html()).contains("试验州没有逾期未报的数据");
  }
}
