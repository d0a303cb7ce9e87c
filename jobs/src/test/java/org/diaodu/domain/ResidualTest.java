package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidualTest {
  @ParameterizedTest(name = "total {0}, {2} areas of {1} in all, zones {4}: {5}")
  @CsvSource({
    // Printed with one decimal, eight areas: up to 9 × 0.05 = 0.45 is rounding.
    "512.0, 512.0, 8, 1, '', none",
    "512.0, 511.6, 8, 1, '', rounding",
    "512.0, 512.45, 8, 1, '', rounding",
    "512.0, 511.5, 8, 1, '', own_level_units",
    "512.0, 512.5, 8, 1, '', overlap",
    // A zone of 30 that is in no county's figure, and one that is in two.
    "512.0, 482.2, 8, 1, 30.0, overlap",
    "512.0, 542.1, 8, 1, 30.0, overlap",
    "512.0, 470.0, 8, 1, 30.0, own_level_units",
    "512.0, 470.0, 8, 1, '30.0;42.1', overlap"
  })
  void aResidualHasOneCause(
      BigDecimal total,
      BigDecimal sum,
      int areas,
      int decimals,
      String zones,
      Residual.ResidualClass expected) {
    List<BigDecimal> overlapping =
        Stream.of(zones.split(";")).filter(z -> !z.isEmpty()).map(BigDecimal::new).toList();

    assertThat(Residual.classOf(total, sum, areas, decimals, overlapping)).isEqualTo(expected);
  }
}
