package org.diaodu.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diaodu.text.DelimitedLine;
import org.diaodu.text.EditDistance;
import org.diaodu.text.TextEncoding;

/** Reads the header of a tidy file, and finds everything that is wrong with it. */
final class HeaderReading {
  private static final Pattern SDMX =
      Pattern.compile("^\"?(DATAFLOW|STRUCTURE)\\b", Pattern.CASE_INSENSITIVE);

  /** In the order in which they count where several would do. */
  private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '\uFF0C');

  private static final ColumnNames OF_FIGURES = ColumnNames.ofFigures(codes(false));
  private static final ColumnNames OF_PROGRESS = ColumnNames.ofProgress(codes(true));

  /** What begins like a figure, as no word does. */
  private static final Pattern FIGURE =
      Pattern.compile("^[+\\-\u2212\u2013\uFF0D\uFF0B]?[\\d\uFF10-\uFF19.].*");

  private final long number;
  private final List<String> names;
  private final List<List<String>> sample;
  private final char separator;
  private final LocalDate released;
  private final List<Fault> faults;
  private final Map<String, Integer> position = new HashMap<>();
  private final List<ValueColumn> values = new ArrayList<>();
  private final List<Integer> unnamed = new ArrayList<>();

  private HeaderReading(
      char separator,
      List<String> names,
      long number,
      List<List<String>> sample,
      LocalDate released,
      List<Fault> faults) {
    this.separator = separator;
    this.names = names;
    this.number = number;
    this.sample = sample;
    this.released = released;
    this.faults = faults;
  }

  /**
   * The header on a line.
   *
   * @param line the first line that is not blank, without BOM and line end
   * @param number its number
   * @param sample some lines below it, by which a column of figures is told from one of words
   * @param released the day on which the file was published, where something beside it says so;
   *     then it needs no column of release dates
   * @param faults gets everything that is wrong with it
   * @return the header; null, with faults, where it is none
   */
  static TidyCsvHeader of(
      String line, long number, List<String> sample, LocalDate released, List<Fault> faults) {
    if (SDMX.matcher(line).find()) {
      return sdmx(line, number, faults);
    }
    char separator = separator(line);
    List<String> names = DelimitedLine.split(line, separator);
    List<List<String>> fields =
        sample.stream().map(l -> DelimitedLine.split(l, separator)).toList();
    HeaderReading reading = new HeaderReading(separator, names, number, fields, released, faults);
    if (!isTidy(names)) {
      reading.noHeader(line);
      return null;
    }
    return reading.header(isProgress(names));
  }

  /** What stands over a header may be a title, or state a unit or a period that counts for all. */
  private void noHeader(String line) {
    String required = String.join("、", TidyCsvHeader.REQUIRED);
    int below =
        IntStream.range(0, sample.size())
            .filter(i -> namesTheMost(sample.get(i)))
            .findFirst()
            .orElse(-1);
    String message =
        below < 0
            ? "第%d行应是表头，但列名认不全。请把第一行写成表头，至少包括：%s".formatted(number, required)
            : "表头应在第%d行，实际在第%d行。请删去它上面的各行（其中写明的单位、时期请写进各列）".formatted(number, number + below + 1);
    fault("no_header", 0, line, String.join(",", TidyCsvHeader.REQUIRED), message);
  }

  /**
   * The header in the cells of a row that is one.
   *
   * @param names the texts of its cells
   * @param number the number of the row, from 1
   * @param sample the cells of some rows below it
   * @param released as of a line
   * @param faults gets everything that is wrong with it
   * @return the header; null, with faults, where it has any
   */
  static TidyCsvHeader of(
      List<String> names,
      long number,
      List<List<String>> sample,
      LocalDate released,
      List<Fault> faults) {
    return new HeaderReading('\t', names, number, sample, released, faults)
        .header(isProgress(names));
  }

  /** The separator by which most names are known. */
  private static char separator(String line) {
    return SEPARATORS.stream()
        .max(
            Comparator.comparingLong((Character c) -> known(DelimitedLine.split(line, c)).size())
                .thenComparing(c -> -SEPARATORS.indexOf(c)))
        .orElseThrow();
  }

  private static Set<String> known(List<String> names) {
    Set<String> known = new HashSet<>();
    for (String name : names) {
      OF_FIGURES.column(name).or(() -> OF_PROGRESS.column(name)).ifPresent(known::add);
    }
    return known;
  }

  /** In a line of text one code of a column is enough. */
  private static boolean isTidy(List<String> names) {
    Set<String> codes = new HashSet<>(codes(isProgress(names)));
    return names.stream().anyMatch(name -> codes.contains(name.strip().toLowerCase(Locale.ROOT)))
        || namesTheMost(names);
  }

  /**
   * Whether names make a header wherever they stand. Single ones stand over printed tables as well,
   * but no printed table has its indicators and its periods, or its items and their progress, both
   * in columns.
   */
  static boolean namesTheMost(List<String> names) {
    return (has(OF_FIGURES, names, "indicator") && hasPeriods(names)) || reportsInNames(names);
  }

  private static boolean reportsInNames(List<String> names) {
    return has(OF_PROGRESS, names, "item", "status")
        && hasPeriods(names)
        && !has(OF_FIGURES, names, "indicator");
  }

  /** Periods whole, or their years and what of each year beside them. */
  private static boolean hasPeriods(List<String> names) {
    return has(OF_FIGURES, names, "time_period")
        || has(OF_FIGURES, names, ColumnNames.YEAR, ColumnNames.MONTH)
        || has(OF_FIGURES, names, ColumnNames.YEAR, ColumnNames.QUARTER)
        || has(OF_FIGURES, names, ColumnNames.YEAR, "obs_value");
  }

  private static boolean isProgress(List<String> names) {
    return names.stream().anyMatch(name -> name.strip().equalsIgnoreCase("item"))
        || reportsInNames(names);
  }

  private static boolean has(ColumnNames known, List<String> names, String... columns) {
    Set<String> found = new HashSet<>();
    names.forEach(name -> known.column(name).ifPresent(found::add));
    return found.containsAll(List.of(columns));
  }

  private static List<String> codes(boolean progress) {
    List<String> codes = new ArrayList<>(progress ? ProgressLine.REQUIRED : TidyCsvHeader.REQUIRED);
    codes.addAll(progress ? ProgressLine.OPTIONAL : TidyCsvHeader.OPTIONAL);
    if (!progress) {
      codes.add("freq");
    }
    return codes;
  }

  private TidyCsvHeader header(boolean progress) {
    int before = faults.size();
    ColumnNames known = progress ? OF_PROGRESS : OF_FIGURES;
    for (int i = 0; i < names.size(); i++) {
      column(i, known, progress);
    }
    onePeriod("time_period", ColumnNames.YEAR);
    onePeriod(ColumnNames.MONTH, ColumnNames.QUARTER);
    if (values.size() == 1) {
      position.putIfAbsent("obs_value", values.get(0).at());
    }
    List<String> required = progress ? ProgressLine.REQUIRED : TidyCsvHeader.REQUIRED;
    String missing =
        required.stream()
            .filter(name -> !position.containsKey(name))
            .filter(name -> !name.equals("obs_value") || values.isEmpty())
            .filter(name -> !name.equals("release_date") || released == null)
            .filter(name -> !name.equals("time_period") || !position.containsKey(ColumnNames.YEAR))
            .map(ColumnNames::inWords)
            .collect(Collectors.joining("、"));
    if (!missing.isEmpty()) {
      fault(
          "missing_column", 0, String.join(",", names), missing, "表头缺少列：%s。请补上".formatted(missing));
    }
    if (faults.size() > before) {
      return null;
    }
    TidyCsvHeader.Form form = progress ? TidyCsvHeader.Form.progress : TidyCsvHeader.Form.figures;
    if (progress) {
      values.add(ValueColumn.plain(position.get("status")));
    }
    return new TidyCsvHeader(
        separator, position, form, names.size(), values, unnamed, released, TextEncoding.utf_8);
  }

  /** Of two columns that both say when, the second might say otherwise. */
  private void onePeriod(String one, String other) {
    if (position.containsKey(one) && position.containsKey(other)) {
      int second = position.get(other);
      fault(
          "duplicate_column",
          second + 1,
          names.get(second),
          "时期只写一次",
          "表头中“%s”和“%s”都说明时期（第%d列和第%d列）。请只保留一列"
              .formatted(
                  names.get(position.get(one)).strip(),
                  names.get(second).strip(),
                  position.get(one) + 1,
                  second + 1));
    }
  }

  private void column(int at, ColumnNames known, boolean progress) {
    String name = ColumnNames.normal(names.get(at));
    if (name.isEmpty()) {
      unnamed.add(at);
      return;
    }
    Optional<String> column = known.column(name);
    Optional<FigureWords> words =
        progress || column.isPresent()
            ? Optional.empty()
            : FigureWords.of(ColumnNames.withoutUnit(name));
    if (column.isEmpty() && words.isPresent()) {
      if (holdsWords(at)) {
        column = Optional.of(words.get().accumulation() != null ? "accumulation" : "measure");
      } else {
        value(new ValueColumn(at, words.get(), ColumnNames.unit(name)));
        return;
      }
    }
    if (column.isEmpty()) {
      unknown(at, progress);
      return;
    }
    Integer other = position.putIfAbsent(column.get(), at);
    if (other != null) {
      duplicate(column.get(), other, at);
    } else if (column.get().equals("obs_value")) {
      String unit = ColumnNames.unit(name);
      Optional<FigureWords> inBrackets = FigureWords.of(unit);
      value(
          new ValueColumn(
              at, inBrackets.orElse(FigureWords.NONE), inBrackets.isPresent() ? "" : unit));
    }
  }

  private void value(ValueColumn column) {
    Optional<ValueColumn> same =
        values.stream().filter(v -> v.says().equals(column.says())).findFirst();
    if (same.isPresent()) {
      duplicate(names.get(column.at()).strip(), same.get().at(), column.at());
    } else {
      values.add(column);
    }
  }

  /** Whether the lines below have words in a column, and no figure. */
  private boolean holdsWords(int at) {
    List<String> cells =
        sample.stream()
            .filter(fields -> fields.size() > at && !fields.get(at).isBlank())
            .map(fields -> fields.get(at).strip())
            .toList();
    return !cells.isEmpty() && cells.stream().noneMatch(cell -> FIGURE.matcher(cell).matches());
  }

  private void unknown(int at, boolean progress) {
    String name = names.get(at).strip().toLowerCase(Locale.ROOT);
    String nearest =
        codes(progress).stream()
            .min(Comparator.comparingInt((String k) -> EditDistance.between(name, k)))
            .orElseThrow();
    fault(
        "unknown_column",
        at + 1,
        name,
        nearest,
        "表头第%d列“%s”不认得，是否应为“%s”？请改正或删去这一列".formatted(at + 1, name, ColumnNames.inWords(nearest)));
  }

  private void duplicate(String name, int first, int second) {
    fault(
        "duplicate_column",
        second + 1,
        name,
        "每个列名只出现一次",
        "表头中“%s”出现了两次（第%d列和第%d列）。请只保留一列".formatted(name, first + 1, second + 1));
  }

  private void fault(String rule, int column, String found, String expected, String message) {
    faults.add(Fault.at(rule, Fault.Severity.reject, number, column, found, expected, message));
  }

  /** SDMX-CSV: columns by their ids; a label after a colon, or a language, is no part of an id. */
  private static TidyCsvHeader sdmx(String line, long number, List<Fault> faults) {
    char separator = line.indexOf(',') >= 0 ? ',' : line.indexOf(';') >= 0 ? ';' : '\t';
    List<String> names = DelimitedLine.split(line, separator);
    HeaderReading reading = new HeaderReading(separator, names, number, List.of(), null, faults);
    for (int i = 0; i < names.size(); i++) {
      String id = names.get(i).strip().replaceFirst("[:\\[].*$", "").toUpperCase(Locale.ROOT);
      Integer before = reading.position.putIfAbsent(id, i);
      if (before != null) {
        reading.duplicate(id, before, i);
        return null;
      }
    }
    for (String required : List.of("TIME_PERIOD", "OBS_VALUE")) {
      if (!reading.position.containsKey(required)) {
        reading.fault("missing_column", 0, line, required, "表头缺少列：%s。请补上".formatted(required));
        return null;
      }
    }
    return new TidyCsvHeader(separator, reading.position, TidyCsvHeader.Form.sdmx);
  }
}
