package org.diaodu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.diaodu.published.PublishedTables;
import org.diaodu.published.QueryNotAllowedException;
import org.diaodu.region.PackReader;
import org.diaodu.region.RegionPack;
import org.diaodu.table.ScratchTables;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** June was 55.2 when it was released, and 55.0 since the day of a revision. */
class SqlSessionTest {
  private static final String GROWTH =
      "SELECT level, yoy_pct, as_of FROM statistics.growth WHERE time_period = '2024-06'";

  @TempDir private static Path folder;
  private static RegionPack pack;
  private static PublishedTables tables;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void oneNight() throws IOException {
    pack = PackReader.read(Packs.THREELANDS);
    Night night = new Night(Packs.THREELANDS, folder);
    night.arrives(
        "a.csv",
        Night.HEADER
            + "甲县,社零,2023-06,,,50,亿元,,2023-07-18,\n"
            + "甲县,社零,2024-06,,,55.2,亿元,,2024-07-18,\n"
            + "甲县,社零,2024-06,,,55,亿元,,2024-08-18,\n");
    night.run("2024-08-25T18:00:00Z");
    tables = night.published().orElseThrow();
  }

  @Test
  void anEarlierDayKnowsWhatWasReleasedByThen() {
    session(tables).print(GROWTH, ResultFormat.csv);
    assertThat(out.toString()).isEqualTo("level,yoy_pct,as_of\n55.000000,10.000000,2024-08-25\n");
    assertThat(on("2024-07-31", GROWTH))
        .isEqualTo("level,yoy_pct,as_of\n55.200000,10.400000,2024-07-31\n");
    assertThat(on("2024-07-17", GROWTH)).isEqualTo("level,yoy_pct,as_of\n");
  }

  @Test
  void viewsAndWhatFollowsFromGrowthAreOfThatDayToo() {
    assertThat(on("2024-07-31", "SELECT DISTINCT as_of FROM statistics.attainment"))
        .isEqualTo("as_of\n2024-07-31\n");
    assertThat(
            on(
                "2024-07-31",
                "SELECT `时期`, `增速` FROM reporting.latest_growth_by_area WHERE `地区` = '甲县'"))
        .contains("2024-06,10.400000");
  }

  @Test
  void whatTheSystemReceivedHasNoSuchDay() {
    assertThatThrownBy(() -> on("2024-07-31", "SELECT * FROM landing.source_files"))
        .isInstanceOf(QueryNotAllowedException.class)
        .hasMessageContainingAll("landing.source_files", "--as-of");
  }

  @Test
  void theTablesOfAnEarlierDayAreThrownAwayAfter() {
    Path scratch = folder.resolve("thrown-away");

    on("2024-07-31", GROWTH, scratch);

    assertThat(scratch).doesNotExist();
  }

  @Test
  void aWorkbookKeepsTheQueryBesideItsResult() throws IOException {
    Path file = folder.resolve("growth.xlsx");

    session(tables).write(GROWTH, file);

    try (Workbook book = WorkbookFactory.create(file.toFile())) {
      Sheet rows = book.getSheet("结果");
      assertThat(rows.getRow(0).getCell(1).getStringCellValue()).isEqualTo("yoy_pct");
      assertThat(rows.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(10.0);
      StringBuilder notes = new StringBuilder();
      book.getSheet("说明").forEach(row -> row.forEach(cell -> notes.append(cell).append(' ')));
      assertThat(notes.toString()).contains("数据截至 2024-08-25", "查询 " + GROWTH);
    }
  }

  @Test
  void aMistakeIsToldWithTheWord() {
    assertThatThrownBy(
            () -> session(tables).print("SELECT lvel FROM statistics.growth", ResultFormat.csv))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("没有列“lvel”", "^^^^");
  }

  @Test
  void theShellGoesOnAfterAMistakeUntilItIsLeft() throws IOException {
    String shown =
        typed(
            """
            help
            SELEC 1;
            SELECT level
             FROM statistics.growth
             WHERE time_period = '2024-06';
            exit
            SELECT 40 + 2 AS not_asked_any_more;
            """);

    assertThat(shown)
        .contains("reporting.below_target", "看不懂“SELEC”", "55.000000")
        .as("the answer to what was typed after leaving; typed text itself may be echoed")
        .doesNotContain("42");
  }

  @Test
  void whatWasTypedIsKeptForItsOwnerAlone() throws IOException {
    typed("SELECT 1;\nexit\n");

    Path history = folder.resolve("state/sql_history");
    assertThat(history).content().contains("SELECT 1;");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
  }

  /** What the screen shows after a text was typed that leaves the shell. */
  private String typed(String text) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    byte[] keys = text.getBytes(StandardCharsets.UTF_8);
    // Stays open behind the last key, as a keyboard does.
    try (PipedOutputStream keyboard = new PipedOutputStream();
        Terminal terminal =
            TerminalBuilder.builder()
                .system(false)
                .encoding(StandardCharsets.UTF_8)
                .streams(new PipedInputStream(keyboard, keys.length), screen)
                .build()) {
      keyboard.write(keys);
      SqlSession session = session(tables, terminal.writer());
      new SqlShell(terminal, folder.resolve("state/sql_history"), session, () -> {}).run();
    }
    return screen.toString(StandardCharsets.UTF_8);
  }

  private String on(String day, String sql) {
    return on(day, sql, folder.resolve("scratch-" + day));
  }

  private String on(String day, String sql, Path scratch) {
    StringWriter text = new StringWriter();
    try (ScratchTables made =
        new ScratchTables(
            SharedSpark.session().sparkContext().hadoopConfiguration(), scratch.toString())) {
      session(tables.knownOn(LocalDate.parse(day), pack, made), new PrintWriter(text))
          .print(sql, ResultFormat.csv);
    }
    return text.toString();
  }

  private SqlSession session(PublishedTables of) {
    return session(of, new PrintWriter(out));
  }

  private SqlSession session(PublishedTables of, PrintWriter to) {
    return new SqlSession(of, pack, false, to, new PrintWriter(err));
  }
}
