package org.diaodu.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diaodu.text.DelimitedLine;
import org.diaodu.text.EditDistance;

/**
 * The header of a tidy file: which column is where.
 *
 * @param separator comma or tab
 * @param position position of each column, from 0
 * @param form what the lines are
 */
public record TidyCsvHeader(char separator, Map<String, Integer> position, Form form)
    implements Serializable {
  /** Keeps the positions as they are now. */
  public TidyCsvHeader {
    // Asked of every field of every line: no map is quicker.
    position = Collections.unmodifiableMap(new HashMap<>(position));
  }

  TidyCsvHeader(char separator, Map<String, Integer> position) {
    this(separator, position, Form.figures);
  }

  /** What the lines of a file are. */
  public enum Form {
    /** Figures, in the columns of an observation. */
    figures,
    /** Figures, in the columns of an SDMX dataflow. */
    sdmx,
    /** Reports of how targets and tasks go. */
    progress
  }

  /** Whether it is SDMX-CSV. */
  boolean sdmx() {
    return form == Form.sdmx;
  }

  /**
   * Whether a line that breaks off in its last field still says all that counts: in free text, or
   * in a date, of which a part is none.
   */
  boolean lastFieldMayEndAnywhere() {
    return position.entrySet().stream()
        .filter(column -> column.getValue() == position.size() - 1)
        .anyMatch(column -> MAY_END_ANYWHERE.contains(column.getKey()));
  }

  /** The column whose cell stands for the line. */
  String figureColumn() {
    return switch (form) {
      case figures -> "obs_value";
      case sdmx -> "OBS_VALUE";
      case progress -> "status";
    };
  }

  private static final Pattern SDMX =
      Pattern.compile("^\"?(DATAFLOW|STRUCTURE)\\b", Pattern.CASE_INSENSITIVE);

  private static final List<String> MAY_END_ANYWHERE = List.of("note", "evidence", "release_date");

  static final List<String> REQUIRED =
      List.of("ref_area", "indicator", "time_period", "obs_value", "release_date");
  static final List<String> OPTIONAL =
      List.of(
          "accumulation",
          "measure",
          "unit",
          "obs_status",
          "note",
          "conf_status",
          "provenance",
          "source");

  /**
   * Reads a header line.
   *
   * @param line the first line that is not blank, without BOM and line end
   * @param number its number
   * @param faults gets everything that is wrong with it
   * @return the header; null where there is a fault
   */
  static TidyCsvHeader read(String line, long number, List<Fault> faults) {
    if (SDMX.matcher(line).find()) {
      return sdmx(line, number, faults);
    }
    char separator = line.indexOf('\t') >= 0 && line.indexOf(',') < 0 ? '\t' : ',';
    List<String> names = new ArrayList<>();
    for (String field : DelimitedLine.split(line, separator)) {
      names.add(field.strip().toLowerCase(Locale.ROOT));
    }
    boolean progress = names.contains("item");
    List<String> required = progress ? ProgressLine.REQUIRED : REQUIRED;
    List<String> known = new ArrayList<>(required);
    known.addAll(progress ? ProgressLine.OPTIONAL : OPTIONAL);
    if (names.stream().noneMatch(known::contains)) {
      faults.add(
          fault(
              "no_header",
              number,
              0,
              line,
              String.join(",", REQUIRED),
              "第%d行应是表头，但没有一个列名认得。请把第一行写成表头，至少包括：%s"
                  .formatted(number, String.join("、", REQUIRED))));
      return null;
    }
    Map<String, Integer> position = new HashMap<>();
    int before = faults.size();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!known.contains(name)) {
        String nearest =
            known.stream()
                .min(Comparator.comparingInt((String k) -> EditDistance.between(name, k)))
                .orElseThrow();
        faults.add(
            fault(
                "unknown_column",
                number,
                i + 1,
                name,
                nearest,
                "表头第%d列“%s”不认得，是否应为“%s”？请改正或删去这一列".formatted(i + 1, name, nearest)));
      } else if (position.putIfAbsent(name, i) != null) {
        faults.add(
            fault(
                "duplicate_column",
                number,
                i + 1,
                name,
                "每个列名只出现一次",
                "表头中“%s”出现了两次（第%d列和第%d列）。请只保留一列".formatted(name, position.get(name) + 1, i + 1)));
      }
    }
    String missing =
        required.stream()
            .filter(name -> !position.containsKey(name))
            .collect(Collectors.joining("、"));
    if (!missing.isEmpty()) {
      faults.add(
          fault(
              "missing_column",
              number,
              0,
              String.join(",", names),
              missing,
              "表头缺少列：%s。请补上".formatted(missing)));
    }
    return faults.size() == before
        ? new TidyCsvHeader(separator, position, progress ? Form.progress : Form.figures)
        : null;
  }

  /** SDMX-CSV: columns by their ids; a label after a colon, or a language, is no part of an id. */
  private static TidyCsvHeader sdmx(String line, long number, List<Fault> faults) {
    char separator = line.indexOf(',') >= 0 ? ',' : line.indexOf(';') >= 0 ? ';' : '\t';
    Map<String, Integer> position = new HashMap<>();
    List<String> names = DelimitedLine.split(line, separator);
    for (int i = 0; i < names.size(); i++) {
      String id = names.get(i).strip().replaceFirst("[:\\[].*$", "").toUpperCase(Locale.ROOT);
      Integer before = position.putIfAbsent(id, i);
      if (before != null) {
        faults.add(
            fault(
                "duplicate_column",
                number,
                i + 1,
                id,
                "每个列名只出现一次",
                "表头中“%s”出现了两次（第%d列和第%d列）。请只保留一列".formatted(id, before + 1, i + 1)));
        return null;
      }
    }
    for (String required : List.of("TIME_PERIOD", "OBS_VALUE")) {
      if (!position.containsKey(required)) {
        faults.add(
            fault("missing_column", number, 0, line, required, "表头缺少列：%s。请补上".formatted(required)));
        return null;
      }
    }
    return new TidyCsvHeader(separator, position, Form.sdmx);
  }

  private static Fault fault(
      String rule, long line, int column, String found, String expected, String message) {
    return Fault.at(rule, Fault.Severity.reject, line, column, found, expected, message);
  }

  /** Number of a column, from 1; 0 where the file does not have it. */
  int column(String name) {
    return position.getOrDefault(name, -1) + 1;
  }
}
