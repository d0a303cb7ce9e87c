package org.diaodu.ingest;

import java.util.Optional;
import org.diaodu.domain.Handling;
import org.diaodu.form.FormField;
import org.diaodu.form.FormItem;
import org.diaodu.form.FormKind;
import org.diaodu.form.FormLine;
import org.diaodu.form.FormSignature;
import org.diaodu.form.FormTable;
import org.diaodu.sheet.Discrepancy;
import org.diaodu.sheet.Grid;
import org.diaodu.sheet.GridCell;
import org.diaodu.sheet.Merge;

/**
 * Checks what people did to the cells of a form: what is stored must be what is seen, and typed in,
 * and somebody must answer for it.
 */
final class FormCellChecks {
  /** Says what a spreadsheet does not: a date is one, where a date is wanted. */
  private static final String DATE = "date_cell";

  private final Grid grid;
  private final FormSignature signature;

  FormCellChecks(FormTable table) {
    this.grid = table.grid();
    this.signature = table.signature();
  }

  /**
   * Checks a field and what counts for it in its row and in the head.
   *
   * @param field one of the figures, of which a fault does not count for the other; or the field
   *     that stands for a report
   */
  void check(FormLine line, FormField field, LineFaults faults) {
    line.cells()
        .forEach(
            (of, cell) -> {
              boolean isOther = FormSheet.FIGURES.contains(of) && of != field;
              if (!isOther) {
                checkCell(cell, of, faults);
              }
            });
    checkSignature(faults);
  }

  /**
   * Checks that a report says what its sheet asks, in any words for it: how a target or a task
   * goes, or what a unit did about a problem. A word of the other kind would come to rest as what
   * it is not.
   */
  static void checkChoice(FormLine line, LineFaults faults) {
    FormField field = line.item().kind().fields().get(0);
    String written =
        Optional.ofNullable(line.cells().get(field)).map(FormFields::text).orElse("").strip();
    if (ProgressLine.status(written).filter(status -> isAsked(line.item(), status)).isEmpty()) {
      String words = String.join("、", field.words());
      faults.add(
          "form_not_a_choice",
          FormFields.column(field),
          written,
          words,
          written.isEmpty()
              ? "没有选%s。请从下拉框中选：%s".formatted(field.header(), words)
              : "%s不能填“%s”。请从下拉框中选：%s".formatted(field.header(), written, words));
    }
  }

  private static boolean isAsked(FormItem item, String status) {
    Optional<Handling.Step> step = Handling.Step.of(status);
    return item.kind() == FormKind.problem
        ? step.filter(of -> !of.isOfTheOffice()).isPresent()
        : step.isEmpty();
  }

  private void checkCell(GridCell cell, FormField field, LineFaults faults) {
    int column = FormFields.column(field);
    boolean wantsDay = field.entry() == FormField.Entry.day;
    checkTyped(cell, column, wantsDay, grid.discrepancy(cell), faults);
    Optional<Merge> merge =
        grid.merge(cell.row(), cell.column()).filter(m -> m.lastRow() > m.firstRow());
    if (merge.isPresent()) {
      faults.add(
          "merged_figure", column, cell.text(), "每格一个数", "几行合并成一格，只写了一个数，不知道是哪一行的。请取消合并，每行分别填写");
    }
  }

  private static void checkTyped(
      GridCell cell,
      int column,
      boolean wantsDay,
      Optional<Discrepancy> against,
      LineFaults faults) {
    if (cell.formula()) {
      faults.add("form_formula", column, cell.text(), "直接填写", "这一格是公式，排序、粘贴或重新打开后会变。请直接填写");
    }
    against
        .filter(d -> !(wantsDay && d.ruleId().equals(DATE)))
        .ifPresent(d -> faults.add(d.ruleId(), column, d.shown(), "看到的就是存的", d.message()));
  }

  private void checkSignature(LineFaults faults) {
    int column = FormFields.DAY_COLUMN;
    if (signature.filledBy().isEmpty() || signature.filledOn() == null) {
      faults.add(
          "form_not_signed",
          column,
          signature.filledBy(),
          "填报人和填报日期",
          "表头的签字行没有填写填报人和填报日期。请补上后重新报送");
      return;
    }
    // It may stand on another sheet of the same form.
    GridCell day = signature.filledOn();
    checkTyped(day, column, true, Optional.ofNullable(day.discrepancy()), faults);
    if (signature.checkedBy().isEmpty()) {
      faults.warn("form_not_checked", column, "", "审核人", "表头的签字行没有审核人。请由审核人核对后补签");
    }
  }
}
