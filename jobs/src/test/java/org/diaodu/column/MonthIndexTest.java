package org.diaodu.column;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.diaodu.domain.TimePeriod;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class MonthIndexTest {
  @Test
  void everyPeriodOfTheCalendarHasTheMonthThatTimePeriodGivesIt() {
    List<TimePeriod> periods =
        IntStream.rangeClosed(1900, 2199).boxed().flatMap(MonthIndexTest::periodsOf).toList();

    List<Row> rows =
        SharedSpark.session()
            .createDataset(periods.stream().map(TimePeriod::toString).toList(), Encoders.STRING())
            .toDF("time_period")
            .select(
                col("time_period"),
                MonthIndex.of(col("time_period")),
                MonthIndex.year(col("time_period")))
            .collectAsList();

    assertThat(rows)
        .extracting(row -> "%s %s %s".formatted(row.get(0), row.get(1), row.get(2)))
        .containsExactlyElementsOf(
            periods.stream().map(p -> "%s %d %d".formatted(p, p.monthIndex(), p.year())).toList());
  }

  private static Stream<TimePeriod> periodsOf(int year) {
    return Stream.of(
            Stream.of(TimePeriod.year(year)),
            IntStream.rangeClosed(1, 4).mapToObj(quarter -> TimePeriod.quarter(year, quarter)),
            IntStream.rangeClosed(1, 12).mapToObj(month -> TimePeriod.month(year, month)))
        .flatMap(periods -> periods);
  }
}
