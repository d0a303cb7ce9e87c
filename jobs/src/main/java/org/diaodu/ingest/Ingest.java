package org.diaodu.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.diaodu.layout.Templates;
import org.diaodu.region.RegionPack;

/** Reads landing files: one row per figure cell, and nothing lost on the way. */
public final class Ingest {
  /**
   * Columns of a refused or warned cell, as {@code landing.quarantine} has them but for the run's
   * own.
   */
  private static final StructType QUARANTINE =
      new StructType()
          .add("source_file", DataTypes.StringType)
          .add("source_sha256", DataTypes.StringType)
          .add("source_cell", DataTypes.StringType)
          .add("raw_text", DataTypes.StringType)
          .add("rule_id", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("found", DataTypes.StringType)
          .add("expected", DataTypes.StringType)
          .add("message", DataTypes.StringType)
          .add("hold_id", DataTypes.StringType);

  private Ingest() {}

  /**
   * The cells of all readable files, each with its {@code outcome}: {@code accepted}, {@code
   * quarantined}, {@code held} or {@code ignored}; and for each book one row {@code book} or {@code
   * unreadable}. Lazy; the caller keeps it. What a file says twice is not looked at yet.
   *
   * @param counter counts the cells while they are read
   */
  public static Dataset<Row> read(
      SparkSession spark,
      List<LandingFile> files,
      RegionPack pack,
      LocalDate today,
      LongAccumulator counter) {
    TidyCsvLine reader = new TidyCsvLine(pack, today);
    List<FileChunk> chunks = new ArrayList<>();
    for (int ordinal = 0; ordinal < files.size(); ordinal++) {
      LandingFile file = files.get(ordinal);
      for (LandingFile.Chunk chunk : file.chunks()) {
        chunks.add(FileChunk.of(file, ordinal, chunk));
      }
    }
    Dataset<Row> cells =
        spark
            .createDataset(chunks, Encoders.javaSerialization(FileChunk.class))
            .flatMap(
                (FlatMapFunction<FileChunk, Row>) chunk -> counted(chunk.rows(reader), counter),
                Encoders.row(CellRow.SCHEMA));
    List<BookFile> books = books(files);
    if (books.isEmpty()) {
      return cells;
    }
    Templates templates = Templates.of(pack);
    Dataset<Row> printed =
        spark
            .createDataset(books, Encoders.javaSerialization(BookFile.class))
            .flatMap(
                (FlatMapFunction<BookFile, Row>)
                    book -> counted(book.rows(reader, templates, today), counter),
                Encoders.row(CellRow.SCHEMA));
    return cells.unionByName(printed);
  }

  /** The same, with what a file says twice resolved; runs no job. */
  public static Dataset<Row> cells(
      SparkSession spark,
      List<LandingFile> files,
      RegionPack pack,
      LocalDate today,
      LongAccumulator counter) {
    return resolved(read(spark, files, pack, today, counter));
  }

  /**
   * Whether a file may say a figure more than once. Nearly none does, and then the cells need not
   * be put in order to find out which.
   *
   * @param cells cells that are at hand; runs one job
   */
  public static boolean saysTwice(Dataset<Row> cells) {
    return Duplicates.any(cells);
  }

  /** The cells with the outcome that their like in the same file leaves them. */
  public static Dataset<Row> resolved(Dataset<Row> cells) {
    return Duplicates.resolve(cells);
  }

  /**
   * The cells, those held that contradict what was stored before and came at the same instant.
   *
   * @param known rows of {@code statistics.observations} that came at an instant at which cells
   *     came
   */
  public static Dataset<Row> heldAgainst(Dataset<Row> cells, Dataset<Row> known) {
    return Duplicates.heldAgainst(cells, known);
  }

  private static Iterator<Row> counted(Iterator<Row> cells, LongAccumulator counter) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return cells.hasNext();
      }

      @Override
      public Row next() {
        counter.add(1);
        return cells.next();
      }
    };
  }

  private static List<BookFile> books(List<LandingFile> files) {
    List<BookFile> books = new ArrayList<>();
    for (int ordinal = 0; ordinal < files.size(); ordinal++) {
      LandingFile file = files.get(ordinal);
      if (file.isBook()) {
        books.add(BookFile.of(file, ordinal));
      }
    }
    return books;
  }

  /** The accepted cells, with the columns of an observation but for the run's own. */
  public static Dataset<Row> accepted(Dataset<Row> cells) {
    return cells
        .where(col("outcome").equalTo("accepted").and(col("report").isNull()))
        .drop("record", "outcome", "ignored_because", "faults", "report", "hold_id")
        .drop(CellRow.SUBJECT);
  }

  /** The accepted reports of progress, with the columns of theirs but for the run's own. */
  public static Dataset<Row> reports(Dataset<Row> cells) {
    return cells
        .where(col("outcome").equalTo("accepted").and(col("report").isNotNull()))
        .select(
            col("indicator").as("item"),
            col("report.item_kind"),
            col("ref_area"),
            col("freq"),
            col("time_period"),
            col("accumulation").as("milestone"),
            col("report.amount"),
            col("report.percent"),
            col("obs_status").as("status"),
            col("report.evidence"),
            col("report.reporter"),
            col("report.due_on"),
            col("report.problem_opened_on"),
            col("release_date"),
            col("provenance"),
            col("arrived_at"),
            col("source_file"),
            col("source_sha256"),
            col("source_cell"),
            col("record").as("raw_text"),
            col("file_ordinal"));
  }

  /**
   * One row per cell and rule that it breaks, with what the cell is a figure of; of each file the
   * first {@code most}, in its order.
   */
  public static List<Row> findings(Dataset<Row> cells, int most) {
    List<Column> columns = new ArrayList<>();
    for (String name : CellRow.SUBJECT) {
      columns.add(col(name));
    }
    columns.add(col("source_file"));
    columns.add(col("line"));
    columns.add(col("hold_id"));
    columns.add(explode(col("faults")).as("fault"));
    List<Row> findings =
        new ArrayList<>(
            cells
                .where(col("outcome").notEqual("unreadable"))
                .select(columns.toArray(Column[]::new))
                .select("*", "fault.*")
                .drop("fault")
                .withColumn(
                    "place",
                    row_number()
                        .over(
                            Window.partitionBy("source_file").orderBy(col("line"), col("rule_id"))))
                .where(col("place").leq(most))
                .collectAsList());
    // Few enough to be put in order here: Spark would run the whole twice to sort them.
    findings.sort(
        Comparator.<Row, String>comparing(row -> row.getAs("source_file"))
            .thenComparing(row -> row.<Integer>getAs("place")));
    return findings;
  }

  /** One row per cell and rule that it breaks, warnings included. */
  public static Dataset<Row> quarantine(Dataset<Row> cells) {
    return cells
        .where(col("outcome").notEqual("unreadable"))
        .select(
            col("source_file"),
            col("source_sha256"),
            col("record"),
            col("hold_id"),
            explode(col("faults")).as("fault"))
        .select(
            col("source_file"),
            col("source_sha256"),
            col("fault.source_cell"),
            col("record").as("raw_text"),
            col("fault.rule_id"),
            col("fault.severity"),
            col("fault.found"),
            col("fault.expected"),
            col("fault.message"),
            when(col("fault.severity").equalTo("hold"), col("hold_id")).as("hold_id"));
  }

  /**
   * What is wrong with files as a whole, with their headers, and with lines too long to be read.
   */
  public static Dataset<Row> fileFaults(SparkSession spark, List<LandingFile> files) {
    List<Row> rows = new ArrayList<>();
    for (LandingFile file : files) {
      for (Fault fault : file.faults()) {
        rows.add(
            RowFactory.create(
                file.file(),
                file.sha256(),
                fault.sourceCell(),
                fault.found(),
                fault.ruleId(),
                fault.severity().name(),
                fault.found(),
                fault.expected(),
                fault.message(),
                null));
      }
    }
    return spark.createDataFrame(rows, QUARANTINE);
  }

  /**
   * What became of every file's cells. {@link CellCounts#read} was counted on the bytes, before and
   * apart from reading the cells, so a lost line is found out.
   *
   * @param cells cells that are at hand; runs one job
   * @throws CellsDoNotAddUpException where a cell is not accounted for
   */
  public static Map<LandingFile, CellCounts> counts(List<LandingFile> files, Dataset<Row> cells) {
    Map<String, List<Row>> byFile = new HashMap<>();
    cells
        .groupBy("source_file", "outcome", "ignored_because")
        .agg(
            count(lit(1)).as("cells"),
            count(when(exists(col("faults"), f -> f.getField("severity").equalTo("warn")), 1))
                .as("warned"),
            max(when(col("outcome").isin("book", "unreadable"), col("line"))).as("in_book"),
            max(when(col("outcome").equalTo("unreadable"), col("faults"))).as("faults"))
        .collectAsList()
        .forEach(row -> byFile.computeIfAbsent(row.getString(0), k -> new ArrayList<>()).add(row));
    Map<LandingFile, CellCounts> counts = new LinkedHashMap<>();
    for (LandingFile file : files) {
      List<Row> outcomes = byFile.getOrDefault(file.file(), List.of());
      LandingFile opened = file.isBook() ? opened(file, outcomes) : file;
      CellCounts of = counts(opened, outcomes);
      if (!of.addUp()) {
        throw new CellsDoNotAddUpException(file.file(), of);
      }
      counts.put(opened, of);
    }
    return counts;
  }

  /** A book with what was found when it was opened, and of a text also why it is no tidy one. */
  private static LandingFile opened(LandingFile file, List<Row> outcomes) {
    List<Fault> faults = new ArrayList<>();
    for (Row outcome : outcomes) {
      if (outcome.getString(1).equals("unreadable")) {
        faults.addAll(file.faults());
        outcome.<Row>getList(6).forEach(fault -> faults.add(fault(fault)));
      }
    }
    return file.opened(faults);
  }

  private static Fault fault(Row fault) {
    return new Fault(
        fault.getString(0),
        Fault.Severity.valueOf(fault.getString(1)),
        fault.getString(2),
        fault.getString(3),
        fault.getString(4),
        fault.getString(5));
  }

  private static CellCounts counts(LandingFile file, List<Row> outcomes) {
    if (!file.readable()) {
      return CellCounts.NONE;
    }
    long accepted = 0;
    // A line too long to be read is a cell that never reached the reader.
    long quarantined = (long) file.faults().size() * file.cellsPerLine();
    long read = file.dataLines() * file.cellsPerLine();
    long held = 0;
    long ignored = 0;
    long warned = 0;
    Map<String, Long> because = new HashMap<>();
    for (Row row : outcomes) {
      long cells = row.getLong(3);
      switch (row.getString(1)) {
        case "accepted" -> {
          accepted += cells;
          warned += row.getLong(4);
        }
        case "quarantined" -> quarantined += cells;
        case "held" -> {
          quarantined += cells;
          held += cells;
        }
        case "book" -> {
          read = row.getLong(5);
          warned += row.getLong(4);
        }
        default -> {
          ignored += cells;
          because.merge(row.getString(2), cells, Long::sum);
        }
      }
    }
    return new CellCounts(read, accepted, quarantined, held, ignored, warned, because);
  }
}
