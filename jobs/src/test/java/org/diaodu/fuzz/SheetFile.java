package org.diaodu.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;

/**
 * A table as a file, with what its cells say beside it where no reader looks: in a web page as the
 * attribute {@code data-is}, in a workbook as a part of its own.
 */
public final class SheetFile {
  /** Entry of a workbook that says what its cells say: address, tab, figure or nothing. */
  public static final String TRUTH = "docProps/truth.xml";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  /** Number formats: 1 plain, 2 percent, 3 in thousands, 4 in ten thousands, 5 a day, 6 hidden. */
  private static final String STYLES =
      "<styleSheet xmlns=\"%s\"><numFmts count=\"5\">".formatted(MAIN)
          + "<numFmt numFmtId=\"164\" formatCode=\"#,##0.0,\"/><numFmt numFmtId=\"165\" formatCode=\"0!.0,\"/>"
          + "<numFmt numFmtId=\"166\" formatCode=\"d\"/><numFmt numFmtId=\"167\" formatCode=\";;;\"/>"
          + "<numFmt numFmtId=\"168\" formatCode=\"0.00%\"/></numFmts>"
          + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
          + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"7\"><xf/><xf numFmtId=\"2\" applyNumberFormat=\"1\"/>"
          + "<xf numFmtId=\"168\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/>"
          + "<xf numFmtId=\"165\" applyNumberFormat=\"1\"/><xf numFmtId=\"166\" applyNumberFormat=\"1\"/>"
          + "<xf numFmtId=\"167\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

  /** XML of a cell after its address, its figure; none where there is no figure beyond doubt. */
  private record Odd(String xml, String is) {}

  private static final List<Odd> CELLS =
      List.of(
          new Odd("><v>12.5</v>", "12.5"),
          new Odd(" s=\"1\"><v>12.5</v>", "12.5"),
          new Odd(" s=\"3\"><v>12500</v>", ""),
          new Odd(" s=\"4\"><v>12500</v>", ""),
          new Odd(" s=\"5\"><v>45292</v>", ""),
          new Odd("><v>1E3</v>", "1000"),
          new Odd("><v>12.300000000000001</v>", "12.3"),
          new Odd("><v>9.9E307</v>", ""),
          new Odd("><f>1+1</f><v>2</v>", "2"),
          new Odd("><f>1+1</f>", ""),
          new Odd(" t=\"str\"><f>A1</f><v>12.5</v>", "12.5"),
          new Odd(" t=\"e\"><v>#DIV/0!</v>", ""),
          new Odd(" t=\"b\"><v>1</v>", ""),
          new Odd(" s=\"99\"><v>12</v>", "12"),
          new Odd(" t=\"inlineStr\"><is><r><t>1</t></r><r><t>2.5</t></r></is>", "12.5"),
          new Odd(
              " t=\"inlineStr\"><is><r><t>12.5</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></is>",
              "12.5"),
          new Odd(
              " t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><strike/></rPr><t>34</t></r></is>", ""),
          new Odd(
              " t=\"inlineStr\"><is><t>12</t><rPh sb=\"0\" eb=\"1\"><t>34</t></rPh></is>", "12"),
          new Odd(" t=\"inlineStr\"><is><t>12\n34</t></is>", ""));

  /** XML of cells that no spreadsheet writes. */
  private static final List<String> DAMAGED =
      List.of(
          " t=\"zz\"><v>12</v>",
          "><v>1E999999999</v>",
          "><v>1E-999999999</v>",
          "><v>NaN</v>",
          "><v>12</v><v>34</v>",
          " t=\"s\"><v>0</v>",
          " t=\"s\"><v>-1</v>",
          " t=\"s\"><v>99999</v>",
          " s=\"-1\"><v>12</v>",
          " t=\"inlineStr\"><is><t>12</t></is><v>34</v>");

  /** HTML within a cell, and its figure. */
  private static final List<Odd> PAGE_CELLS =
      List.of(
          new Odd("12.5<sup>2</sup>", "12.5"),
          new Odd("12.5<sup>①</sup>", "12.5"),
          new Odd("12<br>34", ""),
          new Odd("<p>12</p><p>34</p>", ""),
          new Odd("<div>12</div><div>34</div>", ""),
          new Odd("<ul><li>12<li>34</ul>", ""),
          new Odd("<p>12.5</p>", "12.5"),
          new Odd("12<del>34</del>", ""),
          new Odd("<s>12</s>34", ""),
          new Odd("<span style=\"display: none\">0012</span>12", "12"),
          new Odd("<span hidden>00</span>12", "12"),
          new Odd("12<script>34</script>", "12"),
          new Odd("12<!-- 34 -->", "12"),
          new Odd("1<b>2.5</b>", "12.5"),
          new Odd("12&nbsp;345", "12345"),
          new Odd("&#49;2", "12"),
          new Odd("<input value=\"34\">12", "12"),
          new Odd("12<img alt=\"34\">", "12"));

  private SheetFile() {}

  /** As text. */
  public static byte[] csv(Dice dice, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(
              String.join(
                  ",",
                  row.stream()
                      .map(
                          c ->
                              c.matches("(?s).*[,\"\n\r].*")
                                  ? '"' + c.replace("\"", "\"\"") + '"'
                                  : c)
                      .toList()))
          .append('\n');
    }
    return Hostile.encoded(dice, text.toString());
  }

  /** As a web page. */
  public static byte[] page(Dice dice, List<List<String>> rows) {
    StringBuilder page =
        new StringBuilder("<html><body>" + odd(dice, 20, "<table><tr><td>", "<p>") + "<table>");
    for (List<String> row : rows) {
      page.append("<tr").append(odd(dice, 40, " style=\"display:none\"", " hidden")).append('>');
      for (int column = 0; column < row.size(); column++) {
        boolean other = column > 0 && dice.oneIn(15);
        Odd odd = dice.one(PAGE_CELLS);
        page.append("<td");
        page.append(
            odd(
                dice,
                120,
                " colspan=\"2\"",
                " rowspan=\"3\"",
                " colspan=\"99999\"",
                " rowspan=\"65534\"",
                " colspan=\"-1\"",
                " colspan=\"0\""));
        if (other) {
          page.append(" data-is=\"").append(odd.is()).append("\">").append(odd.xml());
        } else {
          page.append('>').append(escaped(row.get(column)));
        }
        page.append(odd(dice, 60, "", "</tr>", "<td>")).append("</td>");
      }
      page.append("</tr>\n");
    }
    String whole = page.append("</table></body></html>").toString();
    return Hostile.encoded(dice, whole + "<!--" + whole.hashCode() + "-->");
  }

  /** Whether a page stands as it was made, so that what it says of its cells holds. */
  public static boolean isWhole(String page) {
    int end = page.lastIndexOf("<!--");
    return end >= 0 && page.endsWith("<!--" + page.substring(0, end).hashCode() + "-->");
  }

  /** As a BIFF workbook. */
  public static byte[] xls(Dice dice, List<List<String>> rows) {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("表");
      CellStyle percent = workbook.createCellStyle();
      percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
      for (int r = 0; r < rows.size(); r++) {
        Row row = sheet.createRow(r);
        for (int c = 0; c < rows.get(r).size(); c++) {
          String text = rows.get(r).get(c);
          Cell cell = row.createCell(c);
          if (text.matches("-?\\d{1,9}(\\.\\d{1,4})?")) {
            cell.setCellValue(Double.parseDouble(text));
          } else {
            cell.setCellValue(text.substring(0, Math.min(text.length(), 32_000)));
          }
          if (dice.oneIn(60)) {
            cell.setCellStyle(percent);
          }
        }
      }
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot happen: nothing is written to a disk", e);
    }
  }

  /** As an OOXML workbook. */
  public static byte[] xlsx(Dice dice, List<List<String>> rows) {
    StringBuilder truth = new StringBuilder();
    StringBuilder sheet = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    sheet.append(odd(dice, 100, "<!DOCTYPE x [<!ENTITY a \"12\">]>", "<!-- x -->"));
    sheet.append("<worksheet xmlns=\"").append(MAIN).append("\">");
    sheet.append(odd(dice, 30, "<dimension ref=\"A1:XFD1048576\"/>", "<dimension ref=\"B0\"/>"));
    sheet.append(
        odd(
            dice,
            30,
            "<cols><col min=\"1\" max=\"16384\" hidden=\"1\"/></cols>",
            "<cols><col min=\"-5\" max=\"99999999\" hidden=\"1\"/></cols>"));
    sheet.append("<sheetData>");
    for (int r = 0; r < rows.size(); r++) {
      sheet
          .append("<row r=\"")
          .append(dice.oneIn(200) ? dice.one("0", "-1", "1048577", "2147483647", "x", "1") : r + 1)
          .append("\">");
      for (int c = 0; c < rows.get(r).size(); c++) {
        cell(dice, rows.get(r).get(c), r, c, sheet, truth);
      }
      sheet.append("</row>");
    }
    sheet.append("</sheetData>");
    sheet.append(
        odd(
            dice,
            20,
            "<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>",
            "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
            "<mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>",
            "<mergeCells><mergeCell ref=\"?\"/></mergeCells>",
            "<mergeCells><mergeCell/></mergeCells>"));
    sheet.append("</worksheet>");
    Map<String, byte[]> parts = new LinkedHashMap<>();
    part(
        parts,
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + type("/xl/workbook.xml", "sheet.main")
            + type("/xl/styles.xml", "styles")
            + type("/xl/worksheets/sheet1.xml", "worksheet")
            + "</Types>");
    part(parts, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    part(
        parts,
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"
            .formatted(MAIN, OFFICE));
    part(
        parts,
        "xl/_rels/workbook.xml.rels",
        relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
    part(parts, "xl/styles.xml", STYLES);
    part(parts, "xl/worksheets/sheet1.xml", sheet.toString());
    part(parts, TRUTH, truth.toString());
    if (dice.oneIn(10)) {
      String victim = dice.one(List.copyOf(parts.keySet()));
      byte[] changed =
          dice.oneIn(2)
              ? Hostile.bytes(dice, parts.get(victim))
              : Hostile.texts(dice, new String(parts.get(victim), StandardCharsets.UTF_8), 3)
                  .getBytes(StandardCharsets.UTF_8);
      parts.put(victim, changed);
      parts.remove(TRUTH);
    }
    if (dice.oneIn(40)) {
      part(
          parts,
          dice.one(
              "../../tmp/slip.xml",
              "/etc/slip",
              "xl\\..\\..\\slip",
              "xl/vbaProject.bin",
              "a".repeat(60_000)),
          "x");
    }
    if (dice.oneIn(60)) {
      parts.remove(dice.one(List.copyOf(parts.keySet())));
    }
    return zip(parts);
  }

  private static void cell(
      Dice dice, String text, int r, int c, StringBuilder sheet, StringBuilder truth) {
    String address = new CellReference(r, c).formatAsString();
    boolean strange = dice.oneIn(400);
    String written =
        strange ? dice.one("A1", "ZZZZZZ1", "AVLG1", "XFE3", "1", "$B$2", "B0", "b2") : address;
    sheet.append("<c r=\"").append(written).append('"');
    if (dice.oneIn(400)) {
      sheet.append(dice.one(DAMAGED));
    } else if (c > 0 && !strange && dice.oneIn(12)) {
      Odd odd = dice.one(CELLS);
      sheet.append(odd.xml());
      truth.append(address).append('\t').append(odd.is()).append('\n');
    } else if (text.matches("-?\\d{1,12}(\\.\\d{1,6})?") && dice.oneIn(2)) {
      sheet.append("><v>").append(text).append("</v>");
    } else {
      sheet.append(" t=\"inlineStr\"><is><t>").append(escaped(text)).append("</t></is>");
    }
    sheet.append("</c>");
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot happen: nothing is written to a disk", e);
    }
    return bytes.toByteArray();
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
        .formatted(part, type);
  }

  private static String relations(String... typesAndTargets) {
    StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2, OFFICE, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    return xml.append("</Relationships>").toString();
  }

  private static void part(Map<String, byte[]> parts, String name, String text) {
    parts.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String odd(Dice dice, int times, String... of) {
    return dice.oneIn(times) ? dice.one(of) : "";
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .filter(SheetFile::isXml)
        .forEach(
            c -> escaped.append(c == '<' ? "&lt;" : c == '&' ? "&amp;" : Character.toString(c)));
    return escaped.toString();
  }

  /** Whether a character may stand in XML at all. */
  private static boolean isXml(int c) {
    boolean control = c < ' ' && c != '\n' && c != '\t';
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
