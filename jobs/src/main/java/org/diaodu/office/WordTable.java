package org.diaodu.office;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.diaodu.document.Block;
import org.diaodu.document.Text;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table in a Word file: its head repeats on every page, and no row is broken. */
final class WordTable {
  private final WordMaster master;
  private final XWPFTable made;
  private final Block.Table table;
  private final List<Integer> widths;
  private final BiConsumer<XWPFParagraph, Text> text;

  /**
   * Fills in a table.
   *
   * @param made the table, with one row of one cell
   * @param width of the table, in twentieths of a point
   * @param text writes a text into a paragraph
   */
  WordTable(
      WordMaster master,
      XWPFTable made,
      Block.Table table,
      int width,
      BiConsumer<XWPFParagraph, Text> text) {
    this.master = master;
    this.made = made;
    this.table = table;
    this.widths = ColumnWidths.of(table, width);
    this.text = text;
  }

  void write() {
    frame();
    head();
    for (Block.Row row : table.rows()) {
      row(made.createRow(), row);
    }
  }

  private void frame() {
    made.setStyleID(master.id(WordStyle.TABLE));
    made.setTableAlignment(TableRowAlign.CENTER);
    CTTblPr properties = made.getCTTbl().getTblPr();
    if (properties.isSetTblBorders()) {
      properties.unsetTblBorders();
    }
    properties
        .getTblW()
        .setW(BigInteger.valueOf(widths.stream().mapToInt(Integer::intValue).sum()));
    properties.getTblW().setType(STTblWidth.DXA);
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid =
        made.getCTTbl().getTblGrid() == null
            ? made.getCTTbl().addNewTblGrid()
            : made.getCTTbl().getTblGrid();
    for (int i = grid.sizeOfGridColArray() - 1; i >= 0; i--) {
      grid.removeGridCol(i);
    }
    widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width)));
  }

  private void head() {
    XWPFTableRow row = made.getRow(0);
    row.setRepeatHeader(true);
    row.setCantSplitRow(true);
    for (int i = 0; i < table.columns().size(); i++) {
      if (i > 0) {
        row.createCell();
      }
      XWPFParagraph paragraph = cell(row, i, WordStyle.TABLE_HEAD);
      paragraph.setKeepNext(true);
      paragraph.createRun().setText(table.columns().get(i).header());
    }
  }

  private void row(XWPFTableRow row, Block.Row of) {
    row.setCantSplitRow(true);
    for (int i = 0; i < table.columns().size(); i++) {
      Block.Cell cell = of.cells().get(i);
      XWPFParagraph paragraph = cell(row, i, WordStyle.TABLE_TEXT);
      if (table.columns().get(i).number()) {
        paragraph.setAlignment(
            cell.light() == null ? ParagraphAlignment.RIGHT : ParagraphAlignment.CENTER);
      }
      text.accept(paragraph, cell.text());
      if (cell.light() != null) {
        XWPFRun light = paragraph.createRun();
        light.setStyle(master.id(WordStyle.of(cell.light())));
        light.setText(ColumnWidths.light(cell));
      }
    }
  }

  private XWPFParagraph cell(XWPFTableRow row, int i, WordStyle style) {
    XWPFTableCell cell = row.getCell(i);
    cell.setWidth(String.valueOf(widths.get(i)));
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setStyle(master.id(style));
    return paragraph;
  }
}
