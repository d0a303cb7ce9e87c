package org.diaodu.office;

import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.diaodu.document.Block;
import org.diaodu.document.Figure;
import org.diaodu.document.Text;
import org.diaodu.document.Words;

/** Writes blocks before a place of a master, in the master's styles. */
final class BlockWriter implements Block.Visitor<Void> {
  private static final double TWIPS = 20;

  private final WordMaster master;
  private final XWPFParagraph place;
  private final int width;

  /**
   * Writes before a place.
   *
   * @param width between the margins, in twentieths of a point
   */
  BlockWriter(WordMaster master, XWPFParagraph place, int width) {
    this.master = master;
    this.place = place;
    this.width = width;
  }

  @Override
  public Void heading(Block.Heading heading) {
    paragraph(heading.level() == 1 ? WordStyle.HEADING_1 : WordStyle.HEADING_2)
        .createRun()
        .setText(heading.text());
    return null;
  }

  @Override
  public Void paragraph(Block.Paragraph of) {
    write(paragraph(of.small() ? WordStyle.NOTE : WordStyle.BODY), of.text());
    return null;
  }

  @Override
  public Void annex(Block.Annex annex) {
    paragraph(WordStyle.ANNEX_MARK).createRun().setText(annex.mark());
    paragraph(WordStyle.ANNEX_TITLE).createRun().setText(annex.title());
    return null;
  }

  /** For the screen alone. */
  @Override
  public Void tiles(Block.Tiles tiles) {
    return null;
  }

  @Override
  public Void newPage(Block.NewPage newPage) {
    XWPFParagraph paragraph = paragraph(WordStyle.NOTE);
    paragraph.setPageBreak(true);
    return null;
  }

  @Override
  public Void table(Block.Table table) {
    if (!table.caption().isEmpty()) {
      paragraph(WordStyle.CAPTION).createRun().setText(table.caption());
    }
    new WordTable(
            master,
            master.word().insertNewTbl(place.getCTP().newCursor()),
            table,
            width,
            this::write)
        .write();
    // Two tables without a paragraph between them would be one.
    paragraph(WordStyle.TABLE_TEXT);
    return null;
  }

  @Override
  public Void chart(Block.Chart chart) {
    if (!chart.onScreenOnly()) {
      paragraph(WordStyle.CAPTION)
          .createRun()
          .setText(
              "图　%s（%s）%s"
                  .formatted(chart.title(), chart.unit(), chart.isSimulated() ? "　含模拟数据" : ""));
      XWPFParagraph paragraph = paragraph(WordStyle.TABLE_TEXT);
      paragraph.setSpacingBetween(1, LineSpacingRule.AUTO);
      paragraph.setAlignment(ParagraphAlignment.CENTER);
      WordChart.put(chart, master.word(), paragraph.createRun(), width / TWIPS, described(chart));
    }
    return null;
  }

  private XWPFParagraph paragraph(WordStyle style) {
    XWPFParagraph paragraph = master.word().insertNewParagraph(place.getCTP().newCursor());
    paragraph.setStyle(master.id(style));
    return paragraph;
  }

  /** Words and figures; behind one that is made up stands its mark. */
  private void write(XWPFParagraph paragraph, Text text) {
    for (int i = 0; i < text.spans().size(); i++) {
      if (text.spans().get(i) instanceof Figure figure) {
        paragraph.createRun().setText(figure.printed() + (text.isPercent(i) ? "%" : ""));
        if (figure.isMarked()) {
          XWPFRun mark = paragraph.createRun();
          mark.setStyle(master.id(WordStyle.MADE_UP));
          mark.setText(Figure.MARK);
        }
      } else {
        String words = ((Words) text.spans().get(i)).text();
        paragraph.createRun().setText(text.isPercent(i - 1) ? words.substring(1) : words);
      }
    }
  }

  /** For those who cannot see it: what is drawn, with every figure. */
  private static String described(Block.Chart chart) {
    return chart.title()
        + chart.series().stream()
            .map(series -> "；%s：%s".formatted(series.name(), points(chart, series)))
            .collect(Collectors.joining());
  }

  private static String points(Block.Chart chart, Block.Series series) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < series.points().size(); i++) {
      Figure point = series.points().get(i);
      if (point != null) {
        words.append(words.isEmpty() ? "" : "，");
        words.append(chart.categories().get(i)).append(point.printed()).append(chart.unit());
      }
    }
    return words.toString();
  }
}
