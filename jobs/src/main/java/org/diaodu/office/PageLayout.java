package org.diaodu.office;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The pages of a master, upright as the master has them, or the same on their side. */
final class PageLayout {
  private final XWPFDocument word;
  private final CTSectPr upright;

  PageLayout(XWPFDocument word) {
    this.word = word;
    this.upright = (CTSectPr) last().copy();
  }

  /** Width between the margins on the pages that come last, in twentieths of a point. */
  int textWidth() {
    CTPageSz size = last().getPgSz();
    CTPageMar margin = last().getPgMar();
    return whole(size.getW()) - whole(margin.getLeft()) - whole(margin.getRight());
  }

  /** Ends the pages before a paragraph, and begins others with it. */
  void breakBefore(XWPFParagraph paragraph, boolean wide) {
    XWPFParagraph end = word.insertNewParagraph(paragraph.getCTP().newCursor());
    properties(end.getCTP()).setSectPr((CTSectPr) last().copy());
    // The paragraph that a section ends with has no words, and is to take no room.
    CTSpacing spacing = properties(end.getCTP()).addNewSpacing();
    spacing.setBefore(BigInteger.ZERO);
    spacing.setAfter(BigInteger.ZERO);
    spacing.setLine(BigInteger.valueOf(20));
    spacing.setLineRule(STLineSpacingRule.EXACT);
    last().set(wide ? onItsSide() : upright.copy());
  }

  private CTSectPr onItsSide() {
    CTSectPr wide = (CTSectPr) upright.copy();
    CTPageSz size = wide.getPgSz();
    size.setW(upright.getPgSz().getH());
    size.setH(upright.getPgSz().getW());
    size.setOrient(STPageOrientation.LANDSCAPE);
    CTPageMar margin = wide.getPgMar();
    margin.setLeft(upright.getPgMar().getTop());
    margin.setRight(upright.getPgMar().getBottom());
    margin.setTop(upright.getPgMar().getRight());
    margin.setBottom(upright.getPgMar().getLeft());
    margin.setFooter(upright.getPgMar().getHeader());
    return wide;
  }

  private CTSectPr last() {
    return word.getDocument().getBody().getSectPr();
  }

  private static CTPPr properties(CTP paragraph) {
    return paragraph.isSetPPr() ? paragraph.getPPr() : paragraph.addNewPPr();
  }

  private static int whole(Object twips) {
    return new java.math.BigDecimal(twips.toString()).intValue();
  }
}
