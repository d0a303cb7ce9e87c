package org.diaodu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.cube.Cubes;
import org.diaodu.cube.GrowthRows;
import org.diaodu.cube.Observation;
import org.diaodu.cube.Vintage;
import org.diaodu.disclosure.Cell;
import org.diaodu.disclosure.SumRules;
import org.diaodu.disclosure.Suppression;
import org.diaodu.document.Block;
import org.diaodu.document.Document;
import org.diaodu.document.Figure;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.BulletinFixture;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Retail sales of June, of which those of 甲县 (T01), 110.13, are confidential. */
class ConfidentialFigureTest {
  private static final BigDecimal CONFIDENTIAL = new BigDecimal("110.13");
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private final RegionPack pack = Packs.threelands();
  private final Cubes cubes = new CubeFixture(pack).cubes();

  @Test
  void whoAddsAndSubtractsAllThatIsPrintedDoesNotFindIt() {
    Document bulletin = bulletin();

    assertThat(attainable(bulletin))
        .contains(new BigDecimal("217.37"))
        .doesNotContain(CONFIDENTIAL);
  }

  @Test
  void itsPlaceSaysThatItIsNotPublic() {
    Block.Table table =
        bulletin().blocks().stream()
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .filter(of -> of.rows().stream().anyMatch(row -> text(row).startsWith("甲县 ")))
            .filter(of -> of.rows().stream().anyMatch(row -> text(row).contains("63.11")))
            .findFirst()
            .orElseThrow();

    assertThat(table.rows().stream().map(ConfidentialFigureTest::text))
        .anyMatch(row -> row.startsWith("甲县 不公开 不公开"))
        .as("the least of the others, by which it could be worked out")
        .anyMatch(row -> row.startsWith("丙县 不公开 不公开"))
        .anyMatch(row -> row.startsWith("乙县 63.11 +5.2"));
  }

  private Document bulletin() {
    List<Observation> arrived =
        new CubeFixture(pack)
            .level("retail_sales", "T00", "2023-06", "200")
            .level("retail_sales", "T01", "2023-06", "100")
            .level("retail_sales", "T02", "2023-06", "60")
            .level("retail_sales", "T03", "2023-06", "40")
            .level("retail_sales", "T00", "2024-06", "217.37")
            .level("retail_sales", "T01", "2024-06", CONFIDENTIAL.toPlainString())
            .level("retail_sales", "T02", "2024-06", "63.11")
            .level("retail_sales", "T03", "2024-06", "44.13")
            .observations();
    Map<Cell, Suppression.Figure> figures = new HashMap<>();
    arrived.forEach(
        seen ->
            figures.put(
                cell(seen),
                new Suppression.Figure(
                    seen.vintage().value(), seen.vintage().value().compareTo(CONFIDENTIAL) == 0)));
    Set<Cell> hidden = Suppression.of(figures, new SumRules(cubes)).keySet();
    List<Observation> shown =
        arrived.stream()
            .map(seen -> hidden.contains(cell(seen)) ? suppressed(seen) : seen)
            .toList();
    return new BulletinFixture(pack)
        .growth(
            cubes.of(shown).stream().flatMap(cube -> GrowthRows.of(cube, AS_OF).stream()).toList())
        .overall();
  }

  /** Every sum and difference of different amounts that are printed, each used once at most. */
  private static Set<BigDecimal> attainable(Document bulletin) {
    Set<BigDecimal> printed =
        bulletin.figures().stream()
            .filter(figure -> figure.unit().equals("亿元"))
            .map(Figure::value)
            .map(value -> value.setScale(2))
            .collect(Collectors.toSet());
    Set<BigDecimal> attainable = new HashSet<>(Set.of(BigDecimal.ZERO.setScale(2)));
    for (BigDecimal amount : printed) {
      for (BigDecimal before : List.copyOf(attainable)) {
        attainable.add(before.add(amount));
        attainable.add(before.subtract(amount));
      }
    }
    return attainable;
  }

  private static Cell cell(Observation seen) {
    return new Cell(
        seen.indicator(), seen.refArea(), seen.period(), seen.accumulation(), seen.measure());
  }

  private static Observation suppressed(Observation seen) {
    Vintage was = seen.vintage();
    return new Observation(
        seen.indicator(),
        seen.refArea(),
        seen.period(),
        seen.accumulation(),
        seen.measure(),
        new Vintage(
            null,
            0,
            ObservationStatus.Q,
            was.released(),
            was.arrivedAt(),
            was.recordedAt(),
            was.provenance()));
  }

  private static String text(Block.Row row) {
    return row.cells().stream().map(cell -> cell.text().plain()).collect(Collectors.joining(" "));
  }
}
