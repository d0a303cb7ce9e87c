package org.diaodu.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.Cadence;

/**
 * The files of a pack that a plan with lists brings and other packs leave out: tasks, actions,
 * conflicts, what it asks for again and again, and the plan itself.
 */
final class PlanLists {
  private final CsvTable tasksFile;
  private final CsvTable actionsFile;
  private final CsvTable conflictsFile;
  private final CsvTable dutiesFile;
  private final YamlFile planFile;
  private final PlanDocument plan;
  private final boolean isComplete;
  private final List<PackTables.Row<Task>> tasks = new ArrayList<>();
  private final List<PackTables.Row<Action>> actions = new ArrayList<>();
  private final List<PackTables.Row<Conflict>> conflicts = new ArrayList<>();
  private final List<PackTables.Row<Duty>> duties = new ArrayList<>();

  PlanLists(PackFiles files, List<PackFault> faults) {
    actionsFile =
        table(
            "actions.csv",
            files,
            faults,
            "annex,name_zh,office",
            "convenor,chief_convenor,deputies,members");
    actionsFile
        .lines()
        .forEach(line -> actions.add(new PackTables.Row<>(action(line), line.number())));
    actionsFile.requireUnique(line -> line.optional("annex"), "行动");
    tasksFile =
        table(
            "tasks.csv",
            files,
            faults,
            "task_id,name_zh,leads",
            "annex,action,item_no,lead_mode,leads_open,participants,participants_open,areas,targets,"
                + "milestones");
    tasksFile.lines().forEach(line -> tasks.add(new PackTables.Row<>(task(line), line.number())));
    tasksFile.requireUnique(line -> line.optional("task_id"), "任务编号");
    conflictsFile =
        table(
            "conflicts.csv",
            files,
            faults,
            "conflict_id,topic,reading_1,reading_2",
            "place_1,place_2,in_force,reason,targets");
    conflictsFile
        .lines()
        .forEach(line -> conflicts.add(new PackTables.Row<>(conflict(line), line.number())));
    conflictsFile.requireUnique(line -> line.optional("conflict_id"), "冲突编号");
    dutiesFile = table("duties.csv", files, faults, "task_id,name_zh,cadence", "basis,words");
    dutiesFile.lines().forEach(line -> duties.add(new PackTables.Row<>(duty(line), line.number())));
    dutiesFile.requireUnique(
        line -> line.optional("task_id") + " " + line.optional("name_zh"), "任务和事项");
    isComplete =
        tasksFile.isSound()
            && conflictsFile.isSound()
            && files.isReadable("tasks.csv")
            && files.isReadable("conflicts.csv");
    String text = files.texts().get("plan.yaml");
    planFile =
        text.isEmpty()
            ? null
            : new YamlFile(
                files.named("plan.yaml"),
                text,
                List.of("draft", "title_zh", "document", "issued", "counts", "places_by_annex"),
                faults);
    plan = planFile == null ? PlanDocument.NONE : read(planFile);
  }

  List<Task> tasks() {
    return tasks.stream().map(PackTables.Row::value).toList();
  }

  List<Action> actions() {
    return actions.stream().map(PackTables.Row::value).toList();
  }

  List<Conflict> conflicts() {
    return conflicts.stream().map(PackTables.Row::value).toList();
  }

  List<Duty> duties() {
    return duties.stream().map(PackTables.Row::value).toList();
  }

  /** Whether every task and conflict was read without a fault, so that they may be counted. */
  boolean isComplete() {
    return isComplete;
  }

  /** The plan; {@link PlanDocument#NONE} where the pack has none. */
  PlanDocument plan() {
    return plan;
  }

  private static PlanDocument read(YamlFile planFile) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    if (planFile.has("counts")) {
      planFile.numbers("counts").forEach((name, number) -> counts.put(name, number.intValue()));
    }
    Map<Integer, Map<String, Integer>> places = new LinkedHashMap<>();
    planFile
        .entries("places_by_annex")
        .forEach(
            (annex, classes) -> {
              if (!annex.matches("\\d{1,3}")) {
                classes.fault("部分编号“%s”不是数字".formatted(annex), "请写0、1、2的样子");
                return;
              }
              Map<String, Integer> byClass = new LinkedHashMap<>();
              classes.entries().forEach((name, number) -> byClass.put(name, whole(number)));
              places.put(Integer.valueOf(annex), byClass);
            });
    return new PlanDocument(
        planFile.text("title_zh"),
        planFile.field("document").text(),
        planFile.field("issued").text(),
        counts,
        places);
  }

  List<PackTables.Row<Task>> taskRows() {
    return tasks;
  }

  List<PackTables.Row<Action>> actionRows() {
    return actions;
  }

  List<PackTables.Row<Conflict>> conflictRows() {
    return conflicts;
  }

  List<PackTables.Row<Duty>> dutyRows() {
    return duties;
  }

  CsvTable dutiesFile() {
    return dutiesFile;
  }

  CsvTable tasksFile() {
    return tasksFile;
  }

  CsvTable actionsFile() {
    return actionsFile;
  }

  CsvTable conflictsFile() {
    return conflictsFile;
  }

  YamlFile planFile() {
    return planFile;
  }

  private static int whole(YamlNode number) {
    if (number.text().matches("\\d{1,6}")) {
      return Integer.parseInt(number.text());
    }
    number.fault("“%s”不是整数".formatted(number.text()), "请写整数");
    return 0;
  }

  private static CsvTable table(
      String file, PackFiles files, List<PackFault> faults, String columns, String optional) {
    String text = files.texts().get(file);
    return new CsvTable(
        files.named(file),
        text.isEmpty() ? columns : text,
        List.of(columns.split(",")),
        List.of(optional.split(",")),
        faults);
  }

  private Task task(CsvTable.Line line) {
    String taskId = line.identifier("task_id");
    int annex = line.whole("annex", 0);
    List<String> leads = line.list("leads");
    return new Task(
        taskId,
        annex,
        line.optional("action", PackDefaults.action(annex, actions())),
        line.optional("item_no", taskId),
        line.required("name_zh"),
        leads,
        line.code("lead_mode", PackDefaults.leadMode(leads)),
        line.flag("leads_open", false),
        line.list("participants"),
        line.flag("participants_open", false),
        line.list("areas"),
        line.list("targets"),
        line.list("milestones"));
  }

  private static Action action(CsvTable.Line line) {
    return new Action(
        line.whole("annex"),
        line.required("name_zh"),
        line.optional("convenor"),
        line.optional("chief_convenor"),
        line.list("deputies"),
        line.list("members"),
        line.required("office"));
  }

  private static Duty duty(CsvTable.Line line) {
    return new Duty(
        line.identifier("task_id"),
        line.required("name_zh"),
        line.code("cadence", Cadence.class),
        line.code("basis", Duty.Basis.stated),
        line.optional("words"));
  }

  private static Conflict conflict(CsvTable.Line line) {
    String code = line.optional("in_force");
    Conflict.InForce inForce =
        Arrays.stream(Conflict.InForce.values())
            .filter(f -> f.code().equals(code))
            .findFirst()
            .orElse(null);
    if (inForce == null && !code.isEmpty()) {
      line.fault("in_force“%s”不认得".formatted(code), "只能是：1、2、both、open");
    }
    return new Conflict(
        line.identifier("conflict_id"),
        line.required("topic"),
        line.required("reading_1"),
        line.optional("place_1"),
        line.required("reading_2"),
        line.optional("place_2"),
        inForce == null ? Conflict.InForce.open : inForce,
        line.optional("reason"),
        line.list("targets"));
  }
}
