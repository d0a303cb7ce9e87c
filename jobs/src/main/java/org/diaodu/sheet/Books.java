package org.diaodu.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file as a book, whatever it was saved as. */
public final class Books {
  private Books() {}

  /**
   * The book in a file.
   *
   * @throws UnreadableSheetException where it cannot be read, with the reason
   */
  public static Book read(Path file) {
    try {
      long bytes = Files.size(file);
      if (bytes > Limits.BYTES) {
        throw new UnreadableSheetException(
            "too_large",
            "%d字节".formatted(bytes),
            "不超过%d字节".formatted(Limits.BYTES),
            "文件有%d字节，不像统计表。请拆分后重新报送".formatted(bytes));
      }
      return switch (FileKind.of(beginning(file))) {
        case xlsx -> XlsxBook.read(file);
        case xls -> XlsBook.read(file);
        case html -> HtmlBook.read(file);
        case xml -> throw WorkbookParts.otherFormat(xml(beginning(file)));
        case mhtml -> throw WorkbookParts.otherFormat("单个文件网页（MHTML）");
        case other -> DelimitedBook.read(file);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static String xml(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1).replace("\u0000", "");
    return text.contains("urn:schemas-microsoft-com:office:spreadsheet")
        ? "Excel 2003 XML表格"
        : "XML文件";
  }

  private static byte[] beginning(Path file) throws IOException {
    try (java.io.InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4096);
    }
  }
}
