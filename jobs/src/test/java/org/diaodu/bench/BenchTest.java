package org.diaodu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.region.PackReader;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmark at its smallest: what is compared is the same; no time is asserted. */
@Slow
class BenchTest {
  private static final Scale SMALL = new Scale(12, 6, 3, 42);

  /** From how many bytes on a night is large. */
  private static final String LARGE_FROM = "spark.diaodu.largeFromBytes";

  @TempDir private Path folder;

  /** Large nights: the second leaves what is the same on both days, and computes the rest. */
  @Test
  void aNightAndOneAsOfAnEarlierDayLeaveWhatDuckDbComputesRowForRow() throws Exception {
    Scale scale = new Scale(120, 6, 3, 42);
    Place place = new Place(folder);
    place.fill(scale);
    MadeUpFigures.writeNextMonth(scale, place.landing());
    SharedSpark.session().conf().set(LARGE_FROM, "0");
    try {
      sameByDuckDb(scale, place, scale.asOf().plusMonths(1));
      // Between the first figures of June, on the 20th, and their revisions, on the 25th.
      sameByDuckDb(scale, place, LocalDate.of(2002, 7, 22));
    } finally {
      SharedSpark.session().conf().unset(LARGE_FROM);
    }
  }

  private void sameByDuckDb(Scale scale, Place place, LocalDate asOf) throws Exception {
    OneRun.night(SharedSpark.session(), place, asOf);
    DuckDbTwin.run(scale, place.pack(), place.landing(), place.duckDb(), asOf, 2);
    try (Connection duckDb = DuckDbTwin.open(2, folder)) {
      for (String table : RowForRow.TABLES) {
        List<Path> ours = OneRun.files(SharedSpark.session(), place, table);
        Path theirs = place.duckDb().resolve(table + ".parquet");
        assertThat(RowForRow.same(duckDb, table, ours, theirs)).as(table).isPositive();
      }
    }
  }

  @Test
  void everyFigureOfTheBookIsReadByBoth() throws Exception {
    Path book = folder.resolve("book.xlsx");
    long figures = PrintedBook.write(SMALL, 5, folder.resolve("pack"), book);

    assertThat(OneReading.book(PackReader.read(folder.resolve("pack")), book))
        .isEqualTo(figures)
        .isEqualTo(OneReading.byPoi(book))
        .isEqualTo(120);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 10})
  void oneDigitThatDiffersIsFoundByHashesAndRowForRow(long mostRows) throws Exception {
    Path ours = folder.resolve("ours.parquet");
    Path theirs = folder.resolve("theirs.parquet");
    try (Connection duckDb = DuckDbTwin.open(1, folder);
        Statement sql = duckDb.createStatement()) {
      sql.execute("COPY (SELECT 'a' AS k, 1.000001 AS v) TO '%s'".formatted(ours));
      sql.execute("COPY (SELECT 'a' AS k, 1.000002 AS v) TO '%s'".formatted(theirs));

      assertThatThrownBy(() -> RowForRow.same(duckDb, "growth", List.of(ours), theirs, mostRows))
          .isInstanceOf(ResultsDifferException.class)
          .hasMessageContaining("1.000001")
          .hasMessageContaining("1.000002");
      assertThat(RowForRow.same(duckDb, "growth", List.of(ours, ours), twice(sql, ours), mostRows))
          .as("rows that stand there twice")
          .isEqualTo(2);
    }
  }

  private Path twice(Statement sql, Path file) throws SQLException {
    Path twice = folder.resolve("twice.parquet");
    sql.execute("COPY (FROM read_parquet(['%s', '%s'])) TO '%s'".formatted(file, file, twice));
    return twice;
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    MadeUpFigures.write(SMALL, folder.resolve("once"));
    MadeUpFigures.write(SMALL, folder.resolve("again"));

    for (String year : List.of("2000.csv", "2001.csv", "2002.csv")) {
      assertThat(folder.resolve("again").resolve(year))
          .hasSameBinaryContentAs(folder.resolve("once").resolve(year));
    }
    assertThat(Files.readString(folder.resolve("once/2000.csv")))
        .startsWith("ref_area,indicator,time_period")
        .contains("A00000,ind_000,2000-01,YTD,LEVEL,");
  }
}
