package org.diaodu.completeness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.domain.Completeness;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.region.RegionPack;
import org.diaodu.region.Target;
import org.diaodu.region.Task;

/** What each unit and each area's government owes, as a text to be sent to it. */
public final class OwedLists {
  private final RegionPack pack;
  private final LocalDate asOf;
  private final int within;

  private OwedLists(RegionPack pack, LocalDate asOf, int within) {
    this.pack = pack;
    this.asOf = asOf;
    this.within = within;
  }

  /**
   * The list of one who owes something.
   *
   * @param code of the unit or the area
   * @param name of the unit or the government
   * @param overdue how many things are overdue, each once, however many periods of it
   * @param due how many are due soon
   * @param text in Chinese, a line for each thing that is owed
   */
  public record OwedList(String code, String name, int overdue, int due, String text) {}

  /** What is owed again and again stands on one line. */
  private record Line(Owed.Kind kind, String item, String part, String refArea) {}

  /**
   * A list for everybody who owes something that is overdue or due within some days, in the order
   * of their codes; nobody else has one. What several units owe together stands in the list of
   * each.
   *
   * @param rows of {@code reporting.owed} as of the day
   * @param within days from the day on, the last of them included
   */
  public static List<OwedList> of(
      RegionPack pack, Collection<OwedRow> rows, LocalDate asOf, int within) {
    OwedLists lists = new OwedLists(pack, asOf, within);
    Map<String, List<OwedRow>> byOwner = new TreeMap<>();
    rows.stream()
        .filter(row -> isOverdue(row) || lists.isDueSoon(row))
        .forEach(
            row ->
                row.owing()
                    .forEach(
                        owner -> byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(row)));
    return byOwner.entrySet().stream()
        .map(owner -> lists.list(owner.getKey(), owner.getValue()))
        .toList();
  }

  private static boolean isOverdue(OwedRow row) {
    return row.status() == Completeness.Status.missing;
  }

  private boolean isDueSoon(OwedRow row) {
    return row.status() == Completeness.Status.due && !row.dueDate().isAfter(asOf.plusDays(within));
  }

  private OwedList list(String owner, List<OwedRow> rows) {
    List<OwedRow> overdue = rows.stream().filter(OwedLists::isOverdue).toList();
    List<OwedRow> due = rows.stream().filter(this::isDueSoon).toList();
    String name = pack.answererName(owner);
    StringBuilder text = new StringBuilder("%s：\n".formatted(name));
    text.append("截至%s，应报未报事项如下。\n".formatted(asOf));
    Map<Line, List<OwedRow>> late = lines(overdue);
    section(text, "已逾期%s，请尽快补报；确实没有的，请说明原因。".formatted(counted(late)), late);
    Map<Line, List<OwedRow>> soon = lines(due);
    section(text, "%d日内到期%s，请按时报送。".formatted(within, counted(soon)), soon);
    return new OwedList(owner, name, late.size(), soon.size(), text.toString());
  }

  /** {@code 12项}, and where something is owed for several periods {@code 12项（共40期）}. */
  private static String counted(Map<Line, List<OwedRow>> lines) {
    int reports = lines.values().stream().mapToInt(List::size).sum();
    return reports == lines.size()
        ? "%d项".formatted(reports)
        : "%d项（共%d期）".formatted(lines.size(), reports);
  }

  private static Map<Line, List<OwedRow>> lines(List<OwedRow> rows) {
    Map<Line, List<OwedRow>> lines = new LinkedHashMap<>();
    rows.stream()
        .sorted(
            Comparator.comparing(OwedRow::dueDate)
                .thenComparing(OwedRow::kind)
                .thenComparing(OwedRow::owedId))
        .forEach(
            row ->
                lines
                    .computeIfAbsent(
                        new Line(row.kind(), row.item(), row.part(), row.refArea()),
                        line -> new ArrayList<>())
                    .add(row));
    return lines;
  }

  private void section(StringBuilder text, String heading, Map<Line, List<OwedRow>> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append("\n").append(heading).append("\n");
    lines.forEach((line, all) -> text.append("  ").append(told(line, all)).append("\n"));
  }

  private String told(Line line, List<OwedRow> rows) {
    OwedRow first = rows.get(0);
    long days = Math.abs(ChronoUnit.DAYS.between(asOf, first.dueDate()));
    return "%s %s〔%s〕%s%s，%s，%s"
        .formatted(
            first.dueDate(),
            isOverdue(first) ? "逾期%d天".formatted(days) : "还有%d天".formatted(days),
            line.kind().nameZh(),
            subject(line),
            isOwn(line.refArea(), first) ? "" : "（%s）".formatted(area(line.refArea())),
            periods(rows.stream().map(OwedRow::timePeriod).toList()),
            first.reason() == null ? first.basis().nameZh() : first.reason());
  }

  /** The whole, and the area of a government that owes for itself, need not be named. */
  private boolean isOwn(String refArea, OwedRow row) {
    return refArea.equals(pack.totalArea()) || refArea.equals(row.owner());
  }

  /** {@code 2024-02、2024-04至2024-06，共4期}: periods that follow each other stand together. */
  private static String periods(List<TimePeriod> periods) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= periods.size(); i++) {
      boolean isNext = i < periods.size() && periods.get(i).equals(periods.get(i - 1).next());
      if (!isNext) {
        TimePeriod first = periods.get(from);
        runs.add(i - from == 1 ? first.toString() : first + "至" + periods.get(i - 1));
        from = i;
      }
    }
    String all = String.join("、", runs);
    return periods.size() == 1 ? all : "%s（共%d期）".formatted(all, periods.size());
  }

  /** The code, by which it is reported, and the name. */
  private String subject(Line line) {
    String part = line.part() == null ? "" : "：" + line.part();
    return switch (line.kind()) {
      case figure -> pack.indicator(line.item()).map(Indicator::nameZh).orElse(line.item());
      case target, rectification ->
          line.item()
              + " "
              + pack.target(line.item()).map(Target::nameZh).orElse("")
              + (line.kind() == Owed.Kind.target ? part : "");
      case task, milestone, duty ->
          line.item()
              + " "
              + pack.allTasks().stream()
                  .filter(task -> task.taskId().equals(line.item()))
                  .findFirst()
                  .map(Task::nameZh)
                  .orElse("")
              + part;
    };
  }

  private String area(String code) {
    return pack.area(code).map(Area::nameZh).orElse(code);
  }
}
