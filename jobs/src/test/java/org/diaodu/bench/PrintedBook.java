package org.diaodu.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook as bureaus print it: a sheet for each month, a row for each area, two figures each.
 */
final class PrintedBook {
  private static final String TEMPLATE =
      """
      title: 第0指标
      table: {indicator: ind_000}
      rows:
        label: [地区]
        areas: true
      columns:
        read:
          - {header: [本月], accumulation: PER}
          - {header: [累计], accumulation: YTD}
      """;

  private PrintedBook() {}

  /**
   * Writes a pack that knows the table, and the book.
   *
   * @return how many figures
   */
  static long write(Scale scale, int sheets, Path pack, Path book) throws IOException {
    MadeUpPack.write(scale, pack);
    Files.createDirectories(pack.resolve("templates"));
    Files.writeString(pack.resolve("templates/first.yaml"), TEMPLATE);
    Files.createDirectories(book.getParent());
    try (SXSSFWorkbook workbook = new SXSSFWorkbook();
        OutputStream out = Files.newOutputStream(book)) {
      for (int month = 0; month < sheets; month++) {
        int year = Scale.FIRST_YEAR + month / 12;
        Sheet sheet = workbook.createSheet("%d-%d".formatted(year, month % 12 + 1));
        sheet
            .createRow(0)
            .createCell(0)
            .setCellValue("%d年1-%d月第0指标(亿元)".formatted(year, month % 12 + 1));
        row(sheet.createRow(1), "地区", "本月", "累计");
        for (int area = 0; area < scale.areas(); area++) {
          Row row = sheet.createRow(2 + area);
          row.createCell(0).setCellValue("第%d地区".formatted(area));
          row.createCell(1).setCellValue((area * 37 + month) % 10_000 / 100.0);
          row.createCell(2).setCellValue((area * 41 + month) % 90_000 / 100.0);
        }
      }
      workbook.write(out);
    }
    return 2L * sheets * scale.areas();
  }

  private static void row(Row row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }
}
