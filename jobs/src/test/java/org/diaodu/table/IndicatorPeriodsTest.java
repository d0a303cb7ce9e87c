package org.diaodu.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.diaodu.domain.TimePeriod;
import org.diaodu.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class IndicatorPeriodsTest {
  @Test
  void anIndicatorHasItsOwnPeriodsInItsOwnFrequency() {
    Dataset<Row> rows = rows("gdp 2024-Q1", "gdp 2024-Q2", "retail 2024-03", "retail 2024-04");

    assertThat(found(IndicatorPeriods.of(rows("gdp 2024-Q2", "retail 2024-03")), rows))
        .containsExactlyInAnyOrder("2024-Q2", "2024-03");
    assertThat(found(IndicatorPeriods.of(rows("gdp 2024-03")), rows))
        .as("a month of an indicator of which there are quarters")
        .isEmpty();
  }

  @Test
  void periodsInARowAreOneRangeAndIndicatorsOfTheSamePeriodsOneCondition() {
    assertThat(
            periods("b 2023-12", "b 2024-01", "b 2024-03", "a 2023-12", "a 2024-01", "a 2024-03")
                .condition())
        .isEqualTo(
            "(freq = 'M' AND indicator IN ('a', 'b') AND"
                + " ((time_period >= '2023-12' AND time_period <= '2024-01')"
                + " OR (time_period >= '2024-03' AND time_period <= '2024-03')))");
    assertThat(periods("a 2023-Q4", "a 2024-Q1", "b 2023").condition())
        .isEqualTo(
            "(freq = 'A' AND indicator IN ('b') AND"
                + " ((time_period >= '2023' AND time_period <= '2023')))"
                + " OR (freq = 'Q' AND indicator IN ('a') AND"
                + " ((time_period >= '2023-Q4' AND time_period <= '2024-Q1')))");
  }

  @Test
  void whatIsReachedIsCountedInPeriodsOfTheFrequency() {
    IndicatorPeriods before =
        periods("a 2024-01", "b 2024-Q1", "c 2024")
            .reached((frequency, period) -> IntStream.of(period, period - 1));

    Dataset<Row> rows =
        rows("a 2023-12", "a 2023-11", "b 2023-Q4", "b 2023-Q3", "c 2023", "c 2022", "a 2024-01");
    assertThat(found(before, rows))
        .containsExactlyInAnyOrder("2023-12", "2023-Q4", "2023", "2024-01");
  }

  @Test
  void manyDifferentPeriodsBecomeThoseOfAll() {
    String[] each =
        IntStream.range(0, 40)
            .mapToObj(i -> "i%d %d".formatted(i, 1980 + i))
            .toArray(String[]::new);

    IndicatorPeriods many = periods(each);

    assertThat(many.condition()).contains("time_period >= '1980' AND time_period <= '2019'");
    assertThat(found(many, rows(each))).as("no row is left out").hasSize(40);
    assertThat(found(many, rows("i0 2019", "i0 2020", "other 2019"))).containsExactly("2019");
  }

  @Test
  void noPeriodHasNoRow() {
    assertThat(IndicatorPeriods.none().isEmpty()).isTrue();
    assertThat(periods().isEmpty()).isTrue();
    assertThat(found(periods(), rows("a 2024"))).isEmpty();
  }

  @Test
  void thereIsNothingBeforeTheFirstAndAfterTheLastYearOfTheCalendar() {
    IndicatorPeriods around =
        periods("a 1900-01", "a 2199-12")
            .reached((frequency, period) -> IntStream.rangeClosed(period - 25, period + 25));

    assertThat(around.condition())
        .contains("time_period >= '1900-01'")
        .contains("time_period <= '2199-12'");
  }

  private static IndicatorPeriods periods(String... figures) {
    return IndicatorPeriods.of(rows(figures));
  }

  private static List<String> found(IndicatorPeriods periods, Dataset<Row> rows) {
    return periods.in(rows).select("time_period").as(Encoders.STRING()).collectAsList();
  }

  /** Each an indicator and a period. */
  private static Dataset<Row> rows(String... figures) {
    Stream<String[]> parts = Arrays.stream(figures).map(figure -> figure.split(" "));
    return SharedSpark.session()
        .createDataFrame(
            parts
                .map(
                    part ->
                        RowFactory.create(
                            part[0], TimePeriod.of(part[1]).frequency().name(), part[1]))
                .toList(),
            new StructType()
                .add("indicator", "string")
                .add("freq", "string")
                .add("time_period", "string"));
  }
}
