package org.diaodu.office;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.document.Figure;

/** The styles of a workbook, each made once. */
final class WorkbookStyles {
  private static final String FACE = "宋体";
  private static final byte[] MADE_UP = {0x7a, 0x00, (byte) 0xa0};
  private static final byte[] HEAD = {(byte) 0xe8, (byte) 0xec, (byte) 0xf2};

  private record Digits(int decimals, boolean signed, boolean simulated) {}

  private final XSSFWorkbook book;
  private final Map<Digits, CellStyle> numbers = new HashMap<>();
  private final CellStyle plain;
  private final CellStyle wrapped;
  private final CellStyle head;
  private final CellStyle heading;
  private final CellStyle title;
  private final CellStyle mark;

  WorkbookStyles(XSSFWorkbook book) {
    this.book = book;
    this.plain = style(font(10, false, null), false);
    this.wrapped = style(font(11, false, null), true);
    this.heading = style(font(12, true, null), true);
    this.title = style(font(18, true, null), true);
    this.mark = style(font(11, true, MADE_UP), true);
    XSSFCellStyle boxed = style(font(11, true, null), true);
    boxed.setFillForegroundColor(new XSSFColor(HEAD));
    boxed.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    boxed.setBorderBottom(BorderStyle.THIN);
    boxed.setAlignment(HorizontalAlignment.CENTER);
    this.head = boxed;
  }

  CellStyle plain() {
    return plain;
  }

  CellStyle wrapped() {
    return wrapped;
  }

  CellStyle head() {
    return head;
  }

  CellStyle heading() {
    return heading;
  }

  CellStyle title() {
    return title;
  }

  CellStyle mark() {
    return mark;
  }

  /** Numbers of so many decimals; a made-up one carries its mark in the format. */
  CellStyle number(int decimals, boolean signed, boolean simulated) {
    return numbers.computeIfAbsent(new Digits(decimals, signed, simulated), this::number);
  }

  private CellStyle number(Digits of) {
    String digits = of.decimals() == 0 ? "0" : "0." + "0".repeat(of.decimals());
    String mark = of.simulated() ? "\"" + Figure.MARK + "\"" : "";
    String format =
        of.signed()
            ? "+%1$s%2$s;-%1$s%2$s;%1$s%2$s".formatted(digits, mark)
            : "%1$s%2$s;-%1$s%2$s;%1$s%2$s".formatted(digits, mark);
    XSSFCellStyle style = style(font(11, false, of.simulated() ? MADE_UP : null), false);
    style.setDataFormat(book.createDataFormat().getFormat(format));
    style.setAlignment(HorizontalAlignment.RIGHT);
    return style;
  }

  private XSSFFont font(int points, boolean bold, byte[] colour) {
    XSSFFont font = book.createFont();
    font.setFontName(FACE);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    if (colour != null) {
      font.setColor(new XSSFColor(colour));
    }
    return font;
  }

  private XSSFCellStyle style(XSSFFont font, boolean wrap) {
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setWrapText(wrap);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    // A text that begins with = is a text, in this workbook and when it is copied on.
    style.setQuotePrefixed(wrap);
    return style;
  }
}
