package org.diaodu.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The faults of one line, collected while it is read. */
final class LineFaults {
  private final long line;
  private final String address;
  private final IntFunction<String> columns;
  private final List<Fault> faults = new ArrayList<>();

  /** Of a line of a text file. */
  LineFaults(long line) {
    this.line = line;
    this.address = null;
    this.columns = null;
  }

  /** Of a cell of a workbook. */
  LineFaults(String address) {
    this(address, column -> address);
  }

  /**
   * Of a row of a workbook whose columns each say something else.
   *
   * @param address of the figure
   * @param columns address of each column, from 1
   */
  LineFaults(String address, IntFunction<String> columns) {
    this.line = 0;
    this.address = address;
    this.columns = columns;
  }

  /** A fault for which the figure is refused. */
  void add(String rule, int column, String found, String expected, String message) {
    add(rule, Fault.Severity.reject, column, found, expected, message);
  }

  /** A doubt with which the figure is accepted. */
  void warn(String rule, int column, String found, String expected, String message) {
    add(rule, Fault.Severity.warn, column, found, expected, message);
  }

  /** A fault of several cells of a workbook, said once for all of them. */
  void addOfAll(String cells, String rule, String found, String expected, String message) {
    faults.add(
        new Fault(
            rule,
            Fault.Severity.reject,
            cells,
            found,
            expected,
            "单元格%s：%s".formatted(cells, message)));
  }

  private void add(
      String rule,
      Fault.Severity severity,
      int column,
      String found,
      String expected,
      String message) {
    if (address != null) {
      String at = column == 0 ? address : columns.apply(column);
      faults.add(new Fault(rule, severity, at, found, expected, "单元格%s：%s".formatted(at, message)));
      return;
    }
    String where = column == 0 ? "第%d行：".formatted(line) : "第%d行第%d列：".formatted(line, column);
    faults.add(Fault.at(rule, severity, line, column, found, expected, where + message));
  }

  boolean rejected() {
    // Asked of every line: nearly all have none.
    return !faults.isEmpty()
        && faults.stream().anyMatch(f -> f.severity() == Fault.Severity.reject);
  }

  /** One fault for each rule and cell: what a rule says twice of a cell is said in one message. */
  List<Fault> all() {
    if (faults.isEmpty()) {
      return List.of();
    }
    Map<String, Fault> all = new LinkedHashMap<>();
    for (Fault f : faults) {
      all.merge(
          f.ruleId() + " " + f.sourceCell(),
          f,
          (a, b) ->
              new Fault(
                  a.ruleId(),
                  a.severity(),
                  a.sourceCell(),
                  a.found(),
                  a.expected(),
                  a.message() + "；" + b.message()));
    }
    return List.copyOf(all.values());
  }
}
