package org.diaodu.form;

import java.time.LocalDate;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;

/** What the spreadsheet itself checks while a form is filled in. */
final class FormChecks {
  /** Twelve digits before the point are stored. */
  private static final String MOST = "999999999999";

  private static final String HUNDRED = "100";
  private static final int YEARS = 3;

  private final Sheet sheet;
  private final DataValidationHelper helper;
  private final LocalDate from;

  /**
   * @param from the first day that a date may name
   */
  FormChecks(Sheet sheet, LocalDate from) {
    this.sheet = sheet;
    this.helper = sheet.getDataValidationHelper();
    this.from = from;
  }

  /** Checks cells of a field; any text will do where it holds one. */
  void add(FormField field, CellRangeAddressList cells) {
    switch (field.entry()) {
      case number -> number("-" + MOST, MOST, "只能填数字，不写单位", cells);
      case percent -> number("0", HUNDRED, "只能填0到100的数字，如55表示55%", cells);
      case word ->
          add(
              helper.createExplicitListConstraint(field.words().toArray(String[]::new)),
              "只能从下拉列表中选：" + String.join("、", field.words()),
              cells);
      case day -> day(cells);
      case text -> {}
    }
  }

  /** Checks cells that hold a day. */
  void day(CellRangeAddressList cells) {
    LocalDate to = from.plusYears(YEARS);
    add(
        helper.createDateConstraint(OperatorType.BETWEEN, formula(from), formula(to), "yyyy-mm-dd"),
        "只能填日期，如%s".formatted(from.plusDays(9)),
        cells);
  }

  private static String formula(LocalDate day) {
    return "DATE(%d,%d,%d)".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private void number(String least, String most, String message, CellRangeAddressList cells) {
    add(helper.createDecimalConstraint(OperatorType.BETWEEN, least, most), message, cells);
  }

  private void add(
      DataValidationConstraint constraint, String message, CellRangeAddressList cells) {
    DataValidation check = helper.createValidation(constraint, cells);
    check.setErrorStyle(DataValidation.ErrorStyle.STOP);
    check.setShowErrorBox(true);
    check.createErrorBox("填写有误", message);
    check.setEmptyCellAllowed(true);
    sheet.addValidationData(check);
  }
}
