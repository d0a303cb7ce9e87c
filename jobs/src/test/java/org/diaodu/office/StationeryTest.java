package org.diaodu.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.diaodu.document.Document;
import org.diaodu.document.FrozenDocument;
import org.diaodu.region.InvalidPackException;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.trace.TracedDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an office changes without the program: its master, its words, its own paragraphs. */
class StationeryTest {
  /** Saved by LibreOffice, which cuts places into pieces and gives styles ids of its own. */
  private static final Path OTHER_OFFICE =
      Path.of("jobs/src/test/resources/documents/other-office.docx");

  @TempDir Path folder;

  private PackCopy pack;

  @BeforeEach
  void aPackWithoutDocuments() throws IOException {
    pack = new PackCopy(Packs.THREELANDS, folder);
    Files.createDirectories(folder.resolve("documents"));
  }

  @Test
  void withoutAnyTheProgramsOwnAreUsed() throws IOException {
    assertThat(text(bulletin()))
        .contains("试验州（测试）调度通报", "第6期", "各有关单位：", "全地区", "附件1", "2024年7月25日");
  }

  @Test
  void anotherOfficesMasterIsFilledInInItsOwnStyles() throws IOException {
    master(Files.readAllBytes(OTHER_OFFICE));

    try (XWPFDocument word = open(bulletin())) {
      XWPFParagraph first = word.getParagraphs().get(0);
      assertThat(first.getText()).isEqualTo("试验州（测试）调度通报 · 第6期");
      XWPFParagraph heading =
          word.getParagraphs().stream()
              .filter(paragraph -> paragraph.getText().equals("一、总体情况"))
              .findFirst()
              .orElseThrow();
      assertThat(word.getStyles().getStyle(heading.getStyle()).getName()).isEqualTo("Heading 1");
      assertThat(word.getStyles().getStyle(heading.getStyle()).getCTStyle().xmlText())
          .as("18 points and bold, which is said nowhere but in the master")
          .contains("<w:sz w:val=\"36\"/>", "<w:b/>");
      assertThat(heading.getRuns().get(0).getFontSizeAsDouble())
          .as("nothing beside the style")
          .isNull();
    }
    assertThat(text(bulletin())).contains("致 各有关单位：").doesNotContain("抄送", "{", "}");
  }

  @Test
  void anOfficeSaysItInItsOwnWords() throws IOException {
    wording(
        """
        names: {whole: 全镇, parts: 村}
        letter: {masthead: 试验镇情况通报, addressee: 各村：}
        sections: {next: 几点要求}
        problems:
          off_track: "{number}.{target}没有完成（{actual}）。"
        """);

    assertThat(text(bulletin()))
        .contains("试验镇情况通报", "各村：", "几点要求", "1.投资增速没有完成（增长5.2%）。", "村主要指标晾晒表")
        .doesNotContain("全地区", "牵头单位：试验局");
  }

  @Test
  void anEmptyTextIsNotSaid() throws IOException {
    wording("next:\n  red: \"\"\n");

    assertThat(text(bulletin())).doesNotContain("补齐差距");
  }

  @Test
  void whatTheOfficeAddsStandsAtTheEndOfItsSection() throws IOException {
    Files.writeString(
        folder.resolve("documents/2024-06.txt"), "# 下步要求\n各单位要加强研判。\n", StandardCharsets.UTF_8);

    assertThat(text(bulletin())).containsSubsequence("下步要求", "各单位要加强研判。", "附件1");
  }

  @Test
  void aTextOrAPlaceThatIsNotKnownIsAFaultWithItsLine() throws IOException {
    wording("overview:\n  counts: 共{all}项\n  sum: 共{all}项\n");

    assertThatThrownBy(pack::read)
        .isInstanceOf(InvalidPackException.class)
        .hasMessageContaining("documents/wording.yaml 第2行")
        .hasMessageContaining("没有{all}这个空")
        .hasMessageContaining("documents/wording.yaml 第3行")
        .hasMessageContaining("用语“overview.sum”不认得");
  }

  @Test
  void aMasterThatLacksStylesOrPlacesIsRefusedWithTheirNames() throws IOException {
    master(made(List.of("{正文}", "{附件}")));

    assertThatThrownBy(this::bulletin)
        .isInstanceOf(UnusableMasterException.class)
        .hasMessageContainingAll("缺少样式", "附件标记", "表文");
  }

  @Test
  void aPlaceOfAMasterThatIsNotKnownIsRefusedWithThoseThatAre() throws IOException {
    try (XWPFDocument word = open(Files.readAllBytes(OTHER_OFFICE));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      word.createParagraph().createRun().setText("{会签人}");
      word.write(out);
      master(out.toByteArray());
    }

    assertThatThrownBy(this::bulletin)
        .isInstanceOf(UnusableMasterException.class)
        .hasMessageContainingAll("{会签人}不认得", "{主送}", "{抄送}");
  }

  @Test
  void aFileThatIsNoWordFileIsRefused() throws IOException {
    master("不是docx".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(this::bulletin)
        .isInstanceOf(UnusableMasterException.class)
        .hasMessageContaining("打不开");
  }

  @Test
  void aKeptDocumentIsMadeAgainOnTheMasterThatItHadThen() throws IOException {
    master(Files.readAllBytes(OTHER_OFFICE));
    TracedDocument released = traced();
    FrozenDocument kept = FrozenDocument.of(released.document());
    Files.delete(folder.resolve("documents/bulletin.docx"));

    assertThat(WordFile.bytes(released.with(kept.thawed()))).isEqualTo(WordFile.bytes(released));
  }

  @Test
  void documentsAreNoPartOfThePacksId() throws IOException {
    String before = pack.read().packId();
    wording("names: {whole: 全镇}\n");

    assertThat(pack.read().packId()).isEqualTo(before);
  }

  private void wording(String yaml) throws IOException {
    Files.writeString(folder.resolve("documents/wording.yaml"), yaml);
  }

  private void master(byte[] docx) throws IOException {
    Files.write(folder.resolve("documents/bulletin.docx"), docx);
  }

  private static byte[] made(List<String> paragraphs) throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      paragraphs.forEach(words -> word.createParagraph().createRun().setText(words));
      word.write(out);
      return out.toByteArray();
    }
  }

  private byte[] bulletin() {
    return WordFile.bytes(traced());
  }

  private TracedDocument traced() {
    Document bulletin =
        new BulletinFixture(pack.read())
            .retail("T00", "107", "7", null)
            .judged("X-1", "T01", "10.4", "6", "green", "已达到")
            .judged("X-2", "T00", "5.2", "7", "red", "未达到")
            .overall();
    return BulletinFixture.traced(bulletin);
  }

  private static XWPFDocument open(byte[] docx) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(docx));
  }

  private static String text(byte[] docx) throws IOException {
    try (XWPFDocument word = open(docx);
        XWPFWordExtractor words = new XWPFWordExtractor(word)) {
      return words.getText();
    }
  }
}
