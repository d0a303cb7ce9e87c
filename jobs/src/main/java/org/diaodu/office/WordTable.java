package org.diaodu.office;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.diaodu.document.Block;
import org.diaodu.document.Text;
import org.diaodu.domain.Light;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table in a Word file: its head repeats on every page, and no row is broken. */
final class WordTable {
  /** Writes a text into a paragraph. */
  interface TextWriter {
    /** Writes the text in a size in points. */
    void write(XWPFParagraph paragraph, Text text, double size);
  }

  private static final int MANY_COLUMNS = 8;
  private static final int WIDTH_TWIPS = 8845;
  private static final String RULE = "444444";

  private final XWPFDocument word;
  private final Block.Table table;
  private final TextWriter text;
  private final double size;

  WordTable(XWPFDocument word, Block.Table table, TextWriter text) {
    this.word = word;
    this.table = table;
    this.text = text;
    this.size =
        table.columns().size() >= MANY_COLUMNS ? WordLayout.NARROW_SIZE : WordLayout.TABLE_SIZE;
  }

  void write() {
    if (!table.caption().isEmpty()) {
      XWPFParagraph caption = word.createParagraph();
      WordLayout.spacing(caption, WordLayout.SMALL_LINE);
      caption.setKeepNext(true);
      caption.setAlignment(ParagraphAlignment.CENTER);
      WordLayout.font(caption.createRun(), WordLayout.HEI, WordLayout.SMALL_SIZE)
          .setText(table.caption());
    }
    XWPFTable made = word.createTable(table.rows().size() + 1, table.columns().size());
    frame(made);
    head(made.getRow(0));
    for (int i = 0; i < table.rows().size(); i++) {
      row(made.getRow(i + 1), table.rows().get(i));
    }
    XWPFParagraph after = word.createParagraph();
    WordLayout.spacing(after, size);
  }

  private void frame(XWPFTable made) {
    made.setTableAlignment(TableRowAlign.CENTER);
    CTTblPr properties = made.getCTTbl().getTblPr();
    properties.getTblW().setW(BigInteger.valueOf(WIDTH_TWIPS));
    properties.getTblW().setType(STTblWidth.DXA);
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    made.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
    made.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
    made.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, RULE);
    made.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, RULE);
    made.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
    made.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
    made.setCellMargins(30, 60, 30, 60);
    var grid =
        made.getCTTbl().getTblGrid() == null
            ? made.getCTTbl().addNewTblGrid()
            : made.getCTTbl().getTblGrid();
    for (int i = grid.sizeOfGridColArray() - 1; i >= 0; i--) {
      grid.removeGridCol(i);
    }
    for (int i = 0; i < table.columns().size(); i++) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width(i)));
    }
  }

  private void head(XWPFTableRow row) {
    row.setRepeatHeader(true);
    row.setCantSplitRow(true);
    for (int i = 0; i < table.columns().size(); i++) {
      XWPFParagraph paragraph = cell(row, i);
      paragraph.setAlignment(ParagraphAlignment.CENTER);
      paragraph.setKeepNext(true);
      WordLayout.font(paragraph.createRun(), WordLayout.HEI, size)
          .setText(table.columns().get(i).header());
    }
  }

  private void row(XWPFTableRow row, Block.Row of) {
    row.setCantSplitRow(true);
    for (int i = 0; i < table.columns().size(); i++) {
      Block.Cell cell = of.cells().get(i);
      XWPFParagraph paragraph = cell(row, i);
      paragraph.setAlignment(
          table.columns().get(i).number() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
      text.write(paragraph, cell.text(), size);
      if (cell.light() != null) {
        XWPFRun light = WordLayout.font(paragraph.createRun(), WordLayout.FANG, size);
        light.setColor(colour(cell.light()));
        light.setText(
            (cell.text().isEmpty() ? "" : " ") + cell.light().sign() + cell.light().nameZh());
      }
    }
  }

  private XWPFParagraph cell(XWPFTableRow row, int i) {
    XWPFTableCell cell = row.getCell(i);
    cell.setWidth(String.valueOf(width(i)));
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    WordLayout.spacing(paragraph, size + 4);
    return paragraph;
  }

  private long width(int column) {
    long all = table.columns().stream().mapToLong(Block.Column::weight).sum();
    return (long) WIDTH_TWIPS * table.columns().get(column).weight() / all;
  }

  /** Dark enough for print; the sign and the word say the same without colour. */
  private static String colour(Light light) {
    return switch (light) {
      case green -> "12662B";
      case blue -> "1F4E9E";
      case yellow -> "8A5A00";
      case red -> "B00000";
      case no_data -> "545B66";
    };
  }
}
