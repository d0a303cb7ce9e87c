package org.diaodu.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.diaodu.document.Letterhead;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/**
 * A master: a Word file of the office's own, with places such as {@code {主送}} and with styles that
 * what is filled in is written in. Styles are found by their names, which Word, WPS and LibreOffice
 * keep, and not by their ids, which they do not.
 */
final class WordMaster {
  /** Where the text stands. */
  static final String TEXT = "正文";

  /** Where the annexes stand. */
  static final String ANNEXES = "附件";

  private static final String OWN = "documents/bulletin.docx";
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)\\}");

  private final XWPFDocument word;
  private final Map<WordStyle, String> styles = new LinkedHashMap<>();

  private WordMaster(XWPFDocument word) {
    this.word = word;
  }

  /**
   * The master of a letterhead, opened; the program's own where it has none.
   *
   * @throws UnusableMasterException where it is no Word file, or lacks styles or places
   */
  static WordMaster open(Letterhead letterhead) {
    byte[] file =
        letterhead.master().isEmpty() ? own() : Base64.getDecoder().decode(letterhead.master());
    try {
      WordMaster master = new WordMaster(new XWPFDocument(new ByteArrayInputStream(file)));
      master.findStyles();
      master.requirePlaces();
      return master;
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnusableMasterException told) {
        throw told;
      }
      throw new UnusableMasterException("打不开，不是docx文件或已损坏。请用Word或WPS另存为docx", e);
    }
  }

  private static byte[] own() {
    try (InputStream in = WordMaster.class.getClassLoader().getResourceAsStream(OWN)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find the program's own master " + OWN);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + OWN, e);
    }
  }

  /** The file that is filled in. */
  XWPFDocument word() {
    return word;
  }

  /** The id of a style in this master. */
  String id(WordStyle style) {
    return styles.get(style);
  }

  private void findStyles() throws IOException {
    Map<String, String> ids = new LinkedHashMap<>();
    if (word.getStyles() != null) {
      try {
        for (CTStyle style : word.getStyle().getStyleList()) {
          if (style.isSetName()) {
            ids.put(style.getName().getVal().toLowerCase(Locale.ROOT), style.getStyleId());
          }
        }
      } catch (org.apache.xmlbeans.XmlException e) {
        throw new IOException("Cannot read the styles of a master", e);
      }
    }
    List<String> missing = new ArrayList<>();
    for (WordStyle style : WordStyle.values()) {
      String id = ids.get(style.styleName().toLowerCase(Locale.ROOT));
      if (id == null) {
        missing.add(style.styleName());
      } else {
        styles.put(style, id);
      }
    }
    if (!missing.isEmpty()) {
      throw new UnusableMasterException(
          "缺少样式：%s。请在Word中新建这些样式，或从默认母版复制".formatted(String.join("、", missing)));
    }
  }

  private void requirePlaces() {
    for (String place : List.of(TEXT, ANNEXES)) {
      if (place(place) == null) {
        throw new UnusableMasterException("缺少单独成段的{%s}。请在正文中加上这一段".formatted(place));
      }
    }
  }

  /** The paragraph of the body that is nothing but a place; null where there is none. */
  XWPFParagraph place(String name) {
    return word.getParagraphs().stream()
        .filter(paragraph -> paragraph.getText().strip().equals("{" + name + "}"))
        .findFirst()
        .orElse(null);
  }

  /**
   * Fills in every other place. A value of several lines gives a paragraph for each. A paragraph or
   * row of a table whose places are all without a value is left out.
   *
   * @throws UnusableMasterException where a place is not known
   */
  void fill(Map<String, String> fields) {
    List<XWPFParagraph> left = new ArrayList<>();
    for (XWPFParagraph paragraph : List.copyOf(word.getParagraphs())) {
      if (!isBlock(paragraph) && !fill(paragraph, fields)) {
        left.add(paragraph);
      }
    }
    left.forEach(paragraph -> word.removeBodyElement(word.getPosOfParagraph(paragraph)));
    for (XWPFTable table : List.copyOf(word.getTables())) {
      for (int i = table.getNumberOfRows() - 1; i >= 0; i--) {
        if (!fill(table.getRow(i), fields)) {
          table.removeRow(i);
        }
      }
      if (table.getNumberOfRows() == 0) {
        word.removeBodyElement(word.getPosOfTable(table));
      }
    }
    word.getHeaderList().forEach(part -> part.getParagraphs().forEach(p -> fill(p, fields)));
    word.getFooterList().forEach(part -> part.getParagraphs().forEach(p -> fill(p, fields)));
  }

  private boolean isBlock(XWPFParagraph paragraph) {
    return List.of("{" + TEXT + "}", "{" + ANNEXES + "}").contains(paragraph.getText().strip());
  }

  private boolean fill(XWPFTableRow row, Map<String, String> fields) {
    boolean stays = true;
    for (XWPFTableCell cell : row.getTableCells()) {
      for (XWPFParagraph paragraph : cell.getParagraphs()) {
        stays &= fill(paragraph, fields);
      }
    }
    return stays;
  }

  /** Whether the paragraph stays: it has no place, or a value in one of them. */
  private boolean fill(XWPFParagraph paragraph, Map<String, String> fields) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(paragraph.getText()).results().forEach(place -> places.add(place.group(1)));
    if (places.isEmpty()) {
      return true;
    }
    Set<String> unknown = new TreeSet<>(places);
    unknown.removeAll(fields.keySet());
    if (!unknown.isEmpty()) {
      throw new UnusableMasterException(
          "{%s}不认得。只能是：{%s}"
              .formatted(
                  String.join("}、{", unknown), String.join("}、{", new TreeSet<>(fields.keySet()))));
    }
    if (places.stream().allMatch(place -> fields.get(place).isEmpty())) {
      return false;
    }
    int lines =
        places.stream().mapToInt(place -> fields.get(place).split("\n", -1).length).max().orElse(1);
    if (lines > 1 && places.size() == 1 && paragraph.getBody() == word && !isBroken(paragraph)) {
      String place = places.iterator().next();
      for (String line : fields.get(place).split("\n", -1)) {
        XWPFParagraph copy = word.insertNewParagraph(paragraph.getCTP().newCursor());
        copy.getCTP().set(paragraph.getCTP());
        replace(new XWPFParagraph(copy.getCTP(), word), name -> line);
      }
      return false;
    }
    replace(paragraph, fields::get);
    return true;
  }

  /** Whether lines of a value stay in one paragraph: those of a title do. */
  private boolean isBroken(XWPFParagraph paragraph) {
    return id(WordStyle.TITLE).equals(paragraph.getStyle());
  }

  /** Word cuts a place into pieces as it likes: its value goes where it begins. */
  private static void replace(XWPFParagraph paragraph, UnaryOperator<String> value) {
    List<Piece> pieces = pieces(paragraph);
    while (true) {
      StringBuilder text = new StringBuilder();
      int[] begins = new int[pieces.size()];
      for (int i = 0; i < begins.length; i++) {
        begins[i] = text.length();
        text.append(pieces.get(i).text().getStringValue());
      }
      Matcher place = PLACE.matcher(text);
      if (!place.find()) {
        return;
      }
      String filled = value.apply(place.group(1)).replace("{", "｛").replace("}", "｝");
      for (int i = begins.length - 1; i >= 0; i--) {
        int end = i + 1 < begins.length ? begins[i + 1] : text.length();
        boolean isFirst = begins[i] <= place.start() && place.start() < end;
        if (isFirst || (begins[i] > place.start() && begins[i] < place.end())) {
          String before = isFirst ? text.substring(begins[i], place.start()) : "";
          String after = end > place.end() ? text.substring(place.end(), end) : "";
          pieces.get(i).write(before + (isFirst ? filled : "") + after);
        }
      }
    }
  }

  private static List<Piece> pieces(XWPFParagraph paragraph) {
    return paragraph.getRuns().stream()
        .flatMap(run -> run.getCTR().getTList().stream().map(text -> new Piece(run, text)))
        .toList();
  }

  /** A piece of text in a run; beside it there may be others, with a tab between them. */
  private record Piece(XWPFRun run, CTText text) {
    void write(String words) {
      String[] lines = words.split("\n", -1);
      text.setStringValue(lines[0]);
      text.setSpace(SpaceAttribute.Space.PRESERVE);
      for (int i = 1; i < lines.length; i++) {
        run.addBreak();
        CTText line = run.getCTR().addNewT();
        line.setStringValue(lines[i]);
      }
    }
  }
}
