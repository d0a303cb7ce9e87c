package org.diaodu.office;

import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPicture;

/** Words across every page, pale and behind the text, in the headers that a master has. */
final class Watermark {
  private static final String COLOUR = "#e9dcf0";

  private Watermark() {}

  static void put(XWPFDocument word, List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    XWPFHeaderFooterPolicy policy = word.createHeaderFooterPolicy();
    if (policy.getDefaultHeader() == null) {
      word.createHeader(HeaderFooterType.DEFAULT);
    }
    if (policy.getEvenPageHeader() == null) {
      word.createHeader(HeaderFooterType.EVEN);
    }
    CTP drawn = drawn(String.join(" ", words));
    for (XWPFHeader header : word.getHeaderList()) {
      header.createParagraph().getCTP().set(drawn);
    }
  }

  /** POI draws it in headers that it makes itself, in black. */
  private static CTP drawn(String words) {
    XWPFDocument other = new XWPFDocument();
    XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(other);
    policy.createWatermark(words);
    CTP drawn = null;
    for (XWPFParagraph paragraph : policy.getDefaultHeader().getParagraphs()) {
      for (XWPFRun run : paragraph.getRuns()) {
        run.getCTR().getPictList().forEach(Watermark::pale);
      }
      drawn = (CTP) paragraph.getCTP().copy();
    }
    if (drawn != null && drawn.isSetPPr()) {
      drawn.unsetPPr();
    }
    return drawn;
  }

  private static void pale(CTPicture picture) {
    for (XmlObject found :
        picture.selectPath("declare namespace v='urn:schemas-microsoft-com:vml' .//v:shape")) {
      com.microsoft.schemas.vml.CTShape shape = (com.microsoft.schemas.vml.CTShape) found;
      shape.setFillcolor(COLOUR);
      shape.setStyle(shape.getStyle() + ";rotation:315");
    }
  }
}
