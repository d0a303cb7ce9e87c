package org.diaodu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Block.Cell;
import org.diaodu.document.PeriodText;
import org.diaodu.document.Text;
import org.diaodu.region.Area;
import org.diaodu.region.Indicator;
import org.diaodu.table.TableRow;

/** 催报单: who owes what, one sheet for each area, ready to be sent. */
final class OverdueList {
  private final Composition of;

  OverdueList(Composition of) {
    this.of = of;
  }

  /** The sheets, areas in the order of the pack, the longest overdue first. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Area area : of.pack().areas()) {
      List<TableRow> missing =
          of.missing(area).stream()
              .sorted(Comparator.comparing((TableRow row) -> row.number("days_late")).reversed())
              .toList();
      if (!missing.isEmpty()) {
        if (!blocks.isEmpty()) {
          blocks.add(new Block.NewPage());
        }
        blocks.addAll(sheet(area, missing));
      }
    }
    if (blocks.isEmpty()) {
      blocks.add(
          Sections.paragraph(
              Text.words(
                  "截至%s，%s没有逾期未报的数据。"
                      .formatted(Shown.day(of.figures().asOf()), of.pack().nameZh()))));
    }
    return blocks;
  }

  private List<Block> sheet(Area area, List<TableRow> missing) {
    return List.of(
        new Block.Heading(2, area.nameZh() + "："),
        Sections.paragraph(
            of.say(
                "overdue.notice",
                "day",
                Shown.day(of.figures().asOf()),
                "count",
                of.count("missing-" + area.refArea(), missing))),
        new Block.Table(
            area.nameZh(),
            "",
            List.of(
                Sections.words("指标", 34),
                Sections.words("时期", 24),
                Sections.words("应报日期", 24),
                Sections.figures("逾期天数", 12)),
            missing.stream()
                .map(row -> new Block.Row(cells(row), Map.of(of.parts(), area.nameZh())))
                .toList()),
        Sections.paragraph(ask()));
  }

  /** Where to, until when, and whom to call. */
  private Text ask() {
    String office = of.pack().dispatch().office();
    String contact = of.words("letter.contact");
    return of.say(
        "overdue.ask",
        "office",
        office.isEmpty() ? "" : of.unitName(office),
        "contact",
        contact.isEmpty() ? Text.EMPTY : of.say("overdue.contact", "contact", contact));
  }

  private List<Cell> cells(TableRow row) {
    Indicator indicator = of.pack().indicator(row.text("indicator")).orElseThrow();
    return List.of(
        Cell.words(indicator.nameZh()),
        Cell.words(PeriodText.of(row.period(), indicator.accumulation())),
        Cell.words(Shown.day(row.day("due_date"))),
        Cell.of(Shown.plain(row, "days_late", 0, "天")));
  }
}
