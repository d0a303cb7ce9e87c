package org.diaodu.office;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTColumns;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/**
 * GB/T 9704-2012 in the measures of Word. A4; margin above 37 mm, left 28 mm, type area 156 mm ×
 * 225 mm; 22 lines a page, 28 characters a line; title 小标宋 二号, text 仿宋 三号, headings 黑体 and 楷体 三号;
 * page numbers 宋体 四号 between dashes, odd ones on the right, even ones on the left.
 */
final class WordLayout {
  /** 方正小标宋. What stands in for it and the others where they are not installed: WordFonts. */
  static final String TITLE = "方正小标宋简体";

  /** Text. */
  static final String FANG = "仿宋_GB2312";

  /** First headings. */
  static final String HEI = "黑体";

  /** Second headings. */
  static final String KAI = "楷体_GB2312";

  /** 二号. */
  static final double TITLE_SIZE = 22;

  /** 三号. */
  static final double BODY_SIZE = 16;

  /** 小四. */
  static final double SMALL_SIZE = 12;

  /** 五号, in tables. */
  static final double TABLE_SIZE = 10.5;

  /** 小五, in tables of many columns. */
  static final double NARROW_SIZE = 9;

  /** Line pitch: 225 mm over 22 lines. */
  static final double LINE = 29;

  /** Line pitch of the title. */
  static final double TITLE_LINE = 35;

  /** Line pitch of small print. */
  static final double SMALL_LINE = 20;

  /** 156 mm. */
  static final double TEXT_WIDTH_POINTS = 442;

  /** Colour of what marks simulated figures. */
  static final String MADE_UP = "7A00A0";

  private static final String SONG = "宋体";
  private static final String LATIN = "Times New Roman";
  private static final double PAGE_NUMBER_SIZE = 14;

  private WordLayout() {}

  /** Size and margins of the page. */
  static void page(XWPFDocument word) {
    CTSectPr section =
        word.getDocument().getBody().isSetSectPr()
            ? word.getDocument().getBody().getSectPr()
            : word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(WordFile.twips(210));
    size.setH(WordFile.twips(297));
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(WordFile.twips(37));
    margin.setLeft(WordFile.twips(28));
    margin.setRight(WordFile.twips(26));
    margin.setBottom(WordFile.twips(35));
    margin.setHeader(WordFile.twips(15));
    margin.setFooter(WordFile.twips(28));
    margin.setGutter(BigInteger.ZERO);
  }

  /**
   * Ends the pages before, and sets what follows in columns of small print. What headers, footers
   * and margins there are by now stay as they are.
   */
  static void columnsFromHere(XWPFDocument word, int columns) {
    CTSectPr last = word.getDocument().getBody().getSectPr();
    XWPFParagraph end = word.createParagraph();
    spacing(end, 1);
    end.getCTP().getPPr().setSectPr((CTSectPr) last.copy());
    CTColumns of = last.isSetCols() ? last.getCols() : last.addNewCols();
    of.setNum(BigInteger.valueOf(columns));
    of.setSpace(WordFile.twips(6));
  }

  /** — 1 —, odd pages on the right and even ones on the left, one character from the edge. */
  static void pageNumbers(XWPFDocument word) {
    word.setEvenAndOddHeadings(true);
    number(word.createFooter(HeaderFooterType.DEFAULT), ParagraphAlignment.RIGHT);
    number(word.createFooter(HeaderFooterType.EVEN), ParagraphAlignment.LEFT);
  }

  private static void number(XWPFFooter footer, ParagraphAlignment side) {
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setAlignment(side);
    BigInteger character = BigInteger.valueOf(Math.round(PAGE_NUMBER_SIZE * 20));
    if (side == ParagraphAlignment.RIGHT) {
      paragraph.setIndentationRight(character.intValue());
    } else {
      paragraph.setIndentationLeft(character.intValue());
    }
    font(paragraph.createRun(), SONG, PAGE_NUMBER_SIZE).setText("— ");
    XWPFRun field = font(paragraph.createRun(), SONG, PAGE_NUMBER_SIZE);
    field
        .getCTR()
        .addNewFldChar()
        .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.BEGIN);
    field.getCTR().addNewInstrText().setStringValue(" PAGE ");
    field
        .getCTR()
        .addNewFldChar()
        .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.END);
    font(paragraph.createRun(), SONG, PAGE_NUMBER_SIZE).setText(" —");
  }

  /** A paragraph of text: two characters in, lines of the standard's pitch. */
  static void body(XWPFParagraph paragraph) {
    spacing(paragraph, LINE);
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setFirstLineIndent((int) Math.round(2 * BODY_SIZE * 20));
  }

  /** Lines of a fixed pitch in points. */
  static void spacing(XWPFParagraph paragraph, double points) {
    CTPPr properties =
        paragraph.getCTP().isSetPPr()
            ? paragraph.getCTP().getPPr()
            : paragraph.getCTP().addNewPPr();
    CTSpacing spacing =
        properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
    spacing.setBefore(BigInteger.ZERO);
    spacing.setAfter(BigInteger.ZERO);
    spacing.setLine(BigInteger.valueOf(Math.round(points * 20)));
    spacing.setLineRule(STLineSpacingRule.EXACT);
  }

  /** Lets a reader jump along the headings. */
  static void outline(XWPFParagraph paragraph, int level) {
    paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
  }

  /** A run in a Chinese face, Latin letters and digits in Times New Roman. */
  static XWPFRun font(XWPFRun run, String face, double size) {
    run.setFontSize(size);
    CTFonts fonts =
        run.getCTR().isSetRPr() && run.getCTR().getRPr().sizeOfRFontsArray() > 0
            ? run.getCTR().getRPr().getRFontsArray(0)
            : run.getCTR().getRPr().addNewRFonts();
    fonts.setAscii(LATIN);
    fonts.setHAnsi(LATIN);
    fonts.setCs(LATIN);
    fonts.setEastAsia(face);
    return run;
  }
}
