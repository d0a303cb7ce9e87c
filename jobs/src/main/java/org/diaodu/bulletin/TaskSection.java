package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.Text;
import org.diaodu.region.Action;
import org.diaodu.region.Area;
import org.diaodu.region.Task;
import org.diaodu.table.TableRow;

/** 任务进展: what was last reported of the tasks, their milestones, the lights of their targets. */
final class TaskSection {
  private static final Map<String, String> STATUS =
      Map.of(
          "not_started", "未开始",
          "on_schedule", "按进度",
          "delayed", "滞后",
          "done", "完成",
          "closed", "销号");

  private final Composition of;

  TaskSection(Composition of) {
    this.of = of;
  }

  /** The tasks of one action, one by one. */
  List<Block> ofAction(Action action) {
    return table("任务", "", task -> task.action().equals(action.nameZh()));
  }

  /** The tasks that are set for an area in particular, one by one; not what all areas share. */
  List<Block> ofArea(Area area) {
    return table(
        "专项任务",
        "专项任务",
        task ->
            task.areas().contains(area.refArea())
                && !of.pack().isOfAllAreas(task, of.figures().period()));
  }

  private List<Block> table(String name, String caption, Predicate<Task> which) {
    List<Block.Row> rows = new ArrayList<>();
    for (Task task : of.pack().tasks()) {
      if (which.test(task)) {
        status(task).ifPresent(row -> rows.add(new Block.Row(cells(task, row), Map.of())));
      }
    }
    return Sections.table(
            name,
            caption,
            List.of(
                Sections.words("任务", 28),
                Sections.words("牵头单位", 24),
                Sections.words("填报", 12),
                Sections.figures("完成（%）", 10),
                Sections.words("里程碑", 12),
                Sections.words("目标亮灯", 24)),
            rows)
        .stream()
        .toList();
  }

  /** How the tasks of every action stand, counted. */
  List<Block> counts() {
    List<Block.Row> rows = new ArrayList<>();
    for (Action action : of.pack().actions()) {
      List<TableRow> tasks =
          of.pack().tasks().stream()
              .filter(t -> t.action().equals(action.nameZh()))
              .flatMap(t -> status(t).stream())
              .toList();
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.words(action.nameZh()));
      String what = "tasks-" + action.annex();
      cells.add(counted(what, tasks));
      for (String status : List.of("done", "on_schedule", "delayed", "not_started")) {
        cells.add(
            counted(
                what + "-" + status,
                tasks.stream().filter(r -> status.equals(r.text("status"))).toList()));
      }
      cells.add(
          counted(what + "-unreported", tasks.stream().filter(r -> !r.has("status")).toList()));
      rows.add(new Block.Row(cells, Map.of("行动", action.nameZh())));
    }
    return Sections.table(
            "任务",
            "",
            List.of(
                Sections.words("行动", 24),
                Sections.figures("任务", 10),
                Sections.figures("完成", 10),
                Sections.figures("按进度", 10),
                Sections.figures("滞后", 10),
                Sections.figures("未开始", 10),
                Sections.figures("未填报", 10)),
            rows)
        .stream()
        .toList();
  }

  private Cell counted(String what, List<TableRow> rows) {
    return Cell.of(rows.isEmpty() ? Shown.NONE : Text.of(of.count(what, rows)));
  }

  private Optional<TableRow> status(Task task) {
    return of.figures().tasks().stream()
        .filter(row -> row.text("task_id").equals(task.taskId()))
        .findFirst();
  }

  /** Lights of the task's targets; none while one of them is not public, for they are counted. */
  private List<Text> lights(TableRow row) {
    List<Text> lights = new ArrayList<>();
    if (of.figures().withheld()) {
      return lights;
    }
    for (String[] light :
        new String[][] {{"green", "绿"}, {"blue", "蓝"}, {"yellow", "黄"}, {"red", "红"}}) {
      if (row.number(light[0]).signum() > 0) {
        lights.add(Text.fill("{}{}", light[1], Shown.figure(row, light[0], 0, "")));
      }
    }
    return lights;
  }

  private List<Cell> cells(Task task, TableRow row) {
    List<Text> lights = lights(row);
    return List.of(
        Cell.words(task.nameZh()),
        Cell.words(task.leads().stream().map(of::shortName).collect(Collectors.joining("、"))),
        Cell.words(row.has("status") ? STATUS.get(row.text("status")) : "未填报"),
        Cell.of(Shown.plain(row, "percent", 0, "%")),
        Cell.of(
            row.number("milestones").signum() == 0
                ? Shown.NONE
                : Text.fill(
                    "{}/{}",
                    Shown.figure(row, "milestones_reached", 0, ""),
                    Shown.figure(row, "milestones", 0, ""))),
        Cell.of(lights.isEmpty() ? Shown.NONE : Text.join(" ", lights)));
  }
}
