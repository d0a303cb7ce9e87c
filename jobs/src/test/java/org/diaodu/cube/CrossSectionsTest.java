package org.diaodu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Reported levels of three lands, T01 to T03, in T00, and of a zone, T09, that overlaps them. */
class CrossSectionsTest {
  private final CubeFixture figures = new CubeFixture(Packs.threelands());

  @Test
  void levelsOfAPeriodStandInTheOrderOfCodesBesideTheirAggregate() {
    figures
        .level("gdp", "T00", "2023", "190")
        .level("gdp", "T03", "2024", "40")
        .level("gdp", "T00", "2024", "220")
        .simulated("gdp", "T01", "2024", "100")
        .level("gdp", "T09", "2024", "500");

    assertThat(sections(Accumulation.YTD))
        .containsExactly("2023 T00 190", "2024 T00 220 T01 100 (simulated) T03 40");
  }

  @Test
  void whatWasWithdrawnOrIsGrowthAloneIsNoLevel() {
    figures
        .level("gdp", "T00", "2024", null)
        .growth("gdp", "T01", "2024", "5")
        .level("gdp", "T02", "2024", "60");

    assertThat(sections(Accumulation.YTD)).containsExactly("2024 T02 60");
  }

  @Test
  void anAmountThatIsDerivedWasNotReported() {
    figures
        .level("retail_sales", "T01", "2024-02", "20")
        .level("retail_sales", "T01", "2024-03", "33")
        .level("retail_sales", "T01", "2024-04", "45")
        .amount("retail_sales", "T01", "2024-04", "11");

    assertThat(sections(Accumulation.YTD))
        .containsExactly("2024-02 T01 20", "2024-03 T01 33", "2024-04 T01 45");
    assertThat(sections(Accumulation.PER)).containsExactly("2024-04 T01 11");
  }

  private List<String> sections(Accumulation accumulation) {
    return figures.cubes().of(figures.observations()).stream()
        .flatMap(cube -> CrossSections.of(cube, accumulation).stream())
        .map(CrossSectionsTest::text)
        .toList();
  }

  private static String text(CrossSection section) {
    StringBuilder text = new StringBuilder(section.period().toString());
    if (section.aggregate() != null) {
      text.append(text("T00", section.aggregate()));
    }
    section.components().forEach((area, level) -> text.append(text(area, level)));
    return text.toString();
  }

  private static String text(String area, CrossSection.Level level) {
    return " %s %s%s"
        .formatted(
            area,
            ExactDecimal.plain(level.value()),
            switch (level.provenance()) {
              case official -> "";
              case simulated -> " (simulated)";
            });
  }
}
