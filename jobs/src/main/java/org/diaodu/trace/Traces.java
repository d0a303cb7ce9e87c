package org.diaodu.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.diaodu.document.Figure;
import org.diaodu.region.RegionPack;
import org.diaodu.table.TableRow;

/** Follows many figures back at once. */
public final class Traces {
  private final RegionPack pack;
  private final Map<String, TableRow> rows = new HashMap<>();
  private final SourceCells cells;

  private Traces(RegionPack pack, Map<String, TableRow> rows, SourceCells cells) {
    this.pack = pack;
    this.rows.putAll(rows);
    this.cells = cells;
  }

  /**
   * Looks up what the figures came from.
   *
   * @param figures what is to be followed
   * @param rows every row that a figure may stand in, or that such a row follows from
   * @param observations rows of {@code statistics.observations}
   * @param progress rows of {@code statistics.progress}
   * @param quarantine rows of {@code landing.quarantine}
   * @param asOf day as of which they are known
   */
  public static Traces of(
      Collection<Figure> figures,
      Collection<TableRow> rows,
      Dataset<Row> observations,
      Dataset<Row> progress,
      Dataset<Row> quarantine,
      LocalDate asOf,
      RegionPack pack) {
    Map<String, TableRow> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.put(row.key(), row));
    Set<SeriesPoint> points = new LinkedHashSet<>();
    Set<List<String>> items = new LinkedHashSet<>();
    for (Figure figure : figures) {
      lookedAt(byKey, figure.key().row())
          .ifPresent(
              row -> {
                points.addAll(Inputs.of(row, pack));
                Inputs.report(row).ifPresent(items::add);
              });
    }
    return new Traces(
        pack,
        byKey,
        SourceCells.find(observations, progress, quarantine, asOf, points, items, pack));
  }

  /** What a figure came from. */
  public Trace of(Figure figure) {
    if (!figure.counted().isEmpty() || figure.key().row().startsWith("count/")) {
      return new Trace(
          "符合条件的行数：%d".formatted(figure.counted().size()),
          "地区包" + pack.packId(),
          List.of(),
          List.of());
    }
    Optional<String> stated = stated(figure);
    if (stated.isPresent()) {
      return new Trace(stated.get(), "地区包" + pack.packId(), List.of(), List.of());
    }
    TableRow row = rows.get(figure.key().row());
    if (row == null) {
      throw new IllegalStateException("Cannot trace %s: its row is not at hand".formatted(figure));
    }
    List<Source> sources = new ArrayList<>();
    lookedAt(rows, row.key())
        .ifPresent(
            at -> {
              Inputs.of(at, figure.key().column(), pack)
                  .forEach(point -> sources.addAll(cells.of(point)));
              Inputs.report(at).ifPresent(item -> sources.addAll(cells.ofReport(item)));
            });
    return new Trace(
        Formula.of(row, figure.key().column()),
        Formula.basis(row, pack),
        sources.stream().flatMap(s -> cells.findings(s).stream()).distinct().toList(),
        sources.stream().distinct().toList());
  }

  /** Where a number stands in the pack and is no figure of a table. */
  private Optional<String> stated(Figure figure) {
    String row = figure.key().row();
    return row.startsWith("targets/")
        ? Optional.of("方案规定的目标值，见targets.csv")
        : row.startsWith("policies/") ? Optional.of("办法规定的数，见policy.yaml") : Optional.empty();
  }

  /** The row whose inputs count: a rectification follows from the light that it was opened by. */
  private static Optional<TableRow> lookedAt(Map<String, TableRow> rows, String key) {
    TableRow row = rows.get(key);
    if (row == null || row.table() != org.diaodu.contract.Table.RECTIFICATIONS) {
      return Optional.ofNullable(row);
    }
    return Optional.ofNullable(
        rows.get(
            "attainment/%s/%s/%s"
                .formatted(row.text("target_id"), row.text("ref_area"), row.text("time_period"))));
  }
}
