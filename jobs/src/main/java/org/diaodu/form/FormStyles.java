package org.diaodu.form;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a form look: only those to be filled in are yellow and unlocked. */
final class FormStyles {
  private static final String FONT = "宋体";
  private static final short TEXT_SIZE = 10;
  private static final short TITLE_SIZE = 14;
  private static final short CODE_SIZE = 6;

  /** Days as this program and its messages write them. */
  private static final String DAY_FORMAT = "yyyy-mm-dd";

  private static final XSSFColor LIGHT_GREY = colour(0xEE, 0xEE, 0xEE);
  private static final XSSFColor YELLOW = colour(0xFF, 0xFF, 0xCC);

  private final XSSFWorkbook book;

  /** The title of a sheet. */
  final CellStyle title;

  /** A text without a frame. */
  final CellStyle plain;

  /** The header of a column. */
  final CellStyle header;

  /** What a row asks for. */
  final CellStyle label;

  /** What is known; also a cell that does not apply. */
  final CellStyle known;

  /** The key of a row. */
  final CellStyle code;

  /** A number to be filled in. */
  final CellStyle number;

  /** A text to be filled in. */
  final CellStyle text;

  /** A day to be filled in. */
  final CellStyle day;

  FormStyles(XSSFWorkbook book) {
    this.book = book;
    this.title = style(font(TITLE_SIZE, true, IndexedColors.BLACK));
    this.plain = style(font(TEXT_SIZE, false, IndexedColors.BLACK));
    this.header = framed(font(TEXT_SIZE, true, IndexedColors.BLACK), null);
    header.setAlignment(HorizontalAlignment.CENTER);
    this.label = framed(font(TEXT_SIZE, false, IndexedColors.BLACK), null);
    this.known = framed(font(TEXT_SIZE, false, IndexedColors.GREY_80_PERCENT), LIGHT_GREY);
    this.code = style(font(CODE_SIZE, false, IndexedColors.GREY_50_PERCENT));
    this.number = entry(HorizontalAlignment.RIGHT);
    this.text = entry(HorizontalAlignment.LEFT);
    this.day = entry(HorizontalAlignment.LEFT);
    day.setDataFormat(book.createDataFormat().getFormat(DAY_FORMAT));
  }

  private static XSSFColor colour(int red, int green, int blue) {
    return new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue});
  }

  /** The style of a cell to be filled in. */
  CellStyle of(FormField field) {
    return switch (field.entry()) {
      case number, percent -> number;
      case day -> day;
      case word, text -> text;
    };
  }

  private CellStyle entry(HorizontalAlignment alignment) {
    CellStyle style = framed(font(TEXT_SIZE, false, IndexedColors.BLACK), YELLOW);
    style.setLocked(false);
    style.setAlignment(alignment);
    return style;
  }

  private XSSFCellStyle framed(XSSFFont font, XSSFColor fill) {
    XSSFCellStyle style = style(font);
    style.setWrapText(true);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    if (fill != null) {
      style.setFillForegroundColor(fill);
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }

  private XSSFCellStyle style(XSSFFont font) {
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private XSSFFont font(short size, boolean bold, IndexedColors colour) {
    XSSFFont font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints(size);
    font.setBold(bold);
    font.setColor(colour.getIndex());
    return font;
  }
}
