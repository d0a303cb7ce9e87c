package org.diaodu.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Letterhead;
import org.diaodu.document.Mark;
import org.diaodu.trace.TracedDocument;

/**
 * A document as a Word file: a master of the office's own, filled in. How it looks is said by the
 * styles of the master and nowhere else. An annex without a mark is not sent and so not printed.
 */
public final class WordFile {
  /** Every place that a master may have besides the text and the annexes. */
  private static final List<String> FIELDS =
      List.of(
          "发文机关标志", "发文机关", "期号", "成文日期", "标题", "主送", "附件说明", "落款", "抄送", "印发机关", "印发日期", "联系人",
          "拟稿人", "审核人", "签发人");

  private final Document document;
  private final WordMaster master;
  private final XWPFDocument word;

  private WordFile(Document document) {
    this.document = document;
    this.master = WordMaster.open(document.letterhead());
    this.word = master.word();
  }

  /**
   * The file; the same document always gives the same bytes.
   *
   * @throws UnusableMasterException where its master cannot be filled in
   */
  public static byte[] bytes(TracedDocument traced) {
    return new WordFile(traced.document()).bytes();
  }

  private byte[] bytes() {
    master.fill(fields());
    Watermark.put(word, document.marks().stream().map(Mark::across).toList());
    List<Block> blocks = document.blocks();
    int text = beginOfAnnexes(blocks, 0);
    write(master.place(WordMaster.TEXT), blocks.subList(0, text));
    annexes(blocks.subList(text, blocks.size()));
    return OfficeFile.bytes(word, document);
  }

  private Map<String, String> fields() {
    Letterhead letterhead = document.letterhead();
    Map<String, String> fields = new TreeMap<>();
    FIELDS.forEach(name -> fields.put(name, letterhead.field(name)));
    fields.computeIfPresent("标题", (name, title) -> title.isEmpty() ? document.title() : title);
    fields.put("数据截至", document.asOf().toString());
    fields.put("版次", document.edition());
    fields.put("提示", document.marks().stream().map(Mark::notice).collect(Collectors.joining("\n")));
    return fields;
  }

  private void write(XWPFParagraph place, List<Block> blocks) {
    BlockWriter writer = new BlockWriter(master, place, new PageLayout(word).textWidth());
    blocks.forEach(block -> block.accept(writer));
    word.removeBodyElement(word.getPosOfParagraph(place));
  }

  /** Each annex is a section of its own, upright or on its side. */
  private void annexes(List<Block> blocks) {
    XWPFParagraph place = master.place(WordMaster.ANNEXES);
    PageLayout pages = new PageLayout(word);
    for (List<Block> annex : sent(blocks)) {
      boolean wide = ((Block.Annex) annex.get(0)).wide();
      pages.breakBefore(place, wide);
      BlockWriter writer = new BlockWriter(master, place, pages.textWidth());
      annex.forEach(block -> block.accept(writer));
    }
    word.removeBodyElement(word.getPosOfParagraph(place));
  }

  private static List<List<Block>> sent(List<Block> blocks) {
    List<List<Block>> annexes = new ArrayList<>();
    int begin = 0;
    while (begin < blocks.size()) {
      int end = beginOfAnnexes(blocks, begin + 1);
      if (((Block.Annex) blocks.get(begin)).isSent()) {
        annexes.add(blocks.subList(begin, end));
      }
      begin = end;
    }
    return annexes;
  }

  private static int beginOfAnnexes(List<Block> blocks, int from) {
    int i = from;
    while (i < blocks.size() && !(blocks.get(i) instanceof Block.Annex)) {
      i++;
    }
    return i;
  }
}
