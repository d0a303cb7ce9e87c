package org.diaodu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.diaodu.document.Document;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SamplePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bulletin and a card say, and what they leave unsaid. */
class BulletinWordsTest {
  @TempDir private Path folder;

  @Test
  void targetsAreCountedOfThoseThatCouldBeJudged() {
    assertThat(sentences(fixture().judged("X-2", "T00", null, "7", "no_data", "没有数")))
        .contains("2项目标中，有数据可评判的1项：绿灯1项。")
        .doesNotContain("红灯0项");
  }

  @Test
  void whatWillMostLikelyBeMissedIsWarnedOfWithItsRecord() {
    assertThat(sentences(likelyMissed("projection_trials", "5", "projection_error", "0.4")))
        .contains("社零增速目前为绿灯，按往年同期推算，全年达到目标的可能性为10%（往年同期推算5次，平均误差0.4个百分点）。");
  }

  @Test
  void anEstimateThatWasNotHeldAgainstThePastWarnsOfNothing() {
    assertThat(sentences(likelyMissed())).doesNotContain("可能性");
    assertThat(sentences(likelyMissed("projection_trials", "2", "projection_error", "0.4")))
        .as("twice is no record")
        .doesNotContain("可能性");
  }

  @Test
  void aCardBeginsWithTheStateOfItsArea() {
    BulletinFixture fixture =
        fixture()
            .retail("T01", "55.2", "4.4", "1")
            .judged("X-1", "T01", "4.4", "6", "red", "未达到")
            .owes("T01", "retail_sales", "2024-06", "5");
    Document card =
        Bulletins.all(Packs.threelands(), fixture.figures()).stream()
            .filter(document -> document.id().equals("area-T01"))
            .findFirst()
            .orElseThrow();

    assertThat(BulletinFixture.sentences(card))
        .startsWith("甲县红灯1项：社零增速（增长4.4%）")
        .contains("逾期未报的数据1项");
  }

  @Test
  void aWholeThatFellMoreThanEveryPartIsSaidToNotToAgree() throws IOException {
    RegionPack pack = SamplePage.core(Packs.THREELANDS, folder.resolve("pack")).read();
    BulletinFixture fixture =
        new BulletinFixture(pack)
            .retail("T00", "107", "-13", null)
            .retail("T01", "55.2", "-2", "1")
            .retail("T02", "31.5", "-5", "2")
            .retail("T03", "20.5", "-11.5", "3");

    assertThat(sentences(fixture)).contains("全地区社会消费品零售总额下降13.0%，不在各地区之间（下降11.5%至下降2.0%）");
    assertThat(sentences(fixture().retail("T01", "55.2", "4.4", "1")))
        .as("where parts are missing nothing follows")
        .doesNotContain("不在各地区之间");
  }

  private static BulletinFixture likelyMissed(String... record) {
    String[] more = new String[record.length + 2];
    more[0] = "probability";
    more[1] = "10";
    System.arraycopy(record, 0, more, 2, record.length);
    return new BulletinFixture(Packs.threelands())
        .judged("X-1", "T00", "7", "6", "green", "已达到", more);
  }

  private static BulletinFixture fixture() {
    return new BulletinFixture(Packs.threelands())
        .retail("T00", "107", "7", null)
        .judged("X-1", "T00", "7", "6", "green", "已达到");
  }

  private static String sentences(BulletinFixture fixture) {
    return BulletinFixture.sentences(fixture.overall());
  }
}
