package org.diaodu.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.testing.ObservationsFixture;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private final ObservationsFixture figures = new ObservationsFixture();

  @Test
  void aFigureThatIsKnownOtherwiseNowHasChanged() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15")
        .release("T01", "2024-06", "103", "2024-09-15")
        .release("T02", "2024-06", "50", "2024-07-15")
        .release("T02", "2024-06", null, "2024-09-15");

    assertThat(between("2024-08-01", "2024-12-31"))
        .containsExactly(
            "T01 100 → 103 file-1.csv → file-2.csv", "T02 50 → null file-3.csv → file-4.csv");
  }

  @Test
  void aFigureThatWasNotKnownThenOrIsRevisedLaterHasNot() {
    figures
        .release("T01", "2024-06", "100", "2024-08-15")
        .release("T01", "2024-06", "103", "2024-09-15")
        .release("T02", "2024-06", "50", "2024-07-15")
        .release("T02", "2024-06", "51", "2025-01-15");

    assertThat(between("2024-08-01", "2024-12-31")).isEmpty();
  }

  @Test
  void aFigureThatWasChangedAndPutBackHasNot() {
    figures
        .release("T01", "2024-06", "100", "2024-07-15")
        .release("T01", "2024-06", "103", "2024-09-15")
        .release("T01", "2024-06", "100", "2024-10-15");

    assertThat(between("2024-08-01", "2024-12-31")).isEmpty();
  }

  private List<String> between(String since, String until) {
    return Changes.between(figures.rows(), LocalDate.parse(since), LocalDate.parse(until))
        .selectExpr(
            "concat_ws(' ', ref_area, cast(before.obs_value AS INT), '→',"
                + " coalesce(cast(cast(now.obs_value AS INT) AS STRING), 'null'), before.source_file, '→',"
                + " now.source_file) AS text")
        .orderBy("text")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
