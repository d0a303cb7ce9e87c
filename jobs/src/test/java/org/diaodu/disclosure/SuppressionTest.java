package org.diaodu.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.diaodu.cube.AreaHierarchy;
import org.diaodu.cube.AreaHierarchy.Place;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.IndicatorDefinition;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Better;
import org.diaodu.domain.GrowthSource;
import org.diaodu.domain.IndicatorKind;
import org.diaodu.domain.Measure;
import org.diaodu.domain.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A country C of two states, A with three counties and B with two, and a zone Z that overlaps. */
class SuppressionTest {
  private static final Cubes CUBES =
      new Cubes(
          List.of(indicator("sales", true), indicator("rate", false)),
          new AreaHierarchy(
              List.of(
                  new Place("C", null, true),
                  new Place("A", "C", true),
                  new Place("B", "C", true),
                  new Place("Z", "C", false),
                  new Place("A1", "A", true),
                  new Place("A2", "A", true),
                  new Place("A3", "A", true),
                  new Place("B1", "B", true),
                  new Place("B2", "B", true))));

  private final Map<Cell, Suppression.Figure> figures = new LinkedHashMap<>();

  @Test
  void nothingIsHiddenWhereNothingIsConfidential() {
    figure("A", "100").figure("A1", "50").figure("A2", "30").figure("A3", "20");

    assertThat(hidden()).isEmpty();
  }

  @Test
  void aConfidentialCountyTakesTheLeastOfTheOthersWithIt() {
    figure("A", "100").confidential("A1", "50").figure("A2", "30").figure("A3", "20");

    assertThat(hidden()).containsExactly("A1 2024-06 YTD confidential", "A3 2024-06 YTD secondary");
  }

  @Test
  void withoutATotalNothingCanBeSubtracted() {
    confidential("A1", "50").figure("A2", "30").figure("A3", "20");

    assertThat(hidden()).containsExactly("A1 2024-06 YTD confidential");
  }

  @Test
  void aCountyWhoseFigureIsMissingHidesAsWell() {
    figure("A", "100").confidential("A1", "50").figure("A2", "30");

    assertThat(hidden()).containsExactly("A1 2024-06 YTD confidential");
  }

  @Test
  void twoConfidentialCountiesHideEachOther() {
    figure("A", "100").confidential("A1", "50").confidential("A2", "30").figure("A3", "20");

    assertThat(hidden())
        .containsExactly("A1 2024-06 YTD confidential", "A2 2024-06 YTD confidential");
  }

  @Test
  void aFigureThatWasSentSuppressedIsProtectedToo() {
    figure("A", "100").figure("A2", "30").figure("A3", "20");
    figures.put(cell("A1", "2024-06", Accumulation.YTD), new Suppression.Figure(null, true));

    assertThat(hidden()).contains("A3 2024-06 YTD secondary");
  }

  @Test
  void aConfidentialTotalIsNotTheSumOfItsParts() {
    confidential("A", "100").figure("A1", "50").figure("A2", "30").figure("A3", "20");

    assertThat(hidden()).containsExactly("A 2024-06 YTD confidential", "A3 2024-06 YTD secondary");
  }

  @Test
  void whatIsHiddenOnOneLevelIsNotAddedUpOnTheNext() {
    figure("C", "150").confidential("A", "100").figure("B", "50");
    figure("A1", "50").figure("A2", "30").figure("A3", "20").figure("B1", "45").figure("B2", "5");

    assertThat(hidden())
        .contains("A 2024-06 YTD confidential", "B 2024-06 YTD secondary")
        .as("neither state from its counties")
        .anyMatch(cell -> cell.startsWith("A3"))
        .anyMatch(cell -> cell.startsWith("B2"));
  }

  @Test
  void anOverlappingZoneIsInNoSum() {
    figure("C", "150").figure("A", "100").figure("B", "50").confidential("Z", "10");

    assertThat(hidden()).containsExactly("Z 2024-06 YTD confidential");
  }

  @Test
  void ratesAreNotAddedUp() {
    put("rate", "A", "2024-06", Accumulation.EOP, "50", false);
    put("rate", "A1", "2024-06", Accumulation.EOP, "51", true);
    put("rate", "A2", "2024-06", Accumulation.EOP, "49", false);
    put("rate", "A3", "2024-06", Accumulation.EOP, "48", false);

    assertThat(hidden()).containsExactly("A1 2024-06 EOP confidential");
  }

  @Test
  void aMonthIsNotTheDifferenceOfTwoCumulativeFigures() {
    put("sales", "A", "2024-05", Accumulation.YTD, "80", false);
    put("sales", "A", "2024-06", Accumulation.YTD, "100", false);
    put("sales", "A", "2024-06", Accumulation.PER, "20", true);

    assertThat(hidden()).containsExactly("A 2024-06 PER confidential", "A 2024-06 YTD secondary");
  }

  @Test
  void aCumulativeFigureIsNotFoundFromTheNextMonth() {
    put("sales", "A", "2024-06", Accumulation.YTD, "100", true);
    put("sales", "A", "2024-07", Accumulation.YTD, "120", false);
    put("sales", "A", "2024-07", Accumulation.PER, "20", false);

    assertThat(hidden()).containsExactly("A 2024-06 YTD confidential", "A 2024-07 PER secondary");
  }

  @Test
  void theSameFigureOfTheQuarterIsHidden() {
    put("sales", "A", "2024-06", Accumulation.YTD, "100", true);
    put("sales", "A", "2024-Q2", Accumulation.YTD, "100", false);

    assertThat(hidden()).containsExactly("A 2024-06 YTD confidential", "A 2024-Q2 YTD secondary");
  }

  /** Many tables at random, of which some figures are confidential and some are not there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void whoeverKnowsAllThatIsShownCannotWorkOutWhatIsConfidential(int seed) {
    Random random = new Random(seed);
    for (int table = 0; table < 40; table++) {
      figures.clear();
      for (String area : List.of("C", "A", "B", "A1", "A2", "A3", "B1", "B2")) {
        for (String month : List.of("2024-01", "2024-02", "2024-03")) {
          for (Accumulation of : List.of(Accumulation.YTD, Accumulation.PER)) {
            if (random.nextInt(6) > 0) {
              put("sales", area, month, of, "" + random.nextInt(100), random.nextInt(12) == 0);
            }
          }
        }
      }
      Set<Cell> hidden = Suppression.of(figures, new SumRules(CUBES)).keySet();
      Set<Cell> shown = new HashSet<>(figures.keySet());
      shown.removeAll(hidden);

      figures.forEach(
          (cell, figure) -> {
            if (figure.isConfidential()) {
              assertThat(isCertain(cell, shown)).as("%s of %s", cell, figures).isFalse();
            }
          });
    }
  }

  /**
   * Whether the sums that are stored say what a cell is to someone who knows what is shown: by the
   * rank of the equations with and without that cell, and not as the program finds it.
   */
  private boolean isCertain(Cell wanted, Set<Cell> shown) {
    List<Cell> unknown = figures.keySet().stream().filter(cell -> !shown.contains(cell)).toList();
    List<double[]> equations = new ArrayList<>();
    Set<Sum> sums =
        figures.keySet().stream()
            .flatMap(cell -> new SumRules(CUBES).with(cell).stream())
            .filter(sum -> sum.cells().allMatch(figures::containsKey))
            .collect(Collectors.toSet());
    for (Sum sum : sums) {
      double[] row = new double[unknown.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] =
            (sum.parts().contains(unknown.get(i)) ? 1 : 0)
                - (sum.total().equals(unknown.get(i)) ? 1 : 0);
      }
      equations.add(row);
    }
    if (equations.isEmpty()) {
      return false;
    }
    double[] alone = new double[unknown.size()];
    alone[unknown.indexOf(wanted)] = 1;
    int without = rank(equations);
    equations.add(alone);
    return rank(equations) == without;
  }

  private static int rank(List<double[]> rows) {
    return new SingularValueDecomposition(
            MatrixUtils.createRealMatrix(rows.toArray(double[][]::new)))
        .getRank();
  }

  private List<String> hidden() {
    List<String> hidden = new ArrayList<>();
    Suppression.of(figures, new SumRules(CUBES))
        .forEach(
            (cell, because) ->
                hidden.add(
                    String.join(
                        " ",
                        cell.refArea(),
                        cell.period().toString(),
                        cell.accumulation().name(),
                        because.name())));
    return hidden;
  }

  private SuppressionTest figure(String area, String value) {
    put("sales", area, "2024-06", Accumulation.YTD, value, false);
    return this;
  }

  private SuppressionTest confidential(String area, String value) {
    put("sales", area, "2024-06", Accumulation.YTD, value, true);
    return this;
  }

  private void put(
      String indicator,
      String area,
      String period,
      Accumulation accumulation,
      String value,
      boolean isConfidential) {
    figures.put(
        new Cell(indicator, area, TimePeriod.of(period), accumulation, Measure.LEVEL),
        new Suppression.Figure(new BigDecimal(value), isConfidential));
  }

  private static Cell cell(String area, String period, Accumulation accumulation) {
    return new Cell("sales", area, TimePeriod.of(period), accumulation, Measure.LEVEL);
  }

  private static IndicatorDefinition indicator(String name, boolean additive) {
    return new IndicatorDefinition(
        name,
        additive ? IndicatorKind.flow : IndicatorKind.rate,
        GrowthSource.computed,
        Better.up,
        additive,
        2);
  }
}
