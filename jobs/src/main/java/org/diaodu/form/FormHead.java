package org.diaodu.form;

import java.util.List;
import org.diaodu.document.PeriodText;

/** What stands above the rows of a form: whose it is, for which period, and who signs it. */
final class FormHead {
  /** Label of the unit that was asked. */
  static final String UNIT = "填报单位";

  /** Label of the period that the form is for. */
  static final String PERIOD = "期别";

  /** Label of who filled it in. */
  static final String FILLED_BY = "填报人";

  /** Label of who checked it. */
  static final String CHECKED_BY = "审核人";

  /** Label of the day on which it was filled in. */
  static final String FILLED_ON = "填报日期";

  /** The labels that are given, and those that are filled in. */
  static final List<String> GIVEN = List.of(UNIT, PERIOD);

  static final List<String> SIGNED = List.of(FILLED_BY, CHECKED_BY, FILLED_ON);

  static final String HOW_TO =
      "只填黄色格子：数按本行的单位填写，只写数字；没有的不填，仍算未报；确实没有这个数的，数据状态选“缺失”并在备注说明。"
          + "灰色格子和行码请勿改动；可以排序、删行，可以另存，文件名不限。签字一行只需在一张表上填写。";

  private FormHead() {}

  /** The title of a sheet. */
  static String title(Form form, FormKind kind) {
    return "%s应报事项填报表：%s".formatted(PeriodText.of(form.period()), kind.sheet());
  }
}
