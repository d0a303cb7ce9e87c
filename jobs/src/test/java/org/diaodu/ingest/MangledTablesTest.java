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
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.diaodu.ingest.MangledTable.Kind;
import org.diaodu.ingest.MangledTable.Oddity;
import org.diaodu.layout.Templates;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every oddity alone, with every other, and three of them at random: read exactly or refused, never
 * silently wrong, and nothing silently missing.
 */
class MangledTablesTest {
  private static final List<String> COLUMNS = List.of(CellRow.SCHEMA.fieldNames());
  private static final Templates TEMPLATES = Templates.of(Packs.threelands());
  private static final TidyCsvLine READER =
      new TidyCsvLine(Packs.threelands(), LocalDate.of(2024, 7, 25));

  private static final long SEED = 20240725;
  private static final int TRIPLES = 1_500;

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

    assertThat(cases).as("tables").hasSizeGreaterThan(3_000);
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
    Random random = new Random(SEED);
    for (int i = 0; i < TRIPLES; i++) {
      List<Oddity> three = new ArrayList<>(all);
      Collections.shuffle(three, random);
      cases.add(List.copyOf(three.subList(0, 3)));
    }
    cases.removeIf(MangledTablesTest::leavesOnlyWhatMisleads);
    return cases;
  }

  /** What a careful person would object to in what was read of a table. */
  private List<String> complaints(MangledTable table, List<Oddity> oddities) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.write(file, table.text().getBytes(Charset.forName(table.charset())));
    Map<String, BigDecimal> read = new LinkedHashMap<>();
    List<String> complaints = new ArrayList<>();
    int refused = 0;
    boolean planted = false;
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
      planted |= outcome.equals("quarantined") && told(row);
      refused +=
          outcome.equals("quarantined") || "no_figure".equals(text(row, "ignored_because")) ? 1 : 0;
    }
    if (table.isPlanted() && !planted) {
      complaints.add("SILENTLY MISSING: " + MangledTable.PLANTED);
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

  /** Without the true year or unit, the false one is all that the table says. */
  private static boolean leavesOnlyWhatMisleads(List<Oddity> oddities) {
    String names = names(oddities);
    return (names.contains("no year") && names.contains("another year in the title"))
        || (names.contains("two units") && names.matches(".*(no unit|dollars).*"));
  }

  /** Whether a row tells of the planted figure. */
  private static boolean told(Row row) {
    return text(row, "raw_text").contains(MangledTable.PLANTED);
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
