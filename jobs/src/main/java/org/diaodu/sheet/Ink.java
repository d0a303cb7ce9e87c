package org.diaodu.sheet;

import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** Colours of letters and paper: what is written in the colour of its paper is not seen. */
final class Ink {
  /** As a program writes that is told nothing: black on white. */
  static final Rgb BLACK = new Rgb(0, 0, 0);

  static final Rgb WHITE = new Rgb(255, 255, 255);

  /** A difference of red, green or blue, of 255, that nobody sees. */
  private static final int UNSEEN = 8;

  private Ink() {}

  /** A colour, each part from 0 to 255. */
  record Rgb(int red, int green, int blue) {
    /** Whether letters of this colour are not seen on paper of the other. */
    boolean isUnseenOn(Rgb paper) {
      return Math.abs(red - paper.red) <= UNSEEN
          && Math.abs(green - paper.green) <= UNSEEN
          && Math.abs(blue - paper.blue) <= UNSEEN;
    }
  }

  /** How the letters of a cell go with its paper. */
  enum Sight {
    /** They are seen, on white paper. */
    on_white,
    /** They are seen, or nobody can tell, on paper that is not white. */
    on_colour,
    /** They have the colour of their paper. */
    unseen
  }

  /** How letters and paper of cells of a style go together, as far as its colours can be told. */
  static Sight of(XSSFCellStyle style) {
    return sight(style.getFont().getXSSFColor(), style);
  }

  /** How letters and paper of cells of a style go together, as far as its colours can be told. */
  static Sight of(HSSFCellStyle style, HSSFWorkbook workbook) {
    return sight(style.getFont(workbook).getHSSFColor(workbook), style);
  }

  private static Sight sight(Color font, CellStyle style) {
    Rgb letters = of(font).orElse(BLACK);
    Optional<Rgb> paper = paper(style.getFillPattern(), style.getFillForegroundColorColor());
    if (paper.filter(letters::isUnseenOn).isPresent()) {
      return Sight.unseen;
    }
    return paper.filter(WHITE::isUnseenOn).isPresent() ? Sight.on_white : Sight.on_colour;
  }

  /** A colour as a workbook names it; empty where it leaves it to the program that shows it. */
  static Optional<Rgb> of(Color color) {
    if (color instanceof HSSFColor old) {
      short[] parts = old.getTriplet();
      return old.getIndex() == HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex()
          ? Optional.empty()
          : Optional.of(new Rgb(parts[0], parts[1], parts[2]));
    }
    byte[] parts = color instanceof XSSFColor named ? parts(named) : null;
    return parts == null
        ? Optional.empty()
        : Optional.of(new Rgb(parts[0] & 0xFF, parts[1] & 0xFF, parts[2] & 0xFF));
  }

  /** Null where it is not known: numbers from 64 on stand for colours of the system. */
  private static byte[] parts(XSSFColor color) {
    byte[] parts = color.getRGBWithTint();
    return parts == null && color.isIndexed() && color.getIndex() < 64
        ? DefaultIndexedColorMap.getDefaultRGB(color.getIndex())
        : parts;
  }

  /** Empty where it is of more than one colour, or of one that is not known. */
  private static Optional<Rgb> paper(FillPatternType pattern, Color color) {
    return switch (pattern) {
      case NO_FILL -> Optional.of(WHITE);
      case SOLID_FOREGROUND -> of(color);
      default -> Optional.empty();
    };
  }
}
