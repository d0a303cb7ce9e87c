package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.TimePeriod;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class PeriodRangesTest {
  @Test
  void eachFrequencyHasItsRangeOfThePeriodsThatEndInTheMonths() {
    assertThat(ending("2024-03").andPreceding(4).condition())
        .isEqualTo(
            "(freq = 'A' AND time_period >= '2023' AND time_period <= '2023')"
                + " OR (freq = 'Q' AND time_period >= '2023-Q4' AND time_period <= '2024-Q1')"
                + " OR (freq = 'M' AND time_period >= '2023-11' AND time_period <= '2024-03')");
    assertThat(ending("2023-11", "2023-12", "2024-02").condition())
        .as("a month between is not among them")
        .isEqualTo(
            "(freq = 'A' AND time_period >= '2023' AND time_period <= '2023')"
                + " OR (freq = 'Q' AND time_period >= '2023-Q4' AND time_period <= '2023-Q4')"
                + " OR (freq = 'M' AND time_period >= '2023-11' AND time_period <= '2023-12')"
                + " OR (freq = 'M' AND time_period >= '2024-02' AND time_period <= '2024-02')");
  }

  @Test
  void rowsAreFoundByThePeriodTheyAreAbout() {
    Dataset<Row> rows = rows("2023", "2023-Q3", "2023-12", "2024", "2024-Q1", "2024-01");

    assertThat(found(ending("2024-03").andPreceding(6), rows))
        .containsExactlyInAnyOrder("2023", "2023-Q3", "2023-12", "2024-Q1", "2024-01");
    assertThat(found(PeriodRanges.of(rows("2024-Q1")), rows)).containsExactly("2024-Q1");
  }

  @Test
  void noPeriodHasNoRow() {
    PeriodRanges none = PeriodRanges.endingIn(Set.of());

    assertThat(found(none.andPreceding(27), rows("2024"))).isEmpty();
  }

  @Test
  void thereIsNothingBeforeTheFirstYearOfTheCalendar() {
    assertThat(ending("1900-01").andPreceding(27).condition()).endsWith("<= '1900-01')");
  }

  private static PeriodRanges ending(String... months) {
    return PeriodRanges.endingIn(
        List.of(months).stream().map(month -> TimePeriod.of(month).monthIndex()).toList());
  }

  private static List<String> found(PeriodRanges ranges, Dataset<Row> rows) {
    return ranges.in(rows).select("time_period").as(Encoders.STRING()).collectAsList();
  }

  private static Dataset<Row> rows(String... periods) {
    return SharedSpark.session()
        .createDataFrame(
            List.of(periods).stream()
                .map(p -> RowFactory.create(TimePeriod.of(p).frequency().name(), p))
                .toList(),
            new StructType().add("freq", "string").add("time_period", "string"));
  }
}
