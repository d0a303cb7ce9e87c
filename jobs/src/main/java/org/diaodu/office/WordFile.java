package org.diaodu.office;

import com.microsoft.schemas.vml.CTShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlObject;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.Mark;
import org.diaodu.document.Text;
import org.diaodu.document.Words;
import org.diaodu.trace.TracedDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPicture;

/**
 * A document as a Word file after GB/T 9704-2012: A4 with the standard's margins, the title in 小标宋
 * 二号, the text in 仿宋 三号, headings in 黑体 and 楷体. Every figure leads to its line in the list of
 * sources at the end.
 */
public final class WordFile {
  private final TracedDocument traced;
  private final XWPFDocument word = new XWPFDocument();
  private final WordSources sources;
  private int place;

  private WordFile(TracedDocument traced) {
    this.traced = traced;
    this.sources = new WordSources(traced);
  }

  /** The file. */
  public static byte[] bytes(TracedDocument traced) {
    return new WordFile(traced).bytes();
  }

  private byte[] bytes() {
    Document document = traced.document();
    WordLayout.page(word);
    title(document);
    for (Block block : document.blocks()) {
      write(block);
    }
    signature(document);
    WordLayout.pageNumbers(word);
    watermark(document);
    sources.write(word);
    WordFonts.name(word);
    return OfficeFile.bytes(word, document);
  }

  private void title(Document document) {
    XWPFParagraph title = word.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    WordLayout.spacing(title, WordLayout.TITLE_LINE);
    WordLayout.font(title.createRun(), WordLayout.TITLE, WordLayout.TITLE_SIZE)
        .setText(document.title());
    XWPFParagraph dateline = word.createParagraph();
    dateline.setAlignment(ParagraphAlignment.CENTER);
    WordLayout.spacing(dateline, WordLayout.LINE);
    WordLayout.font(dateline.createRun(), WordLayout.KAI, WordLayout.BODY_SIZE)
        .setText("数据截至%s　%s".formatted(document.asOf(), document.edition()));
    for (Mark mark : document.marks()) {
      XWPFParagraph notice = word.createParagraph();
      notice.setAlignment(ParagraphAlignment.CENTER);
      WordLayout.spacing(notice, WordLayout.LINE);
      XWPFRun run = WordLayout.font(notice.createRun(), WordLayout.HEI, WordLayout.SMALL_SIZE);
      run.setColor(WordLayout.MADE_UP);
      run.setText(mark.notice());
    }
  }

  private void write(Block block) {
    if (block instanceof Block.Heading heading) {
      heading(heading);
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph(paragraph);
    } else if (block instanceof Block.Table table) {
      new WordTable(word, table, this::text).write();
    } else if (block instanceof Block.Chart chart) {
      chart(chart);
    } else {
      word.createParagraph().createRun().addBreak(BreakType.PAGE);
    }
  }

  private void heading(Block.Heading heading) {
    XWPFParagraph paragraph = word.createParagraph();
    WordLayout.body(paragraph);
    paragraph.setKeepNext(true);
    WordLayout.outline(paragraph, heading.level());
    WordLayout.font(
            paragraph.createRun(),
            heading.level() == 1 ? WordLayout.HEI : WordLayout.KAI,
            WordLayout.BODY_SIZE)
        .setText(heading.text());
  }

  private void paragraph(Block.Paragraph of) {
    XWPFParagraph paragraph = word.createParagraph();
    WordLayout.body(paragraph);
    if (of.small()) {
      WordLayout.spacing(paragraph, WordLayout.SMALL_LINE);
    }
    text(paragraph, of.text(), of.small() ? WordLayout.SMALL_SIZE : WordLayout.BODY_SIZE);
  }

  /** Words and figures; a figure leads to its line in the list of sources. */
  private void text(XWPFParagraph paragraph, Text text, double size) {
    for (int i = 0; i < text.spans().size(); i++) {
      if (text.spans().get(i) instanceof Figure figure) {
        figure(paragraph, figure, size);
        write(paragraph, text.isPercent(i) ? "%" : "", size);
        mark(paragraph, figure, size);
      } else {
        String words = ((Words) text.spans().get(i)).text();
        write(paragraph, text.isPercent(i - 1) ? words.substring(1) : words, size);
      }
    }
  }

  private void figure(XWPFParagraph paragraph, Figure figure, double size) {
    CTHyperlink link = paragraph.getCTP().addNewHyperlink();
    link.setAnchor(sources.anchor(place));
    place++;
    XWPFRun run = new XWPFRun(link.addNewR(), (IRunBody) paragraph);
    WordLayout.font(run, WordLayout.FANG, size).setText(figure.printed());
  }

  private static void write(XWPFParagraph paragraph, String words, double size) {
    if (!words.isEmpty()) {
      WordLayout.font(paragraph.createRun(), WordLayout.FANG, size).setText(words);
    }
  }

  private static void mark(XWPFParagraph paragraph, Figure figure, double size) {
    if (figure.simulated()) {
      XWPFRun mark = WordLayout.font(paragraph.createRun(), WordLayout.FANG, size);
      mark.setVerticalAlignment("superscript");
      mark.setColor(WordLayout.MADE_UP);
      mark.setText(Figure.MARK);
    }
  }

  private void chart(Block.Chart chart) {
    int figures =
        (int)
            chart.series().stream()
                .flatMap(s -> s.points().stream())
                .filter(p -> p != null)
                .count();
    place += figures;
    Optional<byte[]> png = chart.onScreenOnly() ? Optional.empty() : ChartPicture.png(chart);
    if (png.isEmpty()) {
      return;
    }
    XWPFParagraph caption = word.createParagraph();
    WordLayout.spacing(caption, WordLayout.SMALL_LINE);
    caption.setAlignment(ParagraphAlignment.CENTER);
    caption.setKeepNext(true);
    WordLayout.font(caption.createRun(), WordLayout.HEI, WordLayout.SMALL_SIZE)
        .setText("图　%s（%s）".formatted(chart.title(), chart.unit()));
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    try {
      XWPFPicture picture =
          paragraph
              .createRun()
              .addPicture(
                  new ByteArrayInputStream(png.get()),
                  PictureType.PNG,
                  chart.name() + ".png",
                  Units.toEMU(WordLayout.TEXT_WIDTH_POINTS),
                  Units.toEMU(
                      WordLayout.TEXT_WIDTH_POINTS * ChartPicture.HEIGHT / ChartPicture.WIDTH));
      picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(described(chart));
    } catch (InvalidFormatException | IOException e) {
      throw new IllegalStateException("Cannot put in the picture of " + chart.name(), e);
    }
  }

  /** For those who cannot see it: what is drawn, and its first and last figures. */
  private static String described(Block.Chart chart) {
    StringBuilder words = new StringBuilder(chart.title());
    for (Block.Series series : chart.series()) {
      words.append("；").append(series.name()).append("：");
      for (int i = 0; i < series.points().size(); i++) {
        Figure point = series.points().get(i);
        if (point != null) {
          words.append(chart.categories().get(i)).append(point.printed()).append(chart.unit());
          words.append("，");
        }
      }
      words.setLength(words.length() - 1);
    }
    return words.toString();
  }

  private void signature(Document document) {
    if (document.issuer().isEmpty()) {
      return;
    }
    XWPFParagraph paragraph = word.createParagraph();
    WordLayout.spacing(paragraph, WordLayout.LINE);
    paragraph.setAlignment(ParagraphAlignment.RIGHT);
    WordLayout.font(paragraph.createRun(), WordLayout.FANG, WordLayout.BODY_SIZE)
        .setText(document.issuer());
  }

  /** Pale, and behind the text: POI itself makes it black. */
  private void watermark(Document document) {
    if (document.marks().isEmpty()) {
      return;
    }
    XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(word);
    policy.createWatermark(
        document.marks().stream().map(Mark::across).collect(Collectors.joining(" ")));
    for (XWPFHeader header :
        List.of(
            policy.getDefaultHeader(), policy.getFirstPageHeader(), policy.getEvenPageHeader())) {
      for (XWPFParagraph paragraph : header.getParagraphs()) {
        for (XWPFRun run : paragraph.getRuns()) {
          run.getCTR().getPictList().forEach(WordFile::pale);
        }
      }
    }
  }

  private static void pale(CTPicture picture) {
    for (XmlObject found :
        picture.selectPath("declare namespace v='urn:schemas-microsoft-com:vml' .//v:shape")) {
      CTShape shape = (CTShape) found;
      shape.setFillcolor("#e9dcf0");
      shape.setStyle(shape.getStyle() + ";rotation:315");
    }
  }

  static BigInteger twips(double millimetres) {
    return BigInteger.valueOf(Math.round(millimetres / 25.4 * 1440));
  }
}
