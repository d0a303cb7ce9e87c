package org.diaodu.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.diaodu.text.DelimitedLine;
import org.diaodu.text.HalfWidth;

/** A printed table saved as text, separated by commas, tabs or semicolons. */
final class DelimitedBook {
  private static final String SHEET = "CSV";

  /** Behind the last cell of a file without a last line end: 12 may be the half of 1234.5. */
  private static final String CUT = "（行末没有换行，可能没有传完）";

  private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '\uFF0C');

  /** A number and nothing else, thousands set apart or not. */
  private static final Pattern FIGURE = Pattern.compile("[+-]?\\d+(?:,\\d{3})*(?:\\.\\d+)?%?");

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

  /**
   * The separator that leaves most of the figures whole. Lines without one, such as notes, hold
   * many a comma that separates nothing; where no line has a figure, the most frequent one counts.
   */
  private static char separator(String text) {
    String beginning = text.substring(0, Math.min(text.length(), 20_000));
    return SEPARATORS.stream()
        .max(
            Comparator.comparingLong((Character c) -> digitsInFigures(beginning, c))
                .thenComparingLong(c -> beginning.chars().filter(x -> x == c).count()))
        .orElseThrow();
  }

  private static long digitsInFigures(String text, char separator) {
    return text.lines()
        .flatMap(line -> DelimitedLine.split(line, separator).stream())
        .map(field -> HalfWidth.of(field).strip())
        .filter(field -> FIGURE.matcher(field).matches())
        .mapToLong(String::length)
        .sum();
  }
}
