package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.diaodu.operation.Check;
import org.diaodu.operation.WarehouseChecks;
import org.diaodu.operation.WarehouseStatus;
import org.diaodu.region.PackReader;
import org.diaodu.table.ChangedAfterwardsException;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changed files of the warehouse after they were published. */
@Slow
class ChangedFilesTest {
  @TempDir private static Path nights;
  private static Night base;

  @TempDir private Path folder;
  private Night night;

  @BeforeAll
  static void oneNight() throws IOException {
    base = new Night(Packs.THREELANDS, nights);
    base.arrives(
        "a.csv",
        Night.HEADER
            + "甲县,社零,2023-06,,,22.1,亿元,,2023-07-18,\n"
            + "甲县,社零,2024-06,,,24.2,亿元,,2024-07-18,\n");
    base.run("2024-07-25T18:00:00Z");
  }

  @BeforeEach
  void eachTestHasItsOwn() throws IOException {
    night = base.copiedTo(folder.resolve("night"));
  }

  @Test
  void aWarehouseAsItWasPublishedIsWell() {
    assertThat(audited()).isEmpty();
    assertThat(doctor()).isEmpty();
  }

  @Test
  void aFigureThatWasRewrittenInItsFileIsFound() throws IOException {
    Path file = rewriteAFigure();

    assertThat(audited()).anySatisfy(fault -> assertThat(fault).contains(name(file), "备份"));
    assertThat(doctor()).anySatisfy(fault -> assertThat(fault).contains(name(file), "备份"));
  }

  @Test
  void figuresAreWhatTheirFilesSay() throws IOException {
    assertThat(againstFiles()).isEqualTo(new ObservationSources(2, 0, List.of()));
  }

  @Test
  void aFigureThatWasRewrittenIsNotWhatItsFileSaysWhateverTheSealsSay() throws IOException {
    rewriteAFigure();

    assertThat(againstFiles().faults())
        .singleElement()
        .asString()
        .contains("T01 retail_sales 2023-06", "99.99", "a.csv", "22.1");
  }

  @Test
  void figuresOfAFileThatIsGoneAreCountedAndNotJudged() throws IOException {
    rewriteAFigure();
    Files.delete(night.landing().resolve("a.csv"));

    assertThat(againstFiles()).isEqualTo(new ObservationSources(0, 2, List.of()));
  }

  private ObservationSources againstFiles() throws IOException {
    return ObservationSources.of(
        SharedSpark.session(),
        night.warehouse().toString(),
        PackReader.read(Packs.THREELANDS),
        night.landing(),
        Instant.parse("2024-07-26T18:00:00Z"));
  }

  private Path rewriteAFigure() throws IOException {
    Path file = dataFile("statistics/observations");
    Path rewritten = folder.resolve("rewritten");
    SharedSpark.session()
        .read()
        .parquet(file.toString())
        .selectExpr(
            "* EXCEPT (obs_value)",
            "CAST(if(obs_value = 22.1, 99.99, obs_value) AS DECIMAL(18, 6)) AS obs_value")
        .coalesce(1)
        .write()
        .parquet(rewritten.toString());
    try (Stream<Path> parts = Files.list(rewritten)) {
      Path part = parts.filter(p -> p.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.copy(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
    forgetChecksum(file);
    return file;
  }

  @Test
  void aFileOfTheSameLengthIsFoundByItsContent() throws IOException {
    Path file = dataFile("statistics/growth");
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
    forgetChecksum(file);

    assertThat(audited()).anySatisfy(fault -> assertThat(fault).contains(name(file), "改过", "备份"));
  }

  @Test
  void aFileThatIsGoneIsNamedAndTheNextNightBeginsNothing() throws IOException {
    Path file = dataFile("statistics/growth");
    Files.delete(file);

    assertThat(audited()).anySatisfy(fault -> assertThat(fault).contains(name(file), "不见了"));
    assertThat(doctor()).anySatisfy(fault -> assertThat(fault).contains(name(file), "不见了"));
    assertThatThrownBy(() -> night.run("2024-07-26T18:00:00Z"))
        .isInstanceOf(ChangedAfterwardsException.class)
        .hasMessageContainingAll(name(file), "备份", "audit");
  }

  private List<String> audited() {
    return Audit.of(SharedSpark.session(), night.warehouse().toString()).faults();
  }

  private List<String> doctor() {
    WarehouseStatus status =
        WarehouseStatus.of(new Configuration(), night.warehouse().toString(), 1);
    return WarehouseChecks.all(
            night.warehouse(), Optional.empty(), status, Instant.parse("2024-07-26T18:00:00Z"))
        .stream()
        .filter(check -> check.finding() == Check.Finding.fault)
        .map(Check::text)
        .toList();
  }

  private Path dataFile(String table) throws IOException {
    try (Stream<Path> files = Files.list(night.warehouse().resolve(table))) {
      return files.filter(file -> name(file).startsWith("part-")).findFirst().orElseThrow();
    }
  }

  private static void forgetChecksum(Path file) throws IOException {
    Files.deleteIfExists(file.resolveSibling("." + name(file) + ".crc"));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
