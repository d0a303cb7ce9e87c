package org.diaodu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.document.Block;
import org.diaodu.document.Text;
import org.diaodu.domain.Rectification;
import org.diaodu.table.TableRow;

/**
 * 整改交办清单: what each unit and each area's government has to put right, in three grades of notice,
 * what is about to fall due first. What several lead together is handed to each of them.
 */
final class HandedOverList {
  private static final Map<Rectification.State, String> NOTICES = notices();

  private final Composition of;
  private final RectificationSection section;

  HandedOverList(Composition of) {
    this.of = of;
    this.section = new RectificationSection(of);
  }

  private static Map<Rectification.State, String> notices() {
    Map<Rectification.State, String> notices = new LinkedHashMap<>();
    notices.put(
        Rectification.State.escalated, "下列{}项问题经督办仍未整改到位，已报工作专班召集人。请主要负责人牵头整改，并向召集人作出书面说明。");
    notices.put(Rectification.State.supervised, "下列{}项问题交办后仍未好转，现予督办。请分管负责人抓紧整改，并报送整改措施和进度。");
    notices.put(Rectification.State.handed_over, "请对下列{}项问题按期整改，到期报送整改结果和依据；确有原因的，请说明并附佐证。");
    return notices;
  }

  /** The sheets, in the order in which the problems fall due, each on a page of its own. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    byUnit()
        .forEach(
            (unit, rows) -> {
              if (!blocks.isEmpty()) {
                blocks.add(new Block.NewPage());
              }
              sheet(blocks, unit, rows);
            });
    return blocks.isEmpty() ? List.of(Sections.paragraph(Text.words("没有未销号的问题。"))) : blocks;
  }

  private Map<String, List<TableRow>> byUnit() {
    Map<String, List<TableRow>> byUnit = new LinkedHashMap<>();
    of.rectifications().stream()
        .filter(row -> !row.has("closed_on"))
        .forEach(
            row ->
                Composition.answering(row)
                    .forEach(
                        unit -> byUnit.computeIfAbsent(unit, u -> new ArrayList<>()).add(row)));
    return byUnit;
  }

  private void sheet(List<Block> sections, String unit, List<TableRow> rows) {
    sections.add(new Block.Heading(2, of.unitName(unit) + "："));
    List<TableRow> soon = rows.stream().filter(this::isDueSoon).toList();
    if (!soon.isEmpty()) {
      sections.add(
          Sections.paragraph(
              Text.fill("提醒：有{}项问题即将到期，请按期报送整改结果。", of.count("due-soon-" + unit, soon))));
    }
    NOTICES.forEach(
        (state, notice) -> {
          List<TableRow> ofGrade =
              rows.stream().filter(row -> row.text("state").equals(state.name())).toList();
          if (!ofGrade.isEmpty()) {
            sections.add(
                Sections.paragraph(
                    Text.fill(notice, of.count("notice-%s-%s".formatted(state, unit), ofGrade))));
            section
                .table(of.unitName(unit) + state.nameZh(), ofGrade, true)
                .ifPresent(sections::add);
          }
        });
  }

  private boolean isDueSoon(TableRow row) {
    LocalDate today = of.figures().asOf();
    LocalDate due = row.day("due_on");
    return !row.has("proposed_on")
        && !due.isBefore(today)
        && !due.isAfter(
            today.plusDays(of.pack().policies().on(today).rectification().remindDays()));
  }
}
