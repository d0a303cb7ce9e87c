package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Whose figure it is. Tourist arrivals are reported by the office of culture and tourism. */
class SourceOfFigureTest {
  private static final TidyCsvLine READER =
      new TidyCsvLine(Packs.xiangxi(), LocalDate.of(2026, 1, 1));

  @Test
  void withoutASourceItIsOfTheUnitThatReportsTheIndicator() {
    assertThat(read("", "口径如上").source()).isNull();
  }

  @Test
  void theReportingUnitMayNameItself() {
    assertThat(read("xz_wlgdj", "").source()).isNull();
  }

  @Test
  void anotherUnitIsKnownByItsCode() {
    assertThat(read("xz_tjj", "").source()).isEqualTo("xz_tjj");
  }

  @Test
  void aPaperIsKnownByItsName() {
    assertThat(read("某日报", "含一日游").source()).isEqualTo("某日报");
    assertThat(read("某日报", "含一日游").note()).isEqualTo("含一日游");
  }

  private static Cell.Figure read(String source, String note) {
    TidyCsvHeader header =
        TidyCsvHeader.read(
            "ref_area,indicator,time_period,obs_value,release_date,source,note",
            1,
            new ArrayList<>());
    String line = "433100,tourist_arrivals,2024-06,3100,2024-07-18,%s,%s".formatted(source, note);
    return READER.read(line.getBytes(StandardCharsets.UTF_8), 2, header).get(0).figure();
  }
}
