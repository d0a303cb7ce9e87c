package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.diaodu.ingest.MangledTable.Kind;
import org.diaodu.ingest.MangledTable.Oddity;
import org.diaodu.layout.Templates;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every oddity alone and with every other: read exactly or refused, and never silently wrong. */
class MangledTablesTest {
  private static final List<String> COLUMNS = List.of(CellRow.SCHEMA.fieldNames());
  private static final Templates TEMPLATES = Templates.of(Packs.threelands());
  private static final TidyCsvLine READER =
      new TidyCsvLine(Packs.threelands(), LocalDate.of(2024, 7, 25));

  @TempDir private Path folder;

  @Test
  void noTableIsReadSilentlyWrong() throws IOException {
    List<List<Oddity>> cases = cases();
    List<String> wrong = new ArrayList<>();
    int complete = 0;
    for (List<Oddity> oddities : cases) {
      MangledTable table = MangledTable.of(oddities.hashCode() % 1000L, oddities);
      List<String> complaints = complaints(table, oddities);
      complaints.forEach(c -> wrong.add(names(oddities) + ": " + c));
      complete += complaints.isEmpty() ? 1 : 0;
    }

    assertThat(cases).as("tables").hasSizeGreaterThan(900);
    assertThat(wrong).as("%d of %d tables are right", complete, cases.size()).isEmpty();
  }

  private static List<List<Oddity>> cases() {
    List<Oddity> all = MangledTable.oddities();
    List<List<Oddity>> cases = new ArrayList<>();
    cases.add(List.of());
    for (int i = 0; i < all.size(); i++) {
      cases.add(List.of(all.get(i)));
      for (int j = i + 1; j < all.size(); j++) {
        cases.add(List.of(all.get(i), all.get(j)));
      }
    }
    return cases;
  }

  /** What a careful person would object to in what was read of a table. */
  private List<String> complaints(MangledTable table, List<Oddity> oddities) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.write(file, table.text().getBytes(Charset.forName(table.charset())));
    Map<String, BigDecimal> read = new LinkedHashMap<>();
    List<String> complaints = new ArrayList<>();
    int refused = 0;
    Iterator<Row> rows =
        new BookFile("table.csv", file.toString(), "sha", 0, Instant.EPOCH, null, false)
            .rows(READER, TEMPLATES, LocalDate.of(2024, 7, 25));
    while (rows.hasNext()) {
      Row row = rows.next();
      String outcome = text(row, "outcome");
      if (outcome.equals("accepted")) {
        String key =
            String.join(
                " ",
                text(row, "ref_area"),
                text(row, "time_period"),
                text(row, "accumulation"),
                text(row, "measure"));
        BigDecimal figure = row.getDecimal(COLUMNS.indexOf("obs_value"));
        if (read.put(key, figure) != null) {
          complaints.add(key + " was read twice");
        }
        BigDecimal is = table.truth().get(key);
        if (is == null || is.compareTo(figure) != 0) {
          complaints.add("SILENTLY WRONG: %s was read as %s and is %s".formatted(key, figure, is));
        }
      }
      refused +=
          outcome.equals("quarantined") || "no_figure".equals(text(row, "ignored_because")) ? 1 : 0;
    }
    boolean mayRefuse = oddities.stream().anyMatch(o -> o.kind() == Kind.refusable);
    if (!mayRefuse && read.size() < table.truth().size()) {
      complaints.add("read %d of %d figures".formatted(read.size(), table.truth().size()));
    }
    if (read.size() + refused < table.truth().size() && !hasNoHeader(oddities)) {
      complaints.add(
          "%d read and %d refused of %d: a gap"
              .formatted(read.size(), refused, table.truth().size()));
    }
    return complaints;
  }

  /** A column without a header is left out as such, and its cells are told as ignored. */
  private static boolean hasNoHeader(List<Oddity> oddities) {
    return oddities.stream().anyMatch(o -> o.name().contains("without its header"));
  }

  private static String names(List<Oddity> oddities) {
    return oddities.stream().map(Oddity::name).toList().toString();
  }

  private static String text(Row row, String column) {
    return row.getString(COLUMNS.indexOf(column));
  }
}
