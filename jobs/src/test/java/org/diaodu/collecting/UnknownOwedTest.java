package org.diaodu.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.diaodu.completeness.OwedRow;
import org.diaodu.domain.Completeness;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.Owed;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** What is owed by a pack of before and the present one does not know. */
class UnknownOwedTest {
  private static final RegionPack PACK = Packs.threelands();
  private static final TimePeriod JULY = TimePeriod.of("2024-07");

  @Test
  void aRowThatStandsOnNoFormIsNamed() {
    List<OwedRow> rows =
        List.of(
            owed("retail_sales", "T01", "2024-07"),
            owed("sheep", "T01", "2024-07"),
            owed("retail_sales", "T99", "2024-07"));
    assertThat(OwedForms.of(PACK, rows, JULY, KnownBefore.NOTHING)).hasSize(1);
    assertThat(OwedForms.unknown(PACK, rows, JULY))
        .containsExactly("figure/retail_sales/T99/2024-07", "figure/sheep/T01/2024-07");
  }

  @Test
  void aRowOfAnotherPeriodIsNotMissedHere() {
    assertThat(OwedForms.unknown(PACK, List.of(owed("sheep", "T01", "2024-06")), JULY)).isEmpty();
  }

  @Test
  void aKnownFigureOfWhatThePackDoesNotKnowIsLeftOut() {
    assertThat(PublishedKnown.figure(known("retail_sales"), PACK)).isPresent();
    assertThat(PublishedKnown.figure(known("sheep"), PACK)).isEmpty();
  }

  private static OwedRow owed(String indicator, String area, String period) {
    return new OwedRow(
        String.join("/", "figure", indicator, area, period),
        Owed.Kind.figure,
        indicator,
        null,
        area,
        Frequency.M,
        TimePeriod.of(period),
        "T01",
        List.of(),
        List.of(),
        List.of(),
        Owed.Basis.calendar,
        LocalDate.of(2024, 8, 20),
        null,
        null,
        null,
        Completeness.Status.due,
        null,
        Provenance.official,
        LocalDate.of(2024, 8, 1));
  }

  private static Row known(String indicator) {
    StructType schema = new StructType();
    for (String name :
        List.of("indicator", "ref_area", "time_period", "accumulation", "measure", "provenance")) {
      schema = schema.add(name, DataTypes.StringType);
    }
    schema = schema.add("obs_value", DataTypes.createDecimalType(18, 6));
    Object[] values = {
      indicator, "T01", "2024-06", "YTD", "LEVEL", "official", new BigDecimal("46.800000")
    };
    return new GenericRowWithSchema(values, schema);
  }
}
