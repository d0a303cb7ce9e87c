package org.diaodu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.PeriodText;
import org.diaodu.document.Text;
import org.diaodu.region.Indicator;
import org.diaodu.region.Target;
import org.diaodu.table.TableRow;

/** 近期到期事项: reports, rectifications and targets that fall due within a month. */
final class DueSection {
  private final Composition of;

  DueSection(Composition of) {
    this.of = of;
  }

  /** One table of all that is due, the earliest first. */
  List<Block> blocks() {
    LocalDate from = of.figures().asOf();
    LocalDate to = from.plusMonths(1);
    record Due(LocalDate day, String kind, Text what, String who) {}
    List<Due> due = new ArrayList<>();
    reports()
        .forEach(
            (first, rows) ->
                due.add(
                    new Due(
                        rows.get(0).day("due_date"),
                        "报送数据",
                        Text.fill("{}，尚有{}项未到", first, of.count("due-" + key(rows.get(0)), rows)),
                        reporter(rows.get(0)))));
    of.rectifications().stream()
        .filter(row -> !row.has("closed_on"))
        .filter(row -> row.day("due_on").isAfter(from) && !row.day("due_on").isAfter(to))
        .forEach(
            row ->
                due.add(
                    new Due(
                        row.day("due_on"), "整改期限", Text.words(of.named(row)), of.answers(row))));
    for (Target target : of.pack().distinctTargets()) {
      LocalDate deadline = LocalDate.parse(target.deadline());
      if (of.about().test(target) && deadline.isAfter(from) && !deadline.isAfter(to)) {
        due.add(new Due(deadline, "目标期限", Text.words(target.nameZh()), of.leads(target)));
      }
    }
    if (due.isEmpty()) {
      return List.of();
    }
    return Sections.table(
            "近期到期",
            "",
            List.of(
                Sections.words("日期", 15),
                Sections.words("事项", 14),
                Sections.words("内容", 50),
                Sections.words("责任单位", 24)),
            due.stream()
                .sorted(java.util.Comparator.comparing(Due::day))
                .map(
                    d ->
                        new Block.Row(
                            List.of(
                                Cell.words(d.day().toString()),
                                Cell.words(d.kind()),
                                Cell.of(d.what()),
                                Cell.words(d.who())),
                            Map.of()))
                .toList())
        .stream()
        .toList();
  }

  private Map<String, List<TableRow>> reports() {
    List<Indicator> indicators = of.indicators();
    return of.figures().completeness().stream()
        .filter(row -> "due".equals(row.text("status")))
        .filter(
            row -> indicators.stream().anyMatch(i -> i.indicator().equals(row.text("indicator"))))
        .collect(
            Collectors.groupingBy(
                row -> {
                  Indicator indicator = of.pack().indicator(row.text("indicator")).orElseThrow();
                  return indicator.nameZh()
                      + " "
                      + PeriodText.of(row.period(), indicator.accumulation());
                },
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private String reporter(TableRow row) {
    String reporter = of.pack().indicator(row.text("indicator")).orElseThrow().reporter();
    return reporter.isEmpty() ? "—" : of.unitName(reporter);
  }

  private static String key(TableRow row) {
    return row.text("indicator") + "-" + row.text("time_period");
  }
}
