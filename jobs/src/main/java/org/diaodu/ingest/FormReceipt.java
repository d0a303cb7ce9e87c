package org.diaodu.ingest;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.form.FormLine;
import org.diaodu.region.RegionPack;
import org.diaodu.sheet.Books;
import org.diaodu.sheet.UnreadableSheetException;

/**
 * What became of a form that came back, row by row.
 *
 * @param unit name of the unit as it stands in the form; several where sheets of several were
 *     copied into one book
 * @param period as it stands in the form
 * @param signedBy who filled it in and who checked it
 * @param lines what was taken and what was not, and last what was not filled in
 */
public record FormReceipt(String unit, String period, String signedBy, List<Line> lines) {
  /** What became of it. */
  public enum Verdict {
    /** Taken. */
    taken("收下"),
    /** Held until it is confirmed. */
    held("暂扣"),
    /** Refused. */
    refused("退回"),
    /** Says once more what the form said before, and is not counted again. */
    repeated("重复，未计"),
    /** Not filled in: still owed. */
    owed("仍欠");

    private final String nameZh;

    Verdict(String nameZh) {
      this.nameZh = nameZh;
    }

    /** As receipts say it. */
    public String nameZh() {
      return nameZh;
    }
  }

  /**
   * One of them.
   *
   * @param place sheet!address
   * @param subject what is asked for, in words
   * @param value what was filled in; empty where nothing was
   * @param until last day on which it is in time, as the form says it; empty of what is done with
   */
  public record Line(String place, String subject, String value, Verdict verdict, String until) {}

  /**
   * The receipt for a file; empty where it is no form.
   *
   * @param today the day of the night
   * @param elsewhere by the number of a cell in its file, from 1, what became of it beside other
   *     figures; nothing of those that were judged by themselves
   */
  public static Optional<FormReceipt> of(
      Path file, RegionPack pack, LocalDate today, Map<Long, Verdict> elsewhere) {
    List<FormSheet> sheets;
    try {
      sheets = FormSheet.of(Books.read(file), pack);
    } catch (UnreadableSheetException | UncheckedIOException unreadable) {
      // What is wrong with the file is said where it is read; it may also be gone since.
      return Optional.empty();
    }
    if (sheets.isEmpty()) {
      return Optional.empty();
    }
    TidyCsvLine reader = new TidyCsvLine(pack, today);
    Map<Long, FormSheet> sheetOf = new HashMap<>();
    List<Cell> cells = new ArrayList<>();
    for (FormSheet sheet : sheets) {
      sheet
          .cells(reader, cells.size())
          .forEachRemaining(
              cell -> {
                cells.add(cell);
                sheetOf.put(cell.line(), sheet);
              });
    }
    List<Line> lines = new ArrayList<>();
    for (Cell cell : FileTrial.judged(cells)) {
      line(sheetOf.get(cell.line()), cell, elsewhere).ifPresent(lines::add);
    }
    List<Line> owed =
        sheets.stream()
            .flatMap(sheet -> sheet.unfilled().stream().map(line -> owed(sheet, line)))
            .toList();
    lines.addAll(owed);
    return Optional.of(
        new FormReceipt(
            FormSheet.all(sheets, signature -> signature.unit()),
            FormSheet.all(sheets, signature -> signature.period()),
            FormSheet.all(sheets, signature -> signature.words()),
            List.copyOf(lines)));
  }

  private static Line owed(FormSheet sheet, FormLine line) {
    return new Line(sheet.place(line), sheet.subject(line), "", Verdict.owed, sheet.until(line));
  }

  private static Optional<Line> line(FormSheet sheet, Cell cell, Map<Long, Verdict> elsewhere) {
    Verdict own =
        switch (cell.outcome()) {
          case "accepted" -> Verdict.taken;
          case "held" -> Verdict.held;
          case "quarantined" -> Verdict.refused;
          default -> SameFigure.REPEATED.equals(cell.ignoredBecause()) ? Verdict.repeated : null;
        };
    Verdict verdict = elsewhere.getOrDefault(cell.line(), own);
    if (verdict == null) {
      return Optional.empty();
    }
    return sheet
        .lineOf(cell)
        .map(
            of ->
                new Line(
                    cell.sourceCell(),
                    sheet.subject(of),
                    cell.rawText(),
                    verdict,
                    verdict == Verdict.taken || verdict == Verdict.repeated
                        ? ""
                        : sheet.until(of)));
  }

  /** How many lines have a verdict. */
  public long count(Verdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  /** In one sentence. */
  public String summary() {
    String summary =
        "%s%s填报表：收下%d项，退回%d项，暂扣%d项，仍欠%d项"
            .formatted(
                unit,
                period,
                count(Verdict.taken),
                count(Verdict.refused),
                count(Verdict.held),
                count(Verdict.owed));
    long repeated = count(Verdict.repeated);
    return repeated == 0 ? summary : summary + "，重复%d项未计".formatted(repeated);
  }
}
