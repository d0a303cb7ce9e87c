package org.diaodu.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.ObservationsFixture;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.StatisticsFixture;
import org.junit.jupiter.api.Test;

/** Retail sales of three lands: none in January, February due on 20 March, June on 20 July. */
class CompletenessTableTest {
  private final RegionPack pack = Packs.threelands();
  private final ObservationsFixture figures = new ObservationsFixture();

  @Test
  void everyAreaOwesWhatItsSiblingsReport() {
    figures
        .release("T00", "2024-02", "40", "2024-03-18")
        .release("T01", "2024-02", "20", "2024-03-25");

    assertThat(retailSales("2024-04-01"))
        .containsExactly(
            "2024-01 T00 not_expected",
            "2024-01 T01 not_expected",
            "2024-01 T02 not_expected",
            "2024-01 T03 not_expected",
            "2024-02 T00 received",
            "2024-02 T01 late 5",
            "2024-02 T02 missing 12",
            "2024-02 T03 missing 12",
            "2024-06 T00 due",
            "2024-06 T01 due",
            "2024-06 T02 due",
            "2024-06 T03 due");
  }

  @Test
  void whatNoAreaReportsIsAskedOfTheWholeAlone() {
    figures.release("T00", "2024-02", "40", "2024-03-18");

    assertThat(retailSales("2024-04-01"))
        .containsExactly("2024-01 T00 not_expected", "2024-02 T00 received", "2024-06 T00 due");
  }

  @Test
  void aWithdrawnFigureIsMissing() {
    figures
        .release("T00", "2024-02", "40", "2024-03-18")
        .release("T00", "2024-02", null, "2024-03-30");

    assertThat(retailSales("2024-04-01")).contains("2024-02 T00 missing 12");
    assertThat(retailSales("2024-03-29")).contains("2024-02 T00 received");
  }

  private List<String> retailSales(String asOf) {
    return CompletenessTable.of(
            SharedSpark.session()
                .createDataFrame(
                    pack.calendar().stream().map(CompletenessTable::row).toList(),
                    CompletenessTable.CALENDAR),
            figures.rows(),
            new StatisticsFixture(pack).areas(),
            pack.totalArea(),
            LocalDate.parse(asOf))
        .where("indicator = 'retail_sales'")
        .selectExpr("concat_ws(' ', time_period, ref_area, status, days_late) AS text")
        .orderBy("text")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
