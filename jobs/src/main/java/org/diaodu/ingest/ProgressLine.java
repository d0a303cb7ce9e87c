package org.diaodu.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.Handling;
import org.diaodu.domain.ProgressStatus;
import org.diaodu.region.Duty;
import org.diaodu.region.RegionPack;
import org.diaodu.region.ResponsibleUnit;
import org.diaodu.region.Target;
import org.diaodu.region.Task;

/**
 * Reads the lines of progress files: how a target without a series, a task, or one of its
 * milestones goes.
 */
final class ProgressLine implements Serializable {
  /** The columns of a progress file that must be there. */
  static final List<String> REQUIRED =
      List.of("item", "time_period", "status", "reporter", "release_date");

  /** The columns that may be left out. */
  static final List<String> OPTIONAL =
      List.of("ref_area", "milestone", "amount", "percent", "evidence", "due_on", "provenance");

  /** A column that forms have alone: which of the problems of a target a row is about. */
  static final String PROBLEM_OPENED_ON = "problem_opened_on";

  private static final long serialVersionUID = 1L;
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Words for how it goes, besides those of documents. */
  private static final Map<ProgressStatus, List<String>> OF_PROGRESS =
      Map.of(
          ProgressStatus.not_started, List.of("未启动", "尚未开始", "尚未启动"),
          ProgressStatus.on_schedule, List.of("达到序时进度", "正常", "正常推进", "按计划", "按计划推进", "序时推进"),
          ProgressStatus.delayed, List.of("进度滞后", "未达序时进度", "落后", "推进缓慢"),
          ProgressStatus.done, List.of("已完成", "办结", "已办结"));

  /** Words for how a problem is handled, besides those of documents. */
  private static final Map<Handling.Step, List<String>> OF_PROBLEMS =
      Map.of(
          Handling.Step.received, List.of("已签收", "接收", "已接收"),
          // To ask that a problem be closed is not to close it.
          Handling.Step.reported, List.of("已反馈", "已整改", "整改完成", "申请销号"),
          Handling.Step.extension_requested, List.of("请求延期"),
          Handling.Step.extended, List.of("同意延期", "已延期"),
          Handling.Step.reviewed, List.of("已核查", "核查通过"),
          Handling.Step.closed, List.of("已销号", "同意销号"));

  private static final Set<String> NEEDS_EVIDENCE =
      Set.of(
          ProgressStatus.done.name(),
          Handling.Step.reported.name(),
          Handling.Step.extension_requested.name(),
          Handling.Step.extended.name(),
          Handling.Step.reviewed.name(),
          Handling.Step.closed.name());

  /** Each status by its name and by every word for it. */
  private static final Map<String, String> STATUSES = statuses();

  private final LineNames names;
  private final Map<String, Target> targets;
  private final Map<String, Task> tasks;
  private final Map<String, List<String>> duties;
  private final Map<String, String> units;
  private final String totalArea;
  private final LocalDate today;
  private final HandlingLine handling;

  ProgressLine(RegionPack pack, LineNames names, LocalDate today) {
    this.names = names;
    this.targets =
        pack.allTargets().stream()
            .collect(Collectors.toMap(Target::targetId, t -> t, (a, b) -> a, HashMap::new));
    this.tasks =
        pack.allTasks().stream()
            .collect(Collectors.toMap(Task::taskId, t -> t, (a, b) -> a, HashMap::new));
    this.duties =
        pack.allDuties().stream()
            .collect(
                Collectors.groupingBy(
                    Duty::taskId,
                    HashMap::new,
                    Collectors.mapping(Duty::nameZh, Collectors.toList())));
    this.units = new HashMap<>();
    for (ResponsibleUnit unit : pack.units()) {
      units.put(unit.unit(), unit.unit());
      units.put(unit.nameZh(), unit.unit());
      unit.aliases().forEach(alias -> units.put(alias, unit.unit()));
    }
    // The government of an area signs with its name, or with that of the area.
    pack.areas()
        .forEach(
            area ->
                Stream.of(area.refArea(), area.nameZh(), pack.governmentName(area))
                    .forEach(name -> units.putIfAbsent(name, area.refArea())));
    this.handling = new HandlingLine(pack);
    this.totalArea = pack.totalArea();
    this.today = today;
  }

  /** The report on a line; null, with faults, where it says none. */
  Cell.Report read(LineFields line, LineFaults faults) {
    String item = Normalizer.normalize(line.text("item"), Normalizer.Form.NFKC);
    Target target = targets.get(item);
    Task task = tasks.get(item);
    if (target == null && task == null) {
      faults.add(
          "unknown_item",
          line.column("item"),
          item,
          "目标编号或任务编号",
          "“%s”不是目标或任务的编号。请照目标清单、任务清单填写".formatted(item));
    }
    LineDimensions dimensions = LineDimensions.read(line, null, today, faults);
    String area = area(line, faults);
    String status = status(line, faults);
    BigDecimal amount = number(line, "amount", faults);
    BigDecimal percent = percent(line, faults);
    if (target != null) {
      checkTarget(line, target, status, amount, faults);
    } else if (task != null) {
      checkTask(line, task, faults);
    }
    String evidence = line.text("evidence");
    if (status != null && NEEDS_EVIDENCE.contains(status) && evidence.isEmpty()) {
      faults.add(
          "no_evidence",
          line.column("evidence"),
          "",
          "文件号、名单、验收结论等",
          "写了%s却没有依据。请在evidence写明".formatted(status));
    }
    String reporter = reporter(line, faults);
    LocalDate dueOn = null;
    if (status != null && reporter != null && area != null) {
      dueOn = handling.read(line, target, area, status, reporter, dimensions.releaseDate(), faults);
    }
    if (faults.rejected()) {
      return null;
    }
    String openedOn = line.text(PROBLEM_OPENED_ON);
    String counted = target != null && !target.isDistinct() ? target.sameAs().get(0) : item;
    return new Cell.Report(
        counted,
        target != null ? "target" : "task",
        area,
        dimensions.period().frequency().name(),
        dimensions.period().toString(),
        line.text("milestone"),
        amount == null ? null : ExactDecimal.stored(amount),
        percent == null ? null : ExactDecimal.stored(percent),
        status,
        emptyToNull(evidence),
        reporter,
        dueOn,
        openedOn.isEmpty() ? null : LocalDate.parse(openedOn),
        dimensions.releaseDate(),
        dimensions.provenance().name());
  }

  private String area(LineFields line, LineFaults faults) {
    if (line.text("ref_area").isEmpty()) {
      return totalArea;
    }
    return names.area(line, PeriodOfLine.of(line, null), faults);
  }

  private static String status(LineFields line, LineFaults faults) {
    String written = line.text("status");
    Optional<String> status = status(written);
    if (status.isPresent()) {
      return status.get();
    }
    String known =
        Stream.concat(
                Arrays.stream(ProgressStatus.values()).map(s -> known(s.name(), s.nameZh())),
                Arrays.stream(Handling.Step.values()).map(s -> known(s.name(), s.nameZh())))
            .collect(Collectors.joining("、"));
    faults.add(
        "unknown_status",
        line.column("status"),
        written,
        known,
        "进展“%s”不认得，只能是：%s".formatted(written, known));
    return null;
  }

  /** The status that a word names; empty where it names none. */
  static Optional<String> status(String word) {
    return Optional.ofNullable(STATUSES.get(word));
  }

  private static String known(String name, String word) {
    return "%s（%s）".formatted(name, word);
  }

  private static Map<String, String> statuses() {
    Map<String, String> byWord = new HashMap<>();
    for (ProgressStatus status : ProgressStatus.values()) {
      byWord.put(status.name(), status.name());
      byWord.put(status.nameZh(), status.name());
      OF_PROGRESS.get(status).forEach(word -> byWord.put(word, status.name()));
    }
    for (Handling.Step step : Handling.Step.values()) {
      byWord.put(step.name(), step.name());
      byWord.put(step.nameZh(), step.name());
      OF_PROBLEMS.get(step).forEach(word -> byWord.put(word, step.name()));
    }
    return Map.copyOf(byWord);
  }

  private static BigDecimal number(LineFields line, String field, LineFaults faults) {
    return number(line, field, line.text(field), faults);
  }

  private static BigDecimal number(
      LineFields line, String field, String digits, LineFaults faults) {
    if (digits.isEmpty()) {
      return null;
    }
    BigDecimal number = FigureParser.parse(digits).filter(ExactDecimal::fits).orElse(null);
    if (number == null) {
      faults.add(
          "not_a_number",
          line.column(field),
          line.text(field),
          "数字，小数不超过6位",
          "“%s”不是可以存储的数字。请只写数字".formatted(line.text(field)));
    }
    return number;
  }

  private static BigDecimal percent(LineFields line, LineFaults faults) {
    String written = line.text("percent");
    boolean signed = written.endsWith("%") || written.endsWith("\uFF05");
    String digits = signed ? written.substring(0, written.length() - 1) : written;
    BigDecimal percent = number(line, "percent", digits, faults);
    if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
      faults.add(
          "percent_out_of_range",
          line.column("percent"),
          percent.toPlainString(),
          "0到100",
          "完成比例%s不在0到100之间。请核对".formatted(percent.toPlainString()));
    }
    boolean below = percent != null && percent.signum() > 0 && percent.compareTo(ONE) < 0;
    if (below && !signed) {
      // What a cell that shows 55 % holds.
      faults.add(
          "fraction_percent",
          line.column("percent"),
          written,
          "百分数，如55",
          "完成比例按百分数填写，写的是%s，可能是没有化成百分数的小数。如果是%s%%，请写%s；如果确实是%s%%，请连百分号一起写"
              .formatted(
                  written,
                  TidyCsvLine.plain(percent.movePointRight(2)),
                  TidyCsvLine.plain(percent.movePointRight(2)),
                  written));
    }
    return percent;
  }

  private static void checkTarget(
      LineFields line, Target target, String status, BigDecimal amount, LineFaults faults) {
    if (!line.text("milestone").isEmpty()) {
      faults.add(
          "milestone_of_a_target",
          line.column("milestone"),
          line.text("milestone"),
          "空",
          "节点属于任务，不属于目标。请改填任务编号，或清空milestone");
    }
    boolean needsPercent =
        target.kind() == Target.Kind.assessed
            && (ProgressStatus.on_schedule.name().equals(status)
                || ProgressStatus.delayed.name().equals(status));
    if (needsPercent && line.text("percent").isEmpty()) {
      faults.add(
          "missing_percent",
          line.column("percent"),
          "",
          "0到100",
          "目标%s没有统计指标，按完成比例评判。请填percent".formatted(target.targetId()));
    }
    boolean growth = target.kind() == Target.Kind.growth_yoy;
    if (amount != null && (growth || target.kind() == Target.Kind.assessed)) {
      faults.add(
          "amount_of_no_amount",
          line.column("amount"),
          amount.toPlainString(),
          "空",
          growth ? "增速目标请用统计数据报送，不填amount" : "目标%s没有数量，请填percent".formatted(target.targetId()));
    }
  }

  private void checkTask(LineFields line, Task task, LineFaults faults) {
    String milestone = line.text("milestone");
    List<String> parts =
        Stream.concat(
                task.milestones().stream(), duties.getOrDefault(task.taskId(), List.of()).stream())
            .toList();
    if (!milestone.isEmpty() && !parts.contains(milestone)) {
      String known = String.join("、", parts);
      faults.add(
          "unknown_milestone",
          line.column("milestone"),
          milestone,
          known.isEmpty() ? "空" : known,
          known.isEmpty()
              ? "任务%s没有节点。请清空milestone".formatted(task.taskId())
              : "节点“%s”不在任务%s中，只能是：%s".formatted(milestone, task.taskId(), known));
    }
  }

  private String reporter(LineFields line, LineFaults faults) {
    String written = line.text("reporter");
    String unit = units.get(written);
    if (unit == null) {
      String nearest =
          units.keySet().stream()
              .min(
                  java.util.Comparator.comparingInt(
                      (String name) -> org.diaodu.text.EditDistance.between(written, name)))
              .orElse("");
      faults.add(
          "unknown_reporter",
          line.column("reporter"),
          written,
          nearest,
          "填报单位“%s”不认得，最接近的是：%s。请改正".formatted(written, nearest));
    }
    return unit;
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
