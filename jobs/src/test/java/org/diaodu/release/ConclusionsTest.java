package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.Packs;
import org.diaodu.trace.TracedDocument;
import org.junit.jupiter.api.Test;

/** What a bulletin concludes, and what a correction says of it. */
class ConclusionsTest {
  private static final RegionPack PACK = Packs.threelands();

  @Test
  void aLightAndWhoHasItIsAConclusion() {
    assertThat(Conclusions.of(bulletin("5.2", "red")))
        .containsEntry("目标：投资增速 亮灯", "红灯")
        .containsEntry("目标：投资增速 牵头单位", "试验局")
        .containsEntry("差距较大的目标：牵头单位", "牵头单位：试验局");
  }

  @Test
  void anotherFigureIsNotAnotherConclusion() {
    assertThat(Conclusions.of(bulletin("5.2", "red")))
        .isEqualTo(Conclusions.of(bulletin("5.1", "red")));
  }

  @Test
  void aCorrectionNamesChangedConclusionsBeforeFigures() {
    TracedDocument now =
        Correction.of(released(bulletin("5.2", "red")), traced(bulletin("7.2", "green")), PACK);

    List<Block.Table> tables =
        now.document().blocks().stream()
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .limit(2)
            .toList();
    assertThat(tables).extracting(Block.Table::name).containsExactly("结论更正", "更正");
    assertThat(tables.get(0).rows())
        .anySatisfy(
            row ->
                assertThat(row.cells())
                    .extracting(cell -> cell.text().plain())
                    .containsExactly("目标：投资增速 亮灯", "红灯", "绿灯"));
    assertThat(Correction.isSame(bulletin("7.2", "green"), now.document()))
        .as("beside what it corrects it is the document that it is")
        .isTrue();
  }

  private static ReleasedDocument released(Document document) {
    return new ReleasedDocument("2024-06.1-abc", 1, traced(document), Map.of());
  }

  private static TracedDocument traced(Document document) {
    return BulletinFixture.traced(document);
  }

  private static Document bulletin(String growth, String light) {
    return new BulletinFixture(PACK)
        .retail("T00", "107", growth, null)
        .judged("X-1", "T00", "7", "6", "green", "已达到")
        .judged("X-2", "T00", growth, "7", light, "见数")
        .overall();
  }
}
