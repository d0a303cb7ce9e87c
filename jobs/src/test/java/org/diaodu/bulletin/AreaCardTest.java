package org.diaodu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diaodu.testing.BulletinFixture.row;
import static org.diaodu.testing.BulletinFixture.sentences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards of three lands and of a park that overlaps them: K-1 is set for it, K-2 for all lands. */
class AreaCardTest {
  private static final String TASKS =
      """
      task_id,annex,action,item_no,name_zh,leads,lead_mode,leads_open,participants,participants_open,areas,targets,milestones
      K-1,0,试验行动,1,园区扩容,t_office,single,false,,false,T01;T09,,
      K-2,0,试验行动,2,走访企业,t_office,single,false,,false,T01;T02;T03;T09,,
      """;

  @TempDir private Path folder;

  @Test
  void aParkThatTheTasksNameHasACardOfItsOwn() throws IOException {
    Document card = figures().card("T09");

    assertThat(row(card, "专项任务", "园区扩容")).isEqualTo("园区扩容 | 试验局 | 未填报");
    assertThat(sentences(card)).contains("丁园区本期没有可评判的数据。");
    assertThat(tables(card)).as("of series that it does not report").doesNotContain("核心指标");
  }

  @Test
  void whatItReportsAndWhatIsOpenStandsThere() throws IOException {
    Document card =
        figures().retail("T09", "12", "3", null).problem("X-1", "T09", "增长3.0%").card("T09");

    assertThat(row(card, "核心指标", "社会消费品零售总额")).contains("12.00亿元 | +3.0");
    assertThat(tables(card)).contains("整改");
  }

  @Test
  void whatAllAreasShareIsNoTaskOfOneInParticular() throws IOException {
    assertThat(tables(figures().card("T02"))).doesNotContain("专项任务");
  }

  @Test
  void aParkThatThePlanDoesNotNameHasNone() {
    assertThat(Bulletins.all(Packs.threelands(), new BulletinFixture(Packs.threelands()).figures()))
        .extracting(Document::id)
        .contains("area-T01")
        .doesNotContain("area-T09");
  }

  private BulletinFixture figures() throws IOException {
    PackCopy pack = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
    Files.writeString(pack.folder().resolve("tasks.csv"), TASKS);
    return new BulletinFixture(pack.read()).task("K-1").task("K-2");
  }

  private static java.util.List<String> tables(Document document) {
    return document.blocks().stream()
        .filter(Block.Table.class::isInstance)
        .map(block -> ((Block.Table) block).name())
        .toList();
  }
}
