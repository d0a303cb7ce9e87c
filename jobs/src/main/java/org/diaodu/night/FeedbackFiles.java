package org.diaodu.night;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.diaodu.feedback.FeedbackPage;
import org.diaodu.feedback.FileFeedback;
import org.diaodu.feedback.Finding;
import org.diaodu.feedback.MarkedCopy;
import org.diaodu.feedback.Receipt;
import org.diaodu.form.FormTraces;
import org.diaodu.hold.HeldId;
import org.diaodu.ingest.CellCounts;
import org.diaodu.ingest.Fault;
import org.diaodu.ingest.FormReceipt;
import org.diaodu.ingest.LandingFile;
import org.diaodu.observations.Current;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;

/**
 * Writes the feedback on every file with a fault: a page, and a copy with the faulty cells marked.
 * The same file gives the same feedback, so a night that is repeated only writes it anew.
 */
final class FeedbackFiles {
  /** Findings shown of one file; all of them are in the quarantine. */
  static final int MOST = 2_000;

  /** Bytes of a file of which a marked copy is made. */
  private static final long LARGEST = 10L << 20;

  /** Bytes of a name, of the 255 that file systems take, with room for what is added. */
  private static final int LONGEST_NAME = 220;

  private final RegionPack pack;
  private final Path folder;
  private final LocalDate received;
  private final Map<String, Path> pages = new HashMap<>();

  FeedbackFiles(RegionPack pack, Path out, LocalDate received) {
    this.pack = pack;
    this.folder = out.resolve("feedback");
    this.received = received;
  }

  /**
   * Writes the feedback on tonight's files.
   *
   * @param counts the files and what became of their cells
   * @param rows everything that is wrong with their cells
   * @param observations what is known, for the neighbours
   */
  void write(Map<LandingFile, CellCounts> counts, List<Row> rows, Dataset<Row> observations) {
    Map<String, List<Row>> byFile = new LinkedHashMap<>();
    rows.forEach(
        r -> byFile.computeIfAbsent(r.getAs("source_file"), k -> new ArrayList<>()).add(r));
    Map<String, String> known = neighbours(byFile, observations);
    counts.forEach(
        (file, of) -> {
          List<Finding> findings = new ArrayList<>();
          file.faults()
              .forEach(
                  f ->
                      findings.add(
                          new Finding(
                              f.sourceCell(),
                              true,
                              heldId(file, f),
                              f.found(),
                              f.expected(),
                              f.message(),
                              "",
                              "")));
          byFile
              .getOrDefault(file.file(), List.of())
              .forEach(row -> findings.add(finding(row, known)));
          // What waits for an answer is said first.
          findings.sort(Comparator.comparing(finding -> !finding.held()));
          Receipt receipt = receipt(file, byFile.getOrDefault(file.file(), List.of()));
          if (!findings.isEmpty() || receipt.isThere()) {
            write(file, of, findings, receipt);
          }
        });
  }

  /** Whether the sender of a file gets a receipt, also where nothing is wrong with it. */
  static boolean mayBeForm(LandingFile file) {
    return file.isBook()
        && file.readable()
        && file.bytes() <= LARGEST
        && FormTraces.in(Path.of(file.path()));
  }

  /** What became of a form; of any other file nothing. */
  private Receipt receipt(LandingFile file, List<Row> rows) {
    if (!mayBeForm(file)) {
      return Receipt.NONE;
    }
    Map<Long, FormReceipt.Verdict> elsewhere = new HashMap<>();
    for (Row row : rows) {
      switch (row.<String>getAs("severity")) {
        case "hold" -> elsewhere.put(row.getAs("line"), FormReceipt.Verdict.held);
        case "reject" -> elsewhere.put(row.getAs("line"), FormReceipt.Verdict.refused);
        default -> {}
      }
    }
    return FormReceipt.of(Path.of(file.path()), pack, received, elsewhere)
        .map(
            form ->
                new Receipt(
                    form.summary(),
                    form.signedBy(),
                    form.lines().stream().map(FeedbackFiles::line).toList()))
        .orElse(Receipt.NONE);
  }

  private static Receipt.Line line(FormReceipt.Line line) {
    return new Receipt.Line(
        line.place(), line.verdict().nameZh(), line.subject(), line.value(), line.until());
  }

  private static String heldId(LandingFile file, Fault fault) {
    return fault.severity() == Fault.Severity.hold ? HeldId.ofFile(file.file(), file.sha256()) : "";
  }

  /** The pages that were written, by path of the file. */
  Map<String, Path> pages() {
    return pages;
  }

  /** The page on a file that an earlier run wrote, where it lies there. */
  Optional<Path> written(String file, String sha256) {
    return Optional.of(page(name(file, sha256))).filter(Files::exists);
  }

  private Path page(String name) {
    return folder.resolve(name + ".check.html");
  }

  private void write(LandingFile file, CellCounts of, List<Finding> findings, Receipt receipt) {
    FileFeedback feedback =
        new FileFeedback(
            file.file(),
            received,
            of.read(),
            of.accepted(),
            of.quarantined(),
            of.ignored(),
            findings,
            receipt);
    String name = name(file.file(), file.sha256());
    Path page = page(name);
    try {
      Files.createDirectories(page.getParent());
      Files.writeString(page, FeedbackPage.html(feedback));
      pages.put(file.file(), page);
      if (file.readable() && file.bytes() <= LARGEST) {
        Path copy = folder.resolve(name + ".check.xlsx");
        Path beside = copy.resolveSibling("." + copy.getFileName() + ".part");
        MarkedCopy.write(feedback, Path.of(file.path()), beside);
        Files.move(
            beside, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the feedback on " + file.file(), e);
    }
  }

  /** The path of the file; a name to which nothing can be added is cut, and told by its hash. */
  private static String name(String file, String sha256) {
    Path path = Path.of(file);
    String last = path.getFileName().toString();
    int length = last.length();
    while (last.substring(0, length).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      length--;
    }
    return length == last.length()
        ? file
        : path.resolveSibling(last.substring(0, length) + "-" + sha256.substring(0, 8)).toString();
  }

  private Finding finding(Row row, Map<String, String> known) {
    TimePeriod period = period(row);
    return new Finding(
        row.getAs("source_cell"),
        !row.getAs("severity").equals("warn"),
        row.getAs("severity").equals("hold") ? row.getAs("hold_id") : "",
        row.getAs("found"),
        row.getAs("expected"),
        row.getAs("message"),
        period == null ? "" : known.getOrDefault(key(row, period.previous()), ""),
        period == null ? "" : known.getOrDefault(key(row, period.yearEarlier()), ""));
  }

  private static TimePeriod period(Row row) {
    String text = row.getAs("subject_time_period");
    return text == null ? null : TimePeriod.of(text);
  }

  private static String key(Row row, TimePeriod period) {
    return String.join(
        "/",
        row.<String>getAs("subject_indicator"),
        row.<String>getAs("subject_ref_area"),
        row.<String>getAs("subject_accumulation"),
        row.<String>getAs("subject_measure"),
        period.toString());
  }

  /** The figures beside those that are in doubt, as they would be printed, with their unit. */
  private Map<String, String> neighbours(Map<String, List<Row>> byFile, Dataset<Row> observations) {
    Set<String> wanted = new LinkedHashSet<>();
    Set<String> indicators = new LinkedHashSet<>();
    Set<String> periods = new LinkedHashSet<>();
    for (List<Row> rows : byFile.values()) {
      for (Row row : rows) {
        TimePeriod period = period(row);
        if (period != null) {
          indicators.add(row.getAs("subject_indicator"));
          for (TimePeriod near : List.of(period.previous(), period.yearEarlier())) {
            periods.add(near.toString());
            wanted.add(key(row, near));
          }
        }
      }
    }
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<String, String> known = new HashMap<>();
    Current.asOf(
            observations.where(
                col("indicator")
                    .isInCollection(indicators)
                    .and(col("time_period").isInCollection(periods))),
            received)
        .collectAsList()
        .forEach(
            row -> {
              String key =
                  String.join(
                      "/",
                      row.<String>getAs("indicator"),
                      row.<String>getAs("ref_area"),
                      row.<String>getAs("accumulation"),
                      row.<String>getAs("measure"),
                      row.<String>getAs("time_period"));
              if (wanted.contains(key) && row.getAs("obs_value") != null) {
                known.put(key, printed(row));
              }
            });
    return known;
  }

  private String printed(Row row) {
    BigDecimal value = row.getAs("obs_value");
    String unit =
        Measure.valueOf(row.getAs("measure"))
            .unit(pack.indicator(row.getAs("indicator")).map(Indicator::unit).orElse(""));
    String mark = "simulated".equals(row.getAs("provenance")) ? "（模拟）" : "";
    return value.stripTrailingZeros().toPlainString() + unit + mark;
  }
}
