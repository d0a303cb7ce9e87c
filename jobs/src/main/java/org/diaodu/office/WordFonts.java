package org.diaodu.office;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;

/**
 * The font table of a Word file: for each face of GB/T 9704 those that stand in for it where it is
 * not installed, best first. POI writes no font table of its own.
 */
final class WordFonts {
  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String CHINESE = "86";
  private static final Map<String, List<String>> STAND_INS = standIns();

  private WordFonts() {}

  private static Map<String, List<String>> standIns() {
    Map<String, List<String>> faces = new LinkedHashMap<>();
    faces.put(WordLayout.TITLE, List.of("方正小标宋_GBK", "小标宋", "华文中宋", "宋体", "Noto Serif CJK SC"));
    faces.put(WordLayout.FANG, List.of("仿宋", "华文仿宋", "方正仿宋_GBK", "FangSong", "Noto Serif CJK SC"));
    faces.put(WordLayout.KAI, List.of("楷体", "华文楷体", "方正楷体_GBK", "KaiTi", "AR PL UKai CN"));
    faces.put(WordLayout.HEI, List.of("SimHei", "华文黑体", "方正黑体_GBK", "Noto Sans CJK SC"));
    return faces;
  }

  /** Puts the table into the file. */
  static void name(XWPFDocument word) {
    try {
      PackagePart part =
          word.getPackage()
              .createPart(
                  PackagingURIHelper.createPartName("/word/fontTable.xml"),
                  XWPFRelation.FONT_TABLE.getContentType());
      word.getPackagePart()
          .addRelationship(
              part.getPartName(), TargetMode.INTERNAL, XWPFRelation.FONT_TABLE.getRelation());
      try (OutputStream out = part.getOutputStream()) {
        write(out);
      }
    } catch (InvalidFormatException | IOException | XMLStreamException e) {
      throw new IllegalStateException("Cannot name the faces that stand in for others", e);
    }
  }

  private static void write(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setPrefix("w", W);
    xml.writeStartElement(W, "fonts");
    xml.writeNamespace("w", W);
    for (Map.Entry<String, List<String>> face : STAND_INS.entrySet()) {
      xml.writeStartElement(W, "font");
      xml.writeAttribute(W, "name", face.getKey());
      value(xml, "altName", String.join(",", face.getValue()));
      value(xml, "charset", CHINESE);
      value(xml, "family", "auto");
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private static void value(XMLStreamWriter xml, String element, String value)
      throws XMLStreamException {
    xml.writeEmptyElement(W, element);
    xml.writeAttribute(W, "val", value);
  }
}
