package org.diaodu.office;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.document.Mark;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.trace.Source;
import org.diaodu.trace.Trace;
import org.diaodu.trace.TracedDocument;

/**
 * A document as a workbook: its text, one sheet for each table, and a sheet that says of every
 * figure where it stands and what it came from. Texts are texts: nothing is a formula.
 */
public final class WorkbookFile {
  private static final int LONGEST_TEXT = 32_767;
  private static final int WIDEST = 60;
  private static final int NARROWEST = 8;
  private static final int NOTES_WIDTH = 72;
  private static final double BODY_POINTS = 11;
  private static final double LINE_PITCH = 1.35;

  private final TracedDocument traced;
  private final XSSFWorkbook book = new XSSFWorkbook();
  private final WorkbookStyles styles = new WorkbookStyles(book);
  private final Set<String> names = new HashSet<>();
  private final List<Placed> placed = new ArrayList<>();

  private WorkbookFile(TracedDocument traced) {
    this.traced = traced;
  }

  /** The file. */
  public static byte[] bytes(TracedDocument traced) {
    return new WorkbookFile(traced).bytes();
  }

  private byte[] bytes() {
    Document document = traced.document();
    XSSFSheet notes = sheet("正文");
    int line = head(notes, document);
    Parts parts = new Parts(notes, line);
    document.blocks().forEach(block -> block.accept(parts));
    line = parts.line;
    notes.setColumnWidth(0, NOTES_WIDTH * 256);
    book.setPrintArea(book.getSheetIndex(notes), 0, 0, 0, line - 1);
    print(notes, false);
    sources();
    return OfficeFile.bytes(book, document);
  }

  /** Texts below each other on the first sheet, and a sheet for each table. */
  private final class Parts implements Block.Visitor<Void> {
    private final XSSFSheet notes;
    private int line;

    Parts(XSSFSheet notes, int line) {
      this.notes = notes;
      this.line = line;
    }

    @Override
    public Void heading(Block.Heading heading) {
      text(notes, line++, heading.text(), styles.heading());
      return null;
    }

    @Override
    public Void paragraph(Block.Paragraph paragraph) {
      text(notes, line, paragraph.text().marked(), styles.wrapped());
      line++;
      paragraph
          .text()
          .figures()
          .forEach(
              figure ->
                  placed.add(new Placed("%s!A%d".formatted(notes.getSheetName(), line), figure)));
      return null;
    }

    @Override
    public Void table(Block.Table table) {
      WorkbookFile.this.table(table);
      return null;
    }

    /** A chart only draws what stands in tables; its figures are named with it. */
    @Override
    public Void chart(Block.Chart chart) {
      chart.series().stream()
          .flatMap(series -> series.points().stream())
          .filter(Objects::nonNull)
          .forEach(figure -> placed.add(new Placed("图：" + chart.title(), figure)));
      return null;
    }

    @Override
    public Void annex(Block.Annex annex) {
      text(notes, line++, (annex.mark() + "　" + annex.title()).strip(), styles.heading());
      return null;
    }

    /** For the screen alone; what stands in them stands in a table, too. */
    @Override
    public Void tiles(Block.Tiles tiles) {
      tiles
          .tiles()
          .forEach(
              tile ->
                  tile.state()
                      .figures()
                      .forEach(figure -> placed.add(new Placed("网页：" + tile.name(), figure))));
      return null;
    }

    @Override
    public Void newPage(Block.NewPage newPage) {
      return null;
    }
  }

  /** A figure and where it stands. */
  private record Placed(String address, Figure figure) {}

  private int head(XSSFSheet sheet, Document document) {
    int line = 0;
    text(sheet, line++, document.title(), styles.title());
    text(
        sheet,
        line++,
        "%s　数据截至%s　%s".formatted(document.issuer(), document.asOf(), document.edition()).strip(),
        styles.wrapped());
    for (Mark mark : document.marks()) {
      text(sheet, line++, mark.notice(), styles.mark());
    }
    text(sheet, line++, "每个数的来源见“数据来源”表。", styles.wrapped());
    return line;
  }

  private void table(Block.Table table) {
    XSSFSheet sheet = sheet(table.name());
    Row head = sheet.createRow(0);
    for (int c = 0; c < table.columns().size(); c++) {
      Cell cell = head.createCell(c);
      cell.setCellValue(table.columns().get(c).header());
      cell.setCellStyle(styles.head());
    }
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = sheet.createRow(r + 1);
      for (int c = 0; c < table.columns().size(); c++) {
        cell(row.createCell(c), table.rows().get(r).cells().get(c));
      }
    }
    finish(sheet, table.rows().size(), table.columns().size());
    for (int c = 0; c < table.columns().size(); c++) {
      int column = c;
      int widest =
          table.rows().stream()
              .mapToInt(row -> shownWidth(row.cells().get(column)))
              .max()
              .orElse(0);
      width(sheet, c, Math.max(widest, 2 * table.columns().get(c).header().length()));
    }
    for (int r = 0; r < table.rows().size(); r++) {
      double highest = 0;
      for (int c = 0; c < table.columns().size(); c++) {
        int characters = shownWidth(table.rows().get(r).cells().get(c));
        highest = Math.max(highest, height(characters, sheet.getColumnWidth(c) / 256, BODY_POINTS));
      }
      sheet.getRow(r + 1).setHeightInPoints((float) highest);
    }
  }

  /** Room for so many characters of a size in a column so wide. */
  private static float height(int characters, int columnWidth, double size) {
    double lines = Math.ceil(characters * size / (columnWidth * BODY_POINTS));
    return (float) (Math.max(1, lines) * size * LINE_PITCH);
  }

  private void cell(Cell cell, Block.Cell of) {
    List<Figure> figures = of.text().figures();
    boolean alone = of.text().spans().size() == 1 && figures.size() == 1;
    if (alone && of.light() == null && isNumber(figures.get(0))) {
      number(cell, figures.get(0));
      return;
    }
    String light = of.light() == null ? "" : of.light().sign() + of.light().nameZh();
    String words = of.text().marked();
    cell.setCellValue(clipped(words.isEmpty() ? light : (words + " " + light).strip()));
    cell.setCellStyle(styles.wrapped());
    figures.forEach(figure -> placed.add(new Placed(address(cell), figure)));
  }

  /** The figure as it is printed, so that Word, page and workbook agree to the last digit. */
  private void number(Cell cell, Figure figure) {
    cell.setCellValue(figure.rounded().doubleValue());
    cell.setCellStyle(
        styles.number(figure.decimals(), figure.printed().startsWith("+"), figure.isMarked()));
    placed.add(new Placed(address(cell), figure));
  }

  private void sources() {
    XSSFSheet sheet = sheet("数据来源");
    List<String> heads = List.of("位置", "编号", "所印", "存储的数", "单位", "性质", "算法", "依据", "核对", "来源单元格");
    Row head = sheet.createRow(0);
    for (int c = 0; c < heads.size(); c++) {
      Cell cell = head.createCell(c);
      cell.setCellValue(heads.get(c));
      cell.setCellStyle(styles.head());
    }
    Map<Figure, Trace> traces = traced.byFigure();
    for (int i = 0; i < placed.size(); i++) {
      Figure figure = placed.get(i).figure();
      Trace trace = traces.get(figure);
      List<String> values =
          List.of(
              placed.get(i).address(),
              figure.key().toString(),
              figure.printed(),
              ExactDecimal.plain(figure.value()),
              figure.unit(),
              figure.isMarked() ? "模拟" : "",
              trace.formula(),
              trace.basis(),
              String.join("；", trace.findings()),
              trace.sources().stream().map(WorkbookFile::source).collect(Collectors.joining("；")));
      Row row = sheet.createRow(i + 1);
      for (int c = 0; c < values.size(); c++) {
        Cell cell = row.createCell(c);
        cell.setCellValue(clipped(values.get(c)));
        cell.setCellStyle(styles.plain());
      }
    }
    finish(sheet, placed.size(), heads.size());
    int[] widths = {24, 48, 10, 14, 8, 6, 40, 40, 20, 60};
    for (int c = 0; c < widths.length; c++) {
      width(sheet, c, widths[c]);
    }
  }

  private static String source(Source source) {
    return "%s：%s %s “%s” 发布%s"
        .formatted(
            source.role(), source.file(), source.cell(), source.rawText(), source.releaseDate());
  }

  private XSSFSheet sheet(String wanted) {
    String safe = WorkbookUtil.createSafeSheetName(wanted, '_');
    String name = safe;
    for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
      String end = "（%d）".formatted(n);
      name = safe.substring(0, Math.min(safe.length(), 31 - end.length())) + end;
    }
    return book.createSheet(name);
  }

  private void finish(XSSFSheet sheet, int rows, int columns) {
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, rows, 0, columns - 1));
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    book.setPrintArea(book.getSheetIndex(sheet), 0, columns - 1, 0, rows);
    print(sheet, columns > 6);
  }

  private void print(XSSFSheet sheet, boolean landscape) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(landscape);
    sheet.setFitToPage(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet
        .getHeader()
        .setCenter(
            traced.document().marks().stream()
                .map(Mark::notice)
                .map(words -> words.replace("&", "&&"))
                .collect(Collectors.joining("　")));
    sheet.getFooter().setCenter("&P / &N");
  }

  private static void text(
      XSSFSheet sheet, int line, String words, org.apache.poi.ss.usermodel.CellStyle style) {
    Row row = sheet.createRow(line);
    Cell cell = row.createCell(0);
    cell.setCellValue(clipped(words));
    cell.setCellStyle(style);
    // Not every program makes room for what it wraps.
    double size = sheet.getWorkbook().getFontAt(style.getFontIndex()).getFontHeightInPoints();
    row.setHeightInPoints(height(displayWidth(words), NOTES_WIDTH, size));
  }

  private static String address(Cell cell) {
    return cell.getSheet().getSheetName() + "!" + new CellReference(cell).formatAsString(false);
  }

  private static boolean isNumber(Figure figure) {
    return figure.printed().matches("[+-]?\\d+(\\.\\d+)?");
  }

  private static String clipped(String words) {
    return words.length() <= LONGEST_TEXT ? words : words.substring(0, LONGEST_TEXT - 1) + "…";
  }

  private static int shownWidth(Block.Cell cell) {
    int light = cell.light() == null ? 0 : 8;
    return light + displayWidth(cell.text().plain());
  }

  private static int displayWidth(String words) {
    return words.codePoints().map(point -> point < 0x2000 ? 1 : 2).sum();
  }

  private static void width(XSSFSheet sheet, int column, int characters) {
    sheet.setColumnWidth(column, Math.max(NARROWEST, Math.min(WIDEST, characters + 3)) * 256);
  }
}
