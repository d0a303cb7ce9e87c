package org.diaodu.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.diaodu.contract.ContractReader;
import org.diaodu.contract.Table;

/** Reports of progress written down one by one. */
public final class ProgressFixture {
  private final List<Row> rows = new ArrayList<>();

  /** No report at all. */
  public static Dataset<Row> none() {
    return new ProgressFixture().table();
  }

  /** A report on a target. */
  public ProgressFixture target(
      String target, String area, String period, String percent, String status, String released) {
    return report(target, "target", area, period, "", null, percent, status, released);
  }

  /** A report of an amount. */
  public ProgressFixture amount(
      String target, String area, String period, String amount, String released) {
    return report(target, "target", area, period, "", amount, null, "on_schedule", released);
  }

  /** A report on a task or one of its milestones. */
  public ProgressFixture task(
      String task, String area, String period, String milestone, String status, String released) {
    return report(task, "task", area, period, milestone, null, null, status, released);
  }

  /** The rows of {@code statistics.progress}. */
  public Dataset<Row> table() {
    return SharedSpark.session()
        .createDataFrame(rows, ContractReader.read(Table.PROGRESS).struct());
  }

  private ProgressFixture report(
      String item,
      String kind,
      String area,
      String period,
      String milestone,
      String amount,
      String percent,
      String status,
      String released) {
    rows.add(
        RowFactory.create(
            item,
            kind,
            area,
            period.length() == 4 ? "A" : period.contains("Q") ? "Q" : "M",
            period,
            milestone,
            amount == null ? null : new BigDecimal(amount).setScale(6),
            percent == null ? null : new BigDecimal(percent).setScale(6),
            status,
            "test evidence",
            "t_office",
            LocalDate.parse(released),
            "official",
            "progress.csv",
            "0",
            "2:1",
            "",
            Instant.parse(released + "T12:00:00Z"),
            "test"));
    return this;
  }
}
