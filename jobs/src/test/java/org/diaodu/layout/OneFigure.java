package org.diaodu.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.sheet.Books;
import org.diaodu.testing.Packs;

/**
 * A table of retail sales in June 2024 with one figure.
 *
 * @param line what stands below the title; null for nothing
 * @param header the text over the figure
 * @param ofTable what the template adds of the table; null for nothing
 * @param ofColumn what the template adds of the column; null for nothing
 */
record OneFigure(String line, String header, String ofTable, String ofColumn) {
  /** A field of the figure, or the rule by which it is refused. */
  String read(String field, Path folder) throws IOException {
    String label = header.startsWith("累计") || header.startsWith("1-6月") ? "累计" : "本月";
    String template =
        """
        title: 零售额
        table: {indicator: retail_sales%s}
        rows: {label: 地区, areas: true}
        columns: {read: [{header: %s%s}]}
        """
            .formatted(text(ofTable), label, text(ofColumn));
    Path file = folder.resolve("one.csv");
    Files.writeString(file, "2024年6月零售额\n%s\n地区,%s\n甲县,12.5\n".formatted(text(line), header));
    List<ReadCell> cells = new ArrayList<>();
    Templates.of(Packs.threelands(), Map.of("templates/one.yaml", template))
        .plan(Books.read(file))
        .cells(LocalDate.of(2024, 7, 20))
        .forEachRemaining(cells::add);
    assertThat(cells).hasSize(1);
    ReadCell cell = cells.get(0);
    return cell.isRead() ? cell.fields().get(field) : cell.doubts().get(0).ruleId();
  }

  private static String text(String text) {
    return text == null ? "" : text.replace("；", "\n");
  }
}
