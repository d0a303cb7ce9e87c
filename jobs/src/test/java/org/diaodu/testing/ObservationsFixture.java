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

/** Vintages of retail sales since January, in the order in which they were stored. */
public final class ObservationsFixture {
  private final List<Row> rows = new ArrayList<>();

  /** A figure as released on a day; {@code null} is a withdrawal. */
  public ObservationsFixture release(String area, String period, String value, String released) {
    return release(area, period, value, released, null);
  }

  /** The same, and when it came; {@code null} where that was not kept. */
  public ObservationsFixture release(
      String area, String period, String value, String released, Instant arrivedAt) {
    rows.add(
        RowFactory.create(
            "retail_sales",
            area,
            period.length() == 4 ? "A" : "M",
            period,
            "YTD",
            "LEVEL",
            value == null ? null : new BigDecimal(value).setScale(6),
            value == null ? null : new BigDecimal(value).scale(),
            value == null ? "M" : "A",
            null,
            LocalDate.parse(released),
            arrivedAt,
            Instant.ofEpochSecond(rows.size()),
            "official",
            null,
            null,
            "file-%d.csv".formatted(rows.size() + 1),
            "sha",
            "2:6",
            value == null ? "" : value,
            "run"));
    return this;
  }

  /** The rows of {@code statistics.observations}. */
  public Dataset<Row> rows() {
    return SharedSpark.session()
        .createDataFrame(rows, ContractReader.read(Table.OBSERVATIONS).struct());
  }
}
