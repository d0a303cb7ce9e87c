package org.diaodu.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.layout.Templates;
import org.diaodu.region.RegionPack;

/**
 * What a night would make of one file, by the readers of the night and without Spark. What no file
 * shows by itself is not tried: rules between figures, and what other files say.
 *
 * @param file the file after one pass over its bytes
 * @param cells what became of each of its cells, in their order
 * @param faults what is wrong with it as a whole, and what its sender is told
 * @param counts how many cells became what
 * @param receipt what became of the rows of a form; empty where it is none
 */
public record FileTrial(
    LandingFile file,
    List<TriedCell> cells,
    List<Fault> faults,
    CellCounts counts,
    Optional<FormReceipt> receipt) {

  /**
   * Tries a file.
   *
   * @param landing the folder where it lies or will lie; {@code release.yaml} in it counts
   * @param today the day of the night
   */
  public static FileTrial of(
      Path path, Path landing, RegionPack pack, Templates templates, LocalDate today) {
    List<Fault> waits = new ArrayList<>();
    LandingFile file = LandingFolder.lookAt(path, landing, waits);
    if (!waits.isEmpty()) {
      return new FileTrial(file, List.of(), List.copyOf(waits), CellCounts.NONE, Optional.empty());
    }
    TidyCsvLine reader = new TidyCsvLine(pack, today);
    List<Fault> faults = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    long read = file.readable() ? file.dataLines() * file.cellsPerLine() : 0;
    if (file.isBook()) {
      OpenedBook book = BookFile.of(file, 0).open(reader, templates, today);
      if (book.unreadable() == null) {
        book.cells().forEachRemaining(cells::add);
        book.cells().requireEveryCell();
        read = book.cells().read();
        faults.addAll(book.remarks());
      } else {
        // Of a text also why it is no tidy one.
        faults.addAll(file.faults());
        faults.add(book.unreadable());
      }
    } else {
      faults.addAll(file.faults());
      for (LandingFile.Chunk chunk : file.chunks()) {
        FileChunk.of(file, 0, chunk).cells(reader).forEachRemaining(cells::add);
      }
    }
    List<Cell> judged = judged(cells);
    long set = file.readable() && !file.isBook() ? (long) file.faults().size() : 0;
    CellCounts counts = counts(read, judged, set * file.cellsPerLine());
    if (!counts.addUp()) {
      throw new CellsDoNotAddUpException(file.file(), counts);
    }
    return new FileTrial(
        file,
        judged.stream().map(TriedCell::of).toList(),
        List.copyOf(faults),
        counts,
        file.isBook() ? receipt(path, pack, today, judged) : Optional.empty());
  }

  private static Optional<FormReceipt> receipt(
      Path path, RegionPack pack, LocalDate today, List<Cell> cells) {
    Map<Long, FormReceipt.Verdict> verdicts = new HashMap<>();
    for (Cell cell : cells) {
      switch (cell.outcome()) {
        case "held" -> verdicts.put(cell.line(), FormReceipt.Verdict.held);
        case "quarantined" -> verdicts.put(cell.line(), FormReceipt.Verdict.refused);
        default -> {}
      }
    }
    return FormReceipt.of(path, pack, today, verdicts);
  }

  /** Whether something of it is refused or held. */
  public boolean anythingRefused() {
    return counts.quarantined() > 0
        || faults.stream().anyMatch(f -> f.severity() == Fault.Severity.reject);
  }

  /** The cells as their like in the same file leaves them. */
  static List<Cell> judged(List<Cell> cells) {
    Map<List<Object>, List<Cell>> byFigure =
        cells.stream()
            .filter(cell -> cell.said() != null)
            .collect(
                Collectors.groupingBy(
                    cell -> key(cell.said()), LinkedHashMap::new, Collectors.toList()));
    Map<String, SameFigure.Verdict> verdicts = new HashMap<>();
    for (List<Cell> same : byFigure.values()) {
      if (same.size() > 1) {
        SameFigure.judge(same.stream().map(FileTrial::statement).toList())
            .forEach((of, verdict) -> verdicts.put(of.sourceCell(), verdict));
      }
    }
    return cells.stream().map(cell -> judged(cell, verdicts.get(cell.sourceCell()))).toList();
  }

  private static List<Object> key(Cell.Figure f) {
    return Arrays.asList(
        f.indicator(),
        f.refArea(),
        f.timePeriod(),
        f.accumulation(),
        f.measure(),
        f.releaseDate(),
        f.provenance(),
        f.source());
  }

  private static SameFigure.Statement statement(Cell cell) {
    Cell.Figure said = cell.said();
    String value = said.value() == null ? null : ExactDecimal.stored(said.value()).toPlainString();
    return new SameFigure.Statement(
        "",
        cell.line(),
        cell.sourceCell(),
        cell.rawText(),
        value,
        said.status(),
        said.confStatus(),
        cell.report() == null ? "" : cell.report().besides(),
        cell.report() != null);
  }

  private static Cell judged(Cell cell, SameFigure.Verdict verdict) {
    if (verdict == null) {
      return cell;
    }
    if (verdict.conflict() != null) {
      return cell.refused(verdict.conflict());
    }
    return verdict.repeated() ? cell.leftOut(SameFigure.REPEATED) : cell;
  }

  /**
   * @param setAside cells on lines that were too long, or not whole, to be read
   */
  private static CellCounts counts(long read, List<Cell> cells, long setAside) {
    Map<String, Long> outcomes =
        cells.stream().collect(Collectors.groupingBy(Cell::outcome, Collectors.counting()));
    Map<String, Long> because =
        cells.stream()
            .filter(cell -> cell.ignoredBecause() != null)
            .collect(
                Collectors.groupingBy(Cell::ignoredBecause, TreeMap::new, Collectors.counting()));
    long held = outcomes.getOrDefault("held", 0L);
    long warned =
        cells.stream().filter(cell -> cell.said() != null && !cell.faults().isEmpty()).count();
    return new CellCounts(
        read,
        outcomes.getOrDefault("accepted", 0L),
        outcomes.getOrDefault("quarantined", 0L) + held + setAside,
        held,
        outcomes.getOrDefault("ignored", 0L),
        warned,
        because);
  }
}
