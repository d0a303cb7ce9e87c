package org.diaodu.export;

import java.time.LocalDate;
import org.diaodu.contract.CountedTwice;
import org.diaodu.contract.TableContract;

/**
 * What a reader of an exported table has to know beside its rows.
 *
 * @param contract what the table is
 * @param region name of the region, in Chinese
 * @param asOf day as of which it is known
 * @param manifest number of the manifest that published it
 * @param where which rows were asked for; empty = all
 * @param simulated whether a row is simulated
 * @param embargoed whether rows that are not public yet were asked for
 */
public record ExportNotes(
    TableContract contract,
    String region,
    LocalDate asOf,
    long manifest,
    String where,
    boolean simulated,
    boolean embargoed) {

  /** As the sheet of a workbook. */
  WorkbookNotes sheet() {
    WorkbookNotes sheet =
        new WorkbookNotes(simulated, embargoed)
            .line("地区", region)
            .line("表", contract.table().fullName())
            .line("一行是", contract.grain().zh().replaceFirst("^每行是", ""))
            .line("内容", contract.description().zh())
            .line("主键", String.join("、", contract.key()))
            .line("数据截至", asOf.toString())
            .line("发布清单", String.valueOf(manifest))
            .line("条件", where.isEmpty() ? "全部" : where);
    CountedTwice.of(contract).forEach(twice -> sheet.line("求和以前", twice.remedy().zh()));
    sheet.line().heading("列", "单位", "含义");
    for (TableContract.Column column : contract.columns()) {
      sheet.line(column.name(), column.unit(), column.description().zh());
    }
    return sheet;
  }
}
