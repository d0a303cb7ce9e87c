package org.diaodu.bulletin;

import java.time.LocalDate;
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
                      .formatted(inWords(of.figures().asOf()), of.pack().nameZh()))));
    }
    return blocks;
  }

  private List<Block> sheet(Area area, List<TableRow> missing) {
    return List.of(
        new Block.Heading(2, area.nameZh() + "："),
        Sections.paragraph(
            Text.fill(
                "截至{}，下列{}项数据已过报送期限，尚未收到。请尽快补报；确实没有的，请说明原因。",
                inWords(of.figures().asOf()),
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
                .map(row -> new Block.Row(cells(row), Map.of("地区", area.nameZh())))
                .toList()));
  }

  private List<Cell> cells(TableRow row) {
    Indicator indicator = of.pack().indicator(row.text("indicator")).orElseThrow();
    return List.of(
        Cell.words(indicator.nameZh()),
        Cell.words(PeriodText.of(row.period(), indicator.accumulation())),
        Cell.words(inWords(row.day("due_date"))),
        Cell.of(Shown.plain(row, "days_late", 0, "天")));
  }

  private static String inWords(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}
