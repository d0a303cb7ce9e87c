package org.diaodu.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diaodu.domain.TimePeriod;

/**
 * The draft of a plan for another year, out of one that is there: the same targets with their
 * values taken out, the same tasks and duties, the calendar and the last policy moved. Ids get the
 * year in front, since an id names one thing in all years. Conflicts between places of the old text
 * are left out.
 */
final class PlanDraft {
  /** What a draft's {@code plan.yaml} says, until it is to be in force. */
  static final String MARK = "draft: true";

  private final PackFiles files;
  private final RegionPack from;
  private final int year;
  private final Set<String> ids = new TreeSet<>();

  /**
   * Of a plan without faults.
   *
   * @param files its files
   * @param from the pack with it
   * @param year of the draft
   */
  PlanDraft(PackFiles files, RegionPack from, int year) {
    this.files = files;
    this.from = from;
    this.year = year;
    from.targets().forEach(target -> ids.add(target.targetId()));
    from.tasks().forEach(task -> ids.add(task.taskId()));
  }

  /** The files of the draft by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("plan.yaml", plan());
    texts.put("targets.csv", targets());
    texts.put("calendar.csv", calendar());
    texts.put("policy.yaml", policy());
    for (String list : List.of("tasks.csv", "actions.csv", "duties.csv")) {
      String text = files.texts().get(list);
      if (!text.isEmpty()) {
        texts.put(list, renamed(text));
      }
    }
    return texts;
  }

  private String plan() {
    return """
    # %d年方案的草稿，由%d年的方案起草。填好以前不生效，夜间照常按已生效的方案运行。
    # check逐项列出还要填什么；填好以后删去下一行，方案即生效
    %s
    title_zh: ""      # 方案标题
    document: ""      # 文号
    issued: ""        # 印发日期，写成%d-01-31的样子
    counts:
      target_places: %d
      targets: %d
      tasks: %d
      conflicts: 0
    places_by_annex: {}
    """
        .formatted(
            year,
            from.planYear(),
            MARK,
            year,
            from.targets().size(),
            from.distinctTargets().size(),
            from.tasks().size());
  }

  private String targets() {
    return CsvText.rewritten(
        renamed(files.texts().get("targets.csv")),
        row -> {
          String value = row.get("value");
          if (!value.isEmpty()) {
            row.put("value", "");
            String mark = "待填：%d年为%s%s".formatted(from.planYear(), value, row.get("unit"));
            row.put("note", row.get("note").isEmpty() ? mark : mark + "；" + row.get("note"));
          }
          row.put("deadline", moved(LocalDate.parse(row.get("deadline"))).toString());
          return Optional.of(row);
        });
  }

  private String calendar() {
    return CsvText.rewritten(
        files.texts().get("calendar.csv"),
        row -> {
          TimePeriod period = TimePeriod.of(row.get("time_period"));
          if (period.year() != from.planYear()) {
            return Optional.empty();
          }
          TimePeriod then = new TimePeriod(period.frequency(), year, period.number());
          row.put("time_period", then.toString());
          if (!row.get("due_date").isEmpty()) {
            row.put("due_date", moved(LocalDate.parse(row.get("due_date"))).toString());
          }
          return Optional.of(row);
        });
  }

  /** The policy in force at the end of the old year, from the first day of the new one on. */
  private String policy() {
    Policy last = from.policies().on(LocalDate.of(from.planYear(), 12, 31));
    List<String> lines = new ArrayList<>();
    for (String line : renamed(last.text()).split("\n", -1)) {
      if (line.startsWith("policy_id:")) {
        lines.add("policy_id: " + policyId(last.policyId()));
      } else if (line.startsWith("valid_from:")) {
        lines.add("valid_from: %d-01-01".formatted(year));
      } else if (!line.startsWith("valid_to:")) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  private String policyId(String before) {
    String old = String.valueOf(from.planYear());
    String moved = before.replace(old, String.valueOf(year));
    return moved.equals(before) ? before + "-" + year : moved;
  }

  private LocalDate moved(LocalDate day) {
    return day.plusYears(year - from.planYear());
  }

  /** With the year before every id of a target or a task, the old year taken from it. */
  private String renamed(String text) {
    if (ids.isEmpty()) {
      return text;
    }
    String any = ids.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile("(?<![\\w-])(?:%s)(?![\\w-])".formatted(any))
        .matcher(text)
        .replaceAll(id -> Matcher.quoteReplacement(renamedId(id.group())));
  }

  private String renamedId(String id) {
    String old = from.planYear() + "-";
    return "%d-%s".formatted(year, id.startsWith(old) ? id.substring(old.length()) : id);
  }
}
