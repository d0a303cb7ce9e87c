package org.diaodu.region;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diaodu.text.DelimitedLine;
import org.diaodu.text.EditDistance;

/**
 * A CSV file of a pack: its rows with their line numbers, and typed cells whose faults are
 * collected.
 */
final class CsvTable {
  private static final Pattern NOT_IN_CODES = Pattern.compile("[\\s\\p{Z}\\p{Cf};；,，]");

  private final String file;
  private final List<PackFault> faults;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Integer> faulty = new HashSet<>();
  private final Set<String> lost = new HashSet<>();

  /**
   * Reads a file whose header has these columns, in any order, and no others.
   *
   * @param text the whole file
   * @param columns what the columns are called
   * @param optional columns that a file may leave out
   * @param faults gets every fault, of the file and later of its cells
   */
  CsvTable(
      String file,
      String text,
      List<String> columns,
      List<String> optional,
      List<PackFault> faults) {
    this.file = file;
    this.faults = faults;
    String[] rows = text.split("\r?\n", -1);
    List<String> header = DelimitedLine.split(rows[0], ',').stream().map(String::strip).toList();
    checkHeader(header, columns, optional);
    for (int i = 1; i < rows.length; i++) {
      if (rows[i].isBlank()) {
        continue;
      }
      List<String> cells = DelimitedLine.fields(rows[i], ',');
      if (cells == null) {
        lost.add(firstCell(rows[i]));
        fault(i + 1, "引号没有在本行内配对", "请检查引号，一条记录写在一行内");
      } else if (cells.size() != header.size()) {
        lost.add(firstCell(rows[i]));
        fault(i + 1, "本行有%d栏，表头有%d栏".formatted(cells.size(), header.size()), "请检查逗号；含逗号的内容要加引号");
      } else {
        Map<String, String> byName = new HashMap<>();
        for (int c = 0; c < cells.size(); c++) {
          byName.put(header.get(c), cells.get(c).strip());
        }
        lines.add(new Line(i + 1, byName));
      }
    }
  }

  /** The rows that have as many cells as the header. */
  List<Line> lines() {
    return lines;
  }

  /** Whether the row of a line had no fault so far: of another only its first fault is told. */
  boolean isSound(int line) {
    return !faulty.contains(line);
  }

  /** Whether no row is missing or has a fault, so that rows may be counted and added up. */
  boolean isSound() {
    return faulty.isEmpty();
  }

  /** Whether a code stands at the beginning of a row that could not be read. */
  boolean hasLost(String code) {
    return lost.contains(code);
  }

  private static String firstCell(String row) {
    return row.split(",", 2)[0].strip();
  }

  /**
   * Reports each row whose code an earlier row has, too. That a code is missing is told elsewhere.
   */
  void requireUnique(Function<Line, String> code, String what) {
    Map<String, Integer> first = new HashMap<>();
    for (Line line : lines) {
      Integer earlier = first.putIfAbsent(code.apply(line), line.number());
      if (earlier != null && !code.apply(line).isBlank()) {
        fault(
            line.number(),
            "%s“%s”在第%d行已经有了".formatted(what, code.apply(line), earlier),
            "请删去一行或改用别的代码");
      }
    }
  }

  void fault(int line, String found, String remedy) {
    faulty.add(line);
    faults.add(new PackFault(file, line, found, remedy));
  }

  private void checkHeader(List<String> header, List<String> required, List<String> optional) {
    List<String> columns = new ArrayList<>(required);
    columns.addAll(optional);
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        fault(1, "表头中“%s”出现了两次".formatted(name), "请只保留一列");
      } else if (!columns.contains(name)) {
        String nearest =
            columns.stream()
                .min(Comparator.comparingInt((String c) -> EditDistance.between(name, c)))
                .orElseThrow();
        fault(1, "表头中“%s”不认得".formatted(name), "是否应为“%s”？请改正或删去".formatted(nearest));
      }
    }
    List<String> missing = required.stream().filter(column -> !seen.contains(column)).toList();
    if (!missing.isEmpty()) {
      fault(1, "表头缺少列“%s”".formatted(String.join("”、“", missing)), "请补上");
    }
  }

  /** One row. */
  final class Line {
    private final int number;
    private final Map<String, String> cells;

    private Line(int number, Map<String, String> cells) {
      this.number = number;
      this.cells = cells;
    }

    int number() {
      return number;
    }

    void fault(String found, String remedy) {
      CsvTable.this.fault(number, found, remedy);
    }

    /** The cell, which may be empty. */
    String optional(String column) {
      return cells.getOrDefault(column, "");
    }

    /** The cell, which must not be empty. */
    String required(String column) {
      String value = optional(column);
      if (value.isEmpty() && cells.containsKey(column)) {
        fault("%s是空的".formatted(column), "请填写");
      }
      return value;
    }

    /** The cell; where it is empty or the file has no such column, what stands for it. */
    String optional(String column, String missing) {
      return isGiven(column) ? optional(column) : missing;
    }

    /** Whether the file has the column and the cell is not empty. */
    boolean isGiven(String column) {
      return !optional(column).isEmpty();
    }

    /** Whether the file has the column. */
    boolean hasColumn(String column) {
      return cells.containsKey(column);
    }

    /** A code, which must not be empty and has no blanks or separators in it. */
    String identifier(String column) {
      String value = required(column);
      if (NOT_IN_CODES.matcher(value).find()) {
        fault("%s“%s”中有空白或分隔符".formatted(column, value), "代码要连着写，请删去");
      }
      return value;
    }

    /** The entries of a cell, separated by {@code ;}. */
    List<String> list(String column) {
      if (optional(column).contains("；")) {
        fault("%s用了全角分号“；”".formatted(column), "请用半角分号“;”分隔");
      }
      return Arrays.stream(optional(column).split("[;；]"))
          .map(String::strip)
          .filter(entry -> !entry.isEmpty())
          .toList();
    }

    <E extends Enum<E>> E code(String column, Class<E> codes) {
      String value = required(column);
      for (E code : codes.getEnumConstants()) {
        if (code.name().equals(value)) {
          return code;
        }
      }
      if (!value.isEmpty()) {
        String known =
            Arrays.stream(codes.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining("、"));
        fault("%s“%s”不认得".formatted(column, value), "只能是：" + known);
      }
      return codes.getEnumConstants()[0];
    }

    /** The code of a cell; where it is empty, what stands for it. */
    <E extends Enum<E>> E code(String column, E missing) {
      return isGiven(column) ? code(column, missing.getDeclaringClass()) : missing;
    }

    /** The flag of a cell; where it is empty, what stands for it. */
    boolean flag(String column, boolean missing) {
      return isGiven(column) ? flag(column) : missing;
    }

    /** The whole number of a cell; where it is empty, what stands for it. */
    int whole(String column, int missing) {
      return isGiven(column) ? whole(column) : missing;
    }

    private boolean flag(String column) {
      String value = required(column);
      if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
        fault("%s“%s”不成立".formatted(column, value), "只能是true或false");
      }
      return value.equals("true");
    }

    int whole(String column) {
      String value = required(column);
      if (value.matches("\\d{1,6}")) {
        return Integer.parseInt(value);
      }
      if (!value.isEmpty()) {
        fault("%s“%s”不是非负整数".formatted(column, value), "请写整数");
      }
      return 0;
    }

    /** The number; null where the cell is empty. */
    BigDecimal number(String column) {
      String value = optional(column);
      if (value.isEmpty()) {
        return null;
      }
      if (value.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
        return new BigDecimal(value);
      }
      fault("%s“%s”不是数字".formatted(column, value), "请只写数字，小数不超过6位");
      return null;
    }

    /** The date; empty where the cell is empty or no date. */
    Optional<LocalDate> date(String column) {
      String value = optional(column);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.parse(value));
      } catch (DateTimeParseException notADate) {
        fault("%s“%s”不是日期".formatted(column, value), "请写成2024-12-31的样子");
        return Optional.empty();
      }
    }
  }
}
