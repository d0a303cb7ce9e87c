package org.diaodu.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
  private static final long SEED = 20240131;
  private static final List<SimulatedFile> FILES = run(SEED);

  @Test
  void theCommittedFilesAreExactlyWhatTheSeedGives() throws IOException {
    Path folder = Path.of("data/xiangxi/simulated");
    for (SimulatedFile file : FILES) {
      assertThat(Files.readString(folder.resolve(file.path())))
          .as(file.path())
          .isEqualTo(file.text());
    }
    try (Stream<Path> committed = Files.walk(folder)) {
      assertThat(committed.filter(f -> f.toString().endsWith(".csv"))).hasSize(FILES.size());
    }
  }

  @Test
  void anotherSeedGivesOtherFigures() {
    assertThat(run(1)).isNotEqualTo(FILES);
    assertThat(run(1)).as("and the same ones each time").isEqualTo(run(1));
  }

  @Test
  void everyRowSaysThatItIsSimulated() {
    assertThat(lines("")).isNotEmpty().allMatch(line -> line.contains(",simulated,"));
  }

  @Test
  void whatIsNotPublishedInJanuaryIsNotSimulatedEither() {
    assertThat(lines("社会消费品零售总额,2024-01", "规模以上工业增加值,2024-01", "固定资产投资,2024-01")).isEmpty();
    assertThat(lines("社会消费品零售总额,2024-02")).isNotEmpty();
  }

  @Test
  void investmentHasGrowthAndNoLevel() {
    assertThat(lines("固定资产投资,")).isNotEmpty().allMatch(line -> line.contains(",YOY,"));
  }

  @Test
  void oneCountyIsLateOneMonthIsMissingAndOneFigureIsWithdrawn() {
    assertThat(lines("古丈县,社会消费品零售总额,2024-05,YTD,LEVEL"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("2024-08-05"));
    assertThat(lines("永顺县,社会消费品零售总额,2024-05")).isEmpty();
    assertThat(lines("花垣县,旅游收入,2024-04,YTD,LEVEL,,"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains(",M,2024-06-28"));
  }

  @Test
  void aYearIsRevisedInTheNext() {
    assertThat(lines("吉首市,社会消费品零售总额,2023-12,YTD,LEVEL"))
        .hasSize(2)
        .anyMatch(line -> line.contains(",P,2024-01-20"))
        .anyMatch(line -> line.contains(",A,2024-03-28"));
  }

  @Test
  void aFieldThatIsNotKnownIsRefused(@TempDir Path folder) throws IOException {
    Path plan = folder.resolve("simulation.yaml");
    Files.writeString(
        plan,
        Files.readString(Packs.XIANGXI.resolve("simulation.yaml"))
            .replace("coverage_pct: 1.2", "coverage_pct: 1.2\ncolour: 1"));

    assertThatThrownBy(() -> SimulationPlanReader.read(plan)).hasMessageContaining("colour");
  }

  private static List<SimulatedFile> run(long seed) {
    return Simulation.run(
        Packs.xiangxi(), SimulationPlanReader.read(Packs.XIANGXI.resolve("simulation.yaml")), seed);
  }

  private static List<String> lines(String... containing) {
    return FILES.stream()
        .flatMap(f -> f.text().lines().skip(1))
        .filter(line -> Stream.of(containing).anyMatch(line::contains))
        .toList();
  }
}
