package org.diaodu.starter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.sheet.Book;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;

/**
 * The areas and targets that a workbook lists: each sheet one table, told by its header, which may
 * have a title above it.
 */
public final class StarterSheets {
  /** Whose figures these are is said by the first two. */
  private static final List<String> CODE = List.of("地区代码", "区划代码", "行政区划代码", "代码", "ref_area");

  private static final List<String> AREA = List.of("地区名称", "地区", "名称", "县市区", "name_zh");
  private static final List<String> PARENT = List.of("上级代码", "上级地区", "上级", "parent");
  private static final List<String> CAPITAL = List.of("首府", "是否首府", "is_capital");
  private static final List<String> IN_TOTAL = List.of("计入合计", "是否计入合计", "in_total");
  private static final List<String> TARGET =
      List.of("目标", "目标名称", "指标", "指标名称", "主要指标", "indicator");
  private static final List<String> VALUE = List.of("目标值", "目标数", "年度目标", "计划", "value");
  private static final List<String> COMPARATOR = List.of("比较", "比较方式", "要求", "comparator");
  private static final List<String> UNIT = List.of("单位", "计量单位", "unit");
  private static final List<String> OWNER = List.of("责任单位", "牵头单位", "牵头部门", "责任部门", "owner");
  private static final List<String> DEADLINE = List.of("期限", "完成时限", "完成时间", "deadline");
  private static final List<String> YES = List.of("是", "√", "true", "1", "首府");
  private static final List<String> NO = List.of("否", "×", "false", "0");

  private static final int TITLE_ROWS = 5;

  private final List<NewArea> areas = new ArrayList<>();
  private final List<NewTarget> targets = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private String capital = "";

  /** Reads all sheets of a book; one that is neither table is told. */
  public StarterSheets(Book book) {
    for (Grid grid : book.grids()) {
      if (!grid.hidden() && grid.rowCount() > 0) {
        read(grid);
      }
    }
  }

  List<NewArea> areas() {
    return areas;
  }

  List<NewTarget> targets() {
    return targets;
  }

  List<String> faults() {
    return faults;
  }

  /** Code of the area that is marked as the capital; empty where none is. */
  String capital() {
    return capital;
  }

  private void read(Grid grid) {
    for (int row = 0; row < Math.min(TITLE_ROWS, grid.rowCount()); row++) {
      Map<String, Integer> header = header(grid, row);
      boolean isOfAreas = has(header, CODE) && has(header, AREA);
      boolean isOfTargets = has(header, TARGET) && (has(header, VALUE) || has(header, COMPARATOR));
      for (int r = row + 1; r < grid.rowCount() && (isOfAreas || isOfTargets); r++) {
        Line line = new Line(grid, r, header);
        if (!line.isBlank() && isOfAreas) {
          area(line);
        } else if (!line.isBlank()) {
          target(line);
        }
      }
      if (isOfAreas || isOfTargets) {
        return;
      }
    }
    faults.add("工作表“%s”既不是地区表（要有“代码”“名称”两栏），也不是目标表（要有“目标”“目标值”两栏）".formatted(grid.sheet()));
  }

  private void area(Line line) {
    String code = line.text(CODE);
    if (code.isEmpty() || line.text(AREA).isEmpty()) {
      faults.add(line.place() + "：地区的代码和名称都要填");
      return;
    }
    areas.add(
        new NewArea(code, line.text(AREA), line.text(PARENT), !NO.contains(line.text(IN_TOTAL))));
    if (YES.contains(line.text(CAPITAL))) {
      if (!capital.isEmpty()) {
        faults.add(line.place() + "：首府不止一个（前面已有%s）".formatted(capital));
      }
      capital = code;
    }
  }

  /** The comparator may stand in its own column, before the number, or be left out for ≥. */
  private void target(Line line) {
    String name = line.text(TARGET);
    String how = NewTarget.comparator(line.text(COMPARATOR)).orElse(line.text(COMPARATOR));
    String value = line.value();
    boolean saysHow =
        !how.isEmpty() || NewTarget.parse(name + value).isPresent() || value.isEmpty();
    String written = name + (saysHow ? how : ">=") + value;
    Optional<NewTarget> parsed = NewTarget.parse(written);
    if (name.isEmpty() || parsed.isEmpty()) {
      faults.add(line.place() + "：目标“%s”看不懂，请在“目标值”写数，或写“上升”“下降”".formatted(written));
      return;
    }
    NewTarget target = parsed.get();
    targets.add(
        new NewTarget(
            target.name(),
            target.comparator(),
            target.value(),
            target.unit().isEmpty() ? line.text(UNIT) : target.unit(),
            line.text(OWNER),
            line.text(DEADLINE)));
  }

  private static Map<String, Integer> header(Grid grid, int row) {
    Map<String, Integer> header = new HashMap<>();
    for (GridCell cell : grid.row(row)) {
      header.putIfAbsent(grid.seen(cell).replaceAll("[\\s\\p{Z}]|[（(].*[)）]", ""), cell.column());
    }
    return header;
  }

  private static boolean has(Map<String, Integer> header, List<String> names) {
    return names.stream().anyMatch(header::containsKey);
  }

  /** A row below a header. */
  private record Line(Grid grid, int row, Map<String, Integer> header) {
    String text(List<String> names) {
      return cell(names).map(cell -> grid.seen(cell).strip()).orElse("");
    }

    /** The number with its sign of percent. */
    String value() {
      String text = text(VALUE);
      boolean isPercent = cell(VALUE).filter(GridCell::percent).isPresent();
      return isPercent && !text.contains("%") ? text + "%" : text;
    }

    boolean isBlank() {
      return grid.row(row).stream().allMatch(cell -> grid.seen(cell).isBlank());
    }

    String place() {
      return "工作表“%s”第%d行".formatted(grid.sheet(), row + 1);
    }

    private Optional<GridCell> cell(List<String> names) {
      return names.stream()
          .filter(header::containsKey)
          .findFirst()
          .flatMap(name -> grid.cell(row, header.get(name)));
    }
  }
}
