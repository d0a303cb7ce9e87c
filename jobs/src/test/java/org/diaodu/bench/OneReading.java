package org.diaodu.bench;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.spark.sql.SparkSession;
import org.diaodu.ingest.Ingest;
import org.diaodu.ingest.LandingFolder;
import org.diaodu.layout.ReadCell;
import org.diaodu.layout.Templates;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.session.SparkSessions;
import org.diaodu.sheet.Books;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** One reading in a process of its own; its time begins once a session, where one is needed, is. */
final class OneReading {
  private OneReading() {}

  /** {@code book|poi|csv|plain PACK FILE_OR_FOLDER THREADS FIGURES}. */
  public static void main(String[] args) throws Exception {
    Path pack = Path.of(args[1]);
    Path from = Path.of(args[2]);
    String master = "local[%s]".formatted(args[3]);
    long began = System.nanoTime();
    long read;
    if (args[0].equals("book")) {
      read = book(PackReader.read(pack), from);
    } else if (args[0].equals("poi")) {
      read = byPoi(from);
    } else {
      try (SparkSession spark = SparkSessions.open(master, OneRun.settings())) {
        spark.conf().set("spark.sql.codegen.wholeStage", true);
        spark.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
        RegionPack region = PackReader.read(pack);
        began = System.nanoTime();
        read = args[0].equals("csv") ? csv(spark, region, from) : plain(spark, from);
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (read != Long.parseLong(args[4])) {
      throw new IllegalStateException(
          "%s read %d figures, expected %s".formatted(args[0], read, args[4]));
    }
    System.out.println(
        new Measured(seconds, OneRun.cpuSeconds(), OneRun.peakMegabytes(), Map.of()).line());
  }

  /** Every figure in its place: area, indicator, period, accumulation. */
  static long book(RegionPack pack, Path file) {
    Iterator<ReadCell> cells =
        Templates.of(pack).plan(Books.read(file)).cells(LocalDate.of(2026, 1, 1));
    long figures = 0;
    while (cells.hasNext()) {
      figures += cells.next().isRead() ? 1 : 0;
    }
    return figures;
  }

  /** Every number as a text, and nothing else. */
  static long byPoi(Path file) throws Exception {
    Numbers numbers = new Numbers();
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(opened);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
      Iterator<InputStream> sheets = reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          XMLReader xml = XMLHelper.newXMLReader();
          xml.setContentHandler(
              new XSSFSheetXMLHandler(reader.getStylesTable(), strings, numbers, false));
          xml.parse(new InputSource(sheet));
        }
      }
    }
    return numbers.read;
  }

  /** Every line checked and every figure with its dimensions. */
  private static long csv(SparkSession spark, RegionPack pack, Path landing) {
    LandingFolder folder = LandingFolder.look(landing, Instant.now());
    return Ingest.accepted(
            Ingest.read(
                spark,
                folder.files(),
                pack,
                LocalDate.of(2026, 1, 1),
                spark.sparkContext().longAccumulator()))
        .count();
  }

  private static long plain(SparkSession spark, Path landing) {
    return spark.read().option("header", "true").csv(landing.toString()).count();
  }

  private static final class Numbers implements XSSFSheetXMLHandler.SheetContentsHandler {
    private long read;

    @Override
    public void startRow(int row) {}

    @Override
    public void endRow(int row) {}

    @Override
    public void cell(String address, String text, XSSFComment comment) {
      if (!text.isEmpty()
          && text.charAt(0) >= '0'
          && text.charAt(0) <= '9'
          && !text.contains("年")) {
        read++;
      }
    }
  }
}
