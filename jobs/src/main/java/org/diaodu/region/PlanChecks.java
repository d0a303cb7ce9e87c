package org.diaodu.region;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether the three lists are complete, refer to each other, and count nothing twice. */
final class PlanChecks {
  private final RegionPack pack;
  private final PackTables tables;
  private final PlanLists lists;
  private final References known;

  private PlanChecks(RegionPack pack, PackTables tables, PlanLists lists, References known) {
    this.pack = pack;
    this.tables = tables;
    this.lists = lists;
    this.known = known;
  }

  static void run(RegionPack pack, PackTables tables, PlanLists lists, References known) {
    PlanChecks checks = new PlanChecks(pack, tables, lists, known);
    checks.repetitions();
    checks.conditions();
    checks.tasks();
    checks.actions();
    checks.conflicts();
    checks.duties();
    checks.counts();
  }

  /** Every repetition ends at a target that stands for itself; no two such targets are the same. */
  private void repetitions() {
    CsvTable file = tables.targetsFile();
    Map<String, String> first = new HashMap<>();
    for (PackTables.Row<Target> row : tables.targetRows()) {
      Target t = row.value();
      if (!t.isDistinct()) {
        if (isCircle(t)) {
          file.fault(row.line(), "same_as绕成了圈", "请指向最先写出的目标");
        }
        continue;
      }
      if (!file.isSound(row.line())) {
        continue;
      }
      String what =
          String.join(
              "|",
              t.indicator(),
              t.kind().name(),
              t.comparator().code(),
              t.reference(),
              String.valueOf(t.value()),
              String.join(";", t.scope()),
              t.isMeasured() ? "" : t.nameZh());
      String earlier = first.putIfAbsent(what, t.targetId());
      if (earlier != null) {
        file.fault(
            row.line(), "与目标%s完全相同，会被算两次".formatted(earlier), "请在same_as写上%s".formatted(earlier));
      }
    }
  }

  private boolean isCircle(Target start) {
    Set<String> seen = new HashSet<>();
    List<Target> open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      Target next = open.remove(open.size() - 1);
      for (String id : next.sameAs()) {
        if (id.equals(start.targetId())) {
          return true;
        }
        if (seen.add(id)) {
          pack.target(id).ifPresent(open::add);
        }
      }
    }
    return false;
  }

  private void conditions() {
    CsvTable file = tables.targetsFile();
    Map<String, List<Target>> allocations = new TreeMap<>();
    for (PackTables.Row<Target> row : tables.targetRows()) {
      Target t = row.value();
      for (TargetRule rule : t.rules()) {
        if (!rule.kind().namesTarget()) {
          continue;
        }
        Target other = pack.target(rule.argument()).orElse(null);
        if (other == null && known.hasTarget(rule.argument())) {
          continue;
        }
        if (other == null || other.targetId().equals(t.targetId())) {
          file.fault(row.line(), "rule中的“%s”不是另一个目标".formatted(rule.argument()), "请改正");
        } else {
          named(file, row.line(), t, rule, other);
          if (rule.kind() == TargetRule.Kind.allocation_of) {
            allocations.computeIfAbsent(other.targetId(), id -> new ArrayList<>()).add(t);
          }
        }
      }
    }
    if (!tables.hasAllTargets()) {
      return; // Nothing adds up where a row is missing or misread.
    }
    allocations.forEach((id, parts) -> allocated(file, pack.target(id).orElseThrow(), parts));
  }

  private static void named(CsvTable file, int line, Target t, TargetRule rule, Target other) {
    boolean mutual =
        other.rules().stream()
            .anyMatch(
                r -> r.kind() == TargetRule.Kind.together && r.argument().equals(t.targetId()));
    if (rule.kind() == TargetRule.Kind.together && !mutual) {
      file.fault(line, "目标%s没有反过来写together".formatted(other.targetId()), "请两边都写");
    }
    boolean larger =
        rule.kind() == TargetRule.Kind.subset_of
            && t.value() != null
            && other.value() != null
            && t.unit().equals(other.unit())
            && t.value().compareTo(other.value()) > 0;
    if (larger) {
      file.fault(line, "是目标%s的一部分，目标值却更大".formatted(other.targetId()), "请核对");
    }
  }

  private void allocated(CsvTable file, Target whole, List<Target> parts) {
    BigDecimal sum =
        parts.stream()
            .map(Target::value)
            .filter(java.util.Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.value() != null && sum.compareTo(whole.value()) != 0) {
      int line =
          tables.targetRows().stream()
              .filter(row -> row.value().targetId().equals(whole.targetId()))
              .findFirst()
              .map(PackTables.Row::line)
              .orElse(0);
      file.fault(line, "目标值%s，分到各地的合计是%s".formatted(whole.value(), sum.toPlainString()), "请核对各地的数");
    }
  }

  private void tasks() {
    CsvTable file = lists.tasksFile();
    for (PackTables.Row<Task> row : lists.taskRows()) {
      Task task = row.value();
      if (task.leads().isEmpty()) {
        file.fault(row.line(), "没有牵头单位", "请在leads填写");
      }
      units(file, row.line(), task.leads());
      units(file, row.line(), task.participants());
      for (String area : task.areas()) {
        if (!known.hasArea(area)) {
          file.fault(row.line(), "地区“%s”不在areas.csv中".formatted(area), "请改正areas");
        }
      }
      targets(file, row.line(), task.targets());
    }
  }

  private void actions() {
    CsvTable file = lists.actionsFile();
    for (PackTables.Row<Action> row : lists.actionRows()) {
      units(file, row.line(), row.value().deputies());
      units(file, row.line(), row.value().members());
      units(file, row.line(), List.of(row.value().office()));
    }
  }

  private void conflicts() {
    for (PackTables.Row<Conflict> row : lists.conflictRows()) {
      targets(lists.conflictsFile(), row.line(), row.value().targets());
    }
  }

  /** A report names a duty as it names a milestone, so both are told apart by their names. */
  private void duties() {
    for (PackTables.Row<Duty> row : lists.dutyRows()) {
      Duty duty = row.value();
      Task task =
          pack.tasks().stream()
              .filter(t -> t.taskId().equals(duty.taskId()))
              .findFirst()
              .orElse(null);
      if (task == null) {
        if (known.canRead("tasks.csv") && lists.tasksFile().isSound()) {
          lists
              .dutiesFile()
              .fault(row.line(), "任务“%s”不在tasks.csv中".formatted(duty.taskId()), "请改正task_id");
        }
      } else if (task.milestones().contains(duty.nameZh())) {
        lists.dutiesFile().fault(row.line(), "事项“%s”和任务的节点重名".formatted(duty.nameZh()), "请换一个名称");
      }
    }
  }

  private void units(CsvTable file, int line, List<String> units) {
    for (String unit : units) {
      if (!unit.isEmpty() && !known.hasUnit(unit)) {
        file.fault(line, "单位“%s”不在units.csv中".formatted(unit), "请改正或补上该单位");
      }
    }
  }

  private void targets(CsvTable file, int line, List<String> targets) {
    for (String target : targets) {
      if (!known.hasTarget(target)) {
        file.fault(line, "目标“%s”不在targets.csv中".formatted(target), "请改正targets");
      }
    }
  }

  /** The lists have as many rows as the plan has places, targets, tasks and conflicts. */
  private void counts() {
    PlanDocument plan = pack.plan();
    if (!plan.isStated() || !tables.hasAllTargets() || !lists.isComplete()) {
      return;
    }
    Map<String, Integer> found =
        Map.of(
            "target_places", pack.targets().size(),
            "targets", pack.distinctTargets().size(),
            "tasks", pack.tasks().size(),
            "conflicts", pack.conflicts().size());
    plan.counts()
        .forEach(
            (name, expected) -> {
              if (!expected.equals(found.get(name))) {
                lists
                    .planFile()
                    .fault(
                        "counts",
                        "%s应为%d，清单里是%s".formatted(name, expected, found.get(name)),
                        "请核对清单和plan.yaml");
              }
            });
    Map<Integer, Map<String, Integer>> places = placesByAnnex(pack);
    if (!plan.placesByAnnex().isEmpty() && !plan.placesByAnnex().equals(places)) {
      lists
          .planFile()
          .fault(
              "places_by_annex",
              "各部分各类目标数不符：" + String.join("；", differences(plan.placesByAnnex(), places)),
              "请核对targets.csv和plan.yaml");
    }
  }

  private static List<String> differences(
      Map<Integer, Map<String, Integer>> planned, Map<Integer, Map<String, Integer>> found) {
    List<String> differences = new ArrayList<>();
    Set<Integer> annexes = new TreeSet<>(planned.keySet());
    annexes.addAll(found.keySet());
    for (Integer annex : annexes) {
      Map<String, Integer> should = planned.getOrDefault(annex, Map.of());
      Map<String, Integer> are = found.getOrDefault(annex, Map.of());
      Set<String> classes = new TreeSet<>(should.keySet());
      classes.addAll(are.keySet());
      for (String of : classes) {
        int expected = should.getOrDefault(of, 0);
        int counted = are.getOrDefault(of, 0);
        if (expected != counted) {
          differences.add("第%d部分%s应为%d，清单里是%d".formatted(annex, of, expected, counted));
        }
      }
    }
    return differences;
  }

  static Map<Integer, Map<String, Integer>> placesByAnnex(RegionPack pack) {
    Map<Integer, Map<String, Integer>> places = new TreeMap<>();
    for (Target t : pack.targets()) {
      places
          .computeIfAbsent(t.annex(), annex -> new TreeMap<>())
          .merge(t.targetClass().name(), 1, Integer::sum);
    }
    return places;
  }
}
