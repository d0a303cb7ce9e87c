package org.diaodu.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A printed table saved as text, separated by commas, tabs or semicolons. */
final class DelimitedBook {
  private static final String SHEET = "CSV";

  /** Behind the last cell of a file without a last line end: 12 may be the half of 1234.5. */
  private static final String CUT = "（行末没有换行，可能没有传完）";

  private DelimitedBook() {}

  static Book read(Path file) throws IOException {
    String text =
        TextDecoding.decode(Files.readAllBytes(file))
            .orElseThrow(
                () ->
                    new UnreadableSheetException(
                        "binary_file",
                        "二进制内容",
                        "Excel、网页表格或CSV",
                        "文件既不是Excel，也不是UTF-8或GB18030编码的文本。请核对后重新报送"));
    Grid.Builder grid = new Grid.Builder(SHEET, false);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(false).get();
    boolean whole = text.endsWith("\n") || text.endsWith("\r");
    try (CSVParser records = CSVParser.parse(text, format)) {
      int row = 0;
      for (Iterator<CSVRecord> each = records.iterator(); each.hasNext(); row++) {
        CSVRecord record = each.next();
        for (int column = 0; column < record.size(); column++) {
          boolean cut = !whole && !each.hasNext() && column == record.size() - 1;
          grid.add(GridCell.text(row, column, record.get(column) + (cut ? CUT : "")));
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new UnreadableSheetException(
          "broken_quotes", String.valueOf(e.getMessage()), "引号成对", "CSV的引号没有配对。请核对后重新报送");
    }
    return new Book(List.of(grid.build()), false, false);
  }

  /** The separator that occurs most in the first lines. */
  private static char separator(String text) {
    String beginning = text.substring(0, Math.min(text.length(), 20_000));
    Optional<Character> most =
        List.of(',', '\t', ';', '\uFF0C').stream()
            .max(Comparator.comparingLong((Character c) -> count(beginning, c)));
    return most.orElseThrow();
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }
}
