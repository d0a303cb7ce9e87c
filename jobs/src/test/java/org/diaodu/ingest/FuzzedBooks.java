package org.diaodu.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.sql.Row;
import org.diaodu.fuzz.Dice;
import org.diaodu.fuzz.Hostile;
import org.diaodu.fuzz.SheetFile;
import org.diaodu.fuzz.StrictFigure;
import org.diaodu.fuzz.Target;
import org.diaodu.ingest.MangledTable.Oddity;
import org.diaodu.layout.Templates;
import org.diaodu.testing.Packs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Workbooks, web pages and printed text with hostile cells and broken bytes: read, refused or left
 * out cell by cell, or refused as a whole; and what is accepted stands in its cell.
 */
public final class FuzzedBooks implements Target {
  private static final List<String> COLUMNS = List.of(CellRow.SCHEMA.fieldNames());
  private static final LocalDate RECEIVED = LocalDate.of(2024, 7, 25);

  /** The kind of file. */
  public enum Kind {
    /** Delimited text. */
    text,
    /** A web page. */
    page,
    /** BIFF. */
    xls,
    /** OOXML. */
    xlsx
  }

  private final Kind kind;
  private final Path file;
  private final Templates templates = Templates.of(Packs.threelands());
  private final TidyCsvLine reader = new TidyCsvLine(Packs.threelands(), RECEIVED);

  /**
   * @param folder where an input stands while it is read
   */
  public FuzzedBooks(Kind kind, Path folder) {
    this.kind = kind;
    this.file = folder.resolve("book-" + kind);
  }

  @Override
  public String name() {
    return "printed table, " + kind;
  }

  @Override
  public byte[] input(Dice dice) {
    List<Oddity> oddities = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      oddities.add(dice.one(MangledTable.oddities()));
    }
    MangledTable table = MangledTable.of(dice.below(1000), oddities);
    String separator = oddities.stream().anyMatch(o -> o.name().equals("tabs")) ? "\t" : ",";
    List<List<String>> rows = new ArrayList<>();
    for (String line : table.text().split("\n")) {
      List<String> fields = org.diaodu.text.DelimitedLine.split(line, separator.charAt(0));
      rows.add(new ArrayList<>(fields));
    }
    for (int i = dice.below(4); i > 0; i--) {
      List<String> row = dice.one(rows);
      int at = dice.below(row.size());
      row.set(at, dice.oneIn(2) ? Hostile.figure(dice) : Hostile.texts(dice, row.get(at), 2));
    }
    byte[] bytes =
        switch (kind) {
          case text -> SheetFile.csv(dice, rows);
          case page -> SheetFile.page(dice, rows);
          case xls -> SheetFile.xls(dice, rows);
          case xlsx -> SheetFile.xlsx(dice, rows);
        };
    return dice.oneIn(kind == Kind.xls ? 2 : 6) ? Hostile.bytes(dice, bytes) : bytes;
  }

  @Override
  public long read(byte[] input) throws IOException {
    Files.write(file, input);
    LandingFile landing = FileScan.of(file, "input", Instant.EPOCH);
    if (!landing.isBook()) {
      return 0;
    }
    Map<String, String> truth = truth(landing.format(), input);
    Iterator<Row> rows =
        new BookFile("input", file.toString(), "sha", 0, Instant.EPOCH, null, false)
            .rows(reader, templates, RECEIVED);
    long cells = 0;
    long accepted = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      String outcome = get(row, "outcome");
      switch (outcome) {
        case "accepted" -> {
          check(row, truth);
          accepted++;
        }
        case "book", "unreadable" -> {
          if (row.getLong(COLUMNS.indexOf("line")) != cells) {
            throw new AssertionError("cells do not add up: %d of %s".formatted(cells, row));
          }
          cells--;
        }
        default -> {}
      }
      cells++;
    }
    return accepted;
  }

  private static void check(Row row, Map<String, String> truth) {
    BigDecimal read = row.getDecimal(COLUMNS.indexOf("obs_value"));
    String raw = get(row, "raw_text");
    String address = get(row, "source_cell").replaceFirst(".*!", "");
    agree(read, StrictFigure.printed(raw), raw);
    String is = truth.get(address);
    if (is != null) {
      agree(
          read,
          is.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(is)),
          address + ", in the file");
    }
  }

  /** In another unit it is the same digits, in growth from an index a hundred less. */
  private static void agree(BigDecimal read, Optional<BigDecimal> strict, String where) {
    boolean same =
        strict.isPresent()
            && (IntStream.of(0, -4, 4, -8, -3)
                    .mapToObj(strict.get()::scaleByPowerOfTen)
                    .anyMatch(
                        v -> v.setScale(6, java.math.RoundingMode.HALF_UP).compareTo(read) == 0)
                || strict
                        .get()
                        .subtract(BigDecimal.valueOf(100))
                        .setScale(6, java.math.RoundingMode.HALF_UP)
                        .compareTo(read)
                    == 0);
    if (!same) {
      throw new AssertionError(
          "silently wrong: read as %s and is %s: %s".formatted(read, strict, where));
    }
  }

  private static Map<String, String> truth(LandingFile.Format format, byte[] input) {
    Map<String, String> truth = new HashMap<>();
    if (format == LandingFile.Format.html) {
      String text = new String(input, StandardCharsets.UTF_8);
      Document page = Jsoup.parse(text);
      if (SheetFile.isWhole(text)
          && page.select("[rowspan],[colspan]").isEmpty()
          && page.select("table").size() == 1) {
        int row = 1;
        for (Element tr : page.select("tr")) {
          char column = 'A';
          for (Element td : tr.children()) {
            if (td.hasAttr("data-is")) {
              truth.put(column + "" + row, td.attr("data-is"));
            }
            column++;
          }
          row++;
        }
      }
    } else if (format == LandingFile.Format.xlsx) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(input))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (entry.getName().equals(SheetFile.TRUTH)) {
            new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .forEach(parts -> truth.put(parts[0], parts[1]));
          }
        }
      } catch (IOException | IllegalArgumentException broken) {
        return Map.of();
      }
    }
    return truth;
  }

  private static String get(Row row, String column) {
    return row.getString(COLUMNS.indexOf(column));
  }
}
