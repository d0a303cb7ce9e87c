package org.diaodu.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.diaodu.fuzz.Dice;
import org.diaodu.fuzz.Hostile;
import org.diaodu.fuzz.StrictFigure;
import org.diaodu.fuzz.Target;
import org.diaodu.region.RegionPack;

/**
 * Tidy, SDMX-CSV and progress files: every line is accepted, refused or left out, and what is
 * accepted stands there, figure, unit and period.
 */
public final class FuzzedTextFiles implements Target {
  private static final List<String> COLUMNS = List.of(CellRow.SCHEMA.fieldNames());
  private static final Set<String> LINES = Set.of("tidy_csv", "sdmx_csv");
  private static final Map<String, Integer> POWERS =
      Map.ofEntries(
          Map.entry("元", 0),
          Map.entry("千元", 3),
          Map.entry("万元", 4),
          Map.entry("百万元", 6),
          Map.entry("亿元", 8),
          Map.entry("人", 0),
          Map.entry("万人", 4),
          Map.entry("人次", 0),
          Map.entry("万人次", 4),
          Map.entry("户", 0),
          Map.entry("万户", 4),
          Map.entry("亩", 0),
          Map.entry("万亩", 4));

  private final RegionPack pack;
  private final List<String> seeds;
  private final Path file;
  private final TidyCsvLine reader;

  /**
   * @param seeds files as they are
   * @param folder where an input stands while it is read
   */
  public FuzzedTextFiles(RegionPack pack, List<String> seeds, Path folder) {
    this.pack = pack;
    this.seeds = seeds;
    this.file = folder.resolve("text-" + pack.name());
    this.reader = new TidyCsvLine(pack, LocalDate.of(2025, 6, 30));
  }

  /** SDMX-CSV and tidy lines of the three invented areas. */
  public static List<String> threelands() {
    return List.of(
"""
ref_area,indicator,time_period,accumulation,measure,obs_value,unit,obs_status,release_date,note
甲县,社零,2024-06,YTD,,92.41,亿元,,2024-07-18,x
T02,retail_sales,2024-06,PER,,"12,345.6",万元,P,2024-07-18,
乙县,固投,2024-06,,YOY,-6.3,%,,2024-07-18,
丙,经营主体,2024-05,,,1.2345,万户,,2024-07-18,
丙,GDP,2024-Q1,,,,,M,2024-07-18,withdrawn
""",
            """
            ref_area\tindicator\ttime_period\tobs_value\trelease_date
            甲县\t社零\t2024-06\t12.5\t2024-07-18
            甲县\t社零\t2024-07\t13.5\t2024-08-18
            """,
"""
DATAFLOW,GEO,SUBJECT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TRANSFORMATION,ADJUSTMENT,RELEASED,FREQ
TL:MAIN(1.0),TL1: Jia,RETAIL: Retail,2024-M06,92.41,A,N,N,2024-07-18,M
TL:MAIN(1.0),TL2,RETAIL,2024-06,3.4,A,GY,N,2024-07-18,M
TL:MAIN(1.0),TL2,RETAIL,2024-06,3.4,A,GY,S,2024-07-18,M
""",
            """
            STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE,FREQ
            dataflow,TL:GDP(1.0),I,T01,2024-Q2,123456.7,Q
            dataflow,TL:GDP(1.0),D,T01,2024-Q2,,Q
            dataflow,TL:GDP(1.0),R,T02,2024-Q1,NaN,Q
            """);
  }

  @Override
  public String name() {
    return "text file, " + pack.name();
  }

  @Override
  public byte[] input(Dice dice) {
    String text = dice.one(seeds);
    for (int i = dice.below(3); i > 0; i--) {
      text = dice.oneIn(3) ? Hostile.lines(dice, text) : withField(dice, text);
    }
    text = dice.oneIn(3) ? Hostile.texts(dice, text, 3) : text;
    byte[] bytes = Hostile.encoded(dice, text);
    return dice.oneIn(8) ? Hostile.bytes(dice, bytes) : bytes;
  }

  /** With another field in one line. */
  private static String withField(Dice dice, String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = dice.below(lines.size());
    String separator = text.indexOf('\t') >= 0 ? "\t" : ",";
    List<String> fields = new ArrayList<>(List.of(lines.get(at).split(separator, -1)));
    int field = dice.below(fields.size());
    String other =
        dice.oneIn(2)
            ? Hostile.figure(dice)
            : dice.one(
                "亿元", "元", "百万元", "万户", "2024-Q²", "2024-1²", "202④-06", "２０２４-06", "2024-13",
                "0000", "YTD", "ytd", "M", "LEVEL", "yoy", "甲", "all");
    fields.set(field, dice.oneIn(4) ? "\"" + other.replace("\"", "\"\"") + "\"" : other);
    lines.set(at, String.join(separator, fields));
    return String.join("\n", lines);
  }

  @Override
  public long read(byte[] input) throws IOException {
    Files.write(file, input);
    LandingFile landing = FileScan.of(file, "input", Instant.EPOCH);
    if (!landing.readable()) {
      if (landing.faults().isEmpty() && !landing.isBook()) {
        throw new AssertionError("refused without a reason: " + landing.format());
      }
      return 0;
    }
    if (!LINES.contains(landing.format().name())) {
      return 0;
    }
    long rows = 0;
    long accepted = 0;
    for (LandingFile.Chunk chunk : landing.chunks()) {
      Iterator<Row> cells =
          new FileChunk("input", file.toString(), "sha", 0, Instant.EPOCH, chunk, landing.header())
              .rows(reader);
      while (cells.hasNext()) {
        rows++;
        accepted += check(cells.next(), landing.header()) ? 1 : 0;
      }
    }
    if (rows + (long) landing.faults().size() * landing.cellsPerLine()
        != landing.dataLines() * landing.cellsPerLine()) {
      throw new AssertionError(
          "cells do not add up: %d read and %d refused of %d"
              .formatted(rows, landing.faults().size(), landing.dataLines()));
    }
    return accepted;
  }

  /** Whether a row is accepted; then it must be what the line says. */
  private boolean check(Row row, TidyCsvHeader header) {
    String outcome = get(row, "outcome");
    int faults =
        row.getAs(COLUMNS.indexOf("faults")) == null
            ? 0
            : row.<Row[]>getAs(COLUMNS.indexOf("faults")).length;
    if (outcome.equals("quarantined") && faults == 0 && header.values().size() == 1) {
      throw new AssertionError("refused without a reason: " + row);
    }
    if (!outcome.equals("accepted")) {
      return false;
    }
    List<String> fields = fields(get(row, "record"), header.separator());
    Map<String, String> line =
        header.position().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> fields.get(e.getValue())));
    switch (header.form()) {
      case progress -> progress(row, line);
      case sdmx -> sdmx(row, line);
      case figures -> figure(row, line);
    }
    return true;
  }

  private void figure(Row row, Map<String, String> line) {
    String unit = line.getOrDefault("unit", "").strip();
    String own = get(row, "measure").equals("YOY") ? "%" : unitOf(row);
    same(
        "figure",
        row,
        value(line.get("obs_value"), unit.isEmpty() ? own : unit, own),
        figureOf(row));
    same("period", row, narrow(line.get("time_period")), get(row, "time_period"));
    same(
        "release",
        row,
        narrow(line.get("release_date")),
        String.valueOf(row.getLocalDate(COLUMNS.indexOf("release_date"))));
  }

  private void sdmx(Row row, Map<String, String> line) {
    String written = line.get("OBS_VALUE");
    boolean withdrawn = get(row, "obs_status").equals("M");
    boolean gdp = get(row, "indicator").equals("gdp");
    String own = get(row, "measure").equals("YOY") ? "%" : unitOf(row);
    same("figure", row, withdrawn ? null : value(written, gdp ? "万元" : own, own), figureOf(row));
  }

  private static void progress(Row row, Map<String, String> line) {
    Row report = row.getAs(COLUMNS.indexOf("report"));
    same(
        "amount", row, value(line.getOrDefault("amount", ""), "", ""), report.<BigDecimal>getAs(1));
    same(
        "percent",
        row,
        value(line.getOrDefault("percent", ""), "", ""),
        report.<BigDecimal>getAs(2));
    same("period", row, narrow(line.get("time_period")), get(row, "time_period"));
  }

  private String unitOf(Row row) {
    return pack.indicator(get(row, "indicator")).orElseThrow().unit();
  }

  private static BigDecimal figureOf(Row row) {
    return row.getDecimal(COLUMNS.indexOf("obs_value"));
  }

  /**
   * The figure of a field in a unit, to the six decimals that are stored; null where it is none.
   */
  private static BigDecimal value(String written, String from, String to) {
    Optional<BigDecimal> figure = StrictFigure.typed(written);
    if (figure.isEmpty()) {
      return null;
    }
    String unit = narrow(from).replaceAll("\\s", "");
    if (!unit.equals(to) && !(POWERS.containsKey(unit) && POWERS.containsKey(to))) {
      throw new AssertionError("silently wrong unit: '%s' was taken for %s".formatted(unit, to));
    }
    int power = unit.equals(to) ? 0 : POWERS.get(unit) - POWERS.get(to);
    return figure.get().scaleByPowerOfTen(power).setScale(6, RoundingMode.HALF_UP);
  }

  private static <T extends Comparable<? super T>> void same(
      String what, Row row, T strict, T read) {
    if (strict == null ? read != null : read == null || strict.compareTo(read) != 0) {
      throw new AssertionError(
          "silently wrong %s: was read as %s and is %s in %s"
              .formatted(what, read, strict, get(row, "record")));
    }
  }

  /** Full-width digits, hyphens and signs as those of ASCII, and nothing else folded. */
  private static String narrow(String text) {
    StringBuilder narrow = new StringBuilder();
    text.strip()
        .chars()
        .forEach(c -> narrow.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)));
    return narrow.toString();
  }

  /** The fields of a record: quoted ones with doubled quotes, others as they stand. */
  private static List<String> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      int end = at;
      if (at < line.length() && line.charAt(at) == '"') {
        end = line.indexOf('"', at + 1);
        while (end + 1 < line.length() && line.charAt(end + 1) == '"') {
          end = line.indexOf('"', end + 2);
        }
        fields.add(line.substring(at + 1, end).replace("\"\"", "\""));
        at = end + 2;
      } else {
        end = line.indexOf(separator, at);
        fields.add(line.substring(at, end < 0 ? line.length() : end));
        at = end < 0 ? line.length() + 1 : end + 1;
      }
    }
    return fields;
  }

  private static String get(Row row, String column) {
    return row.getString(COLUMNS.indexOf(column));
  }
}
