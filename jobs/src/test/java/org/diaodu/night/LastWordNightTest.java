package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.contract.Table;
import org.diaodu.ingest.ArrivalLedger;
import org.diaodu.observations.Current;
import org.diaodu.testing.Folders;
import org.diaodu.testing.Night;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is current after files came in an order that their names do not tell. */
@Slow
class LastWordNightTest {
  @TempDir private static Path folder;

  private static Night nights;
  private static Night replayed;
  private static NightlyReport first;
  private static NightlyReport last;
  private static NightlyReport replay;

  @BeforeAll
  static void threeNightsAndAReplay() throws IOException {
    nights = new Night(Packs.THREELANDS, folder.resolve("nights"));
    nights.arrives("z.csv", of("T02", "2024-06", "100", "2024-07-15"));
    nights.arrives("july.csv", of("T01", "2024-06", "100", "2024-07-15"));
    nights.arrives("first.csv", of("T03", "2024-06", "50", "2024-07-15"));
    nights.arrives("third.csv", of("T01", "2024-05", "63", "2024-08-20"));
    nights.arrives("gone.csv", of("T02", "2024-05", "40", "2024-06-15"));
    nights.arrives("twice.csv", of("T03", "2024-05", "10", "2024-06-15"));
    nights.arrives("twice-2.csv", of("T03", "2024-05", "12", "2024-07-15"));
    nights.arrives("copied.csv", of("T01", "2024-04", "30", "2024-05-15"));
    nights.arrives("to-and-fro-1.csv", of("T03", "2024-04", "5", "2024-05-15"));
    nights.arrives("to-and-fro-2.csv", of("T03", "2024-04", "6", "2024-05-15"));
    nights.arrives("estimate.csv", of("T02", "2024-04", "20", "2024-05-15").replace(",A,", ",E,"));
    first = nights.run("2024-09-01T18:00:00Z");

    nights.arrives("a.csv", of("T02", "2024-06", "104", "2024-07-15"));
    nights.arrives("september.csv", of("T01", "2024-06", "100", "2024-09-15"));
    nights.arrives("corrected.csv", of("T03", "2024-06", "55", "2024-07-15"));
    nights.arrives("first-of-three.csv", of("T01", "2024-05", "60", "2024-06-15"));
    nights.arrives("withdrawn.csv", of("T02", "2024-05", "", "2024-09-15").replace(",A,", ",M,"));
    nights.arrives("twice-corrected.csv", of("T03", "2024-05", "11", "2024-06-15"));
    nights.arrives("other.csv", of("T01", "2024-04", "31", "2024-05-15"));
    nights.arrives("to-and-fro-3.csv", of("T03", "2024-04", "5", "2024-05-15"));
    nights.run("2024-10-01T18:00:00Z");

    nights.arrives("late.csv", of("T01", "2024-06", "98", "2024-08-15"));
    nights.arrives("again.csv", of("T03", "2024-06", "50", "2024-07-15"));
    nights.arrives("second-of-three.csv", of("T01", "2024-05", "61", "2024-07-15"));
    nights.arrives("before-the-end.csv", of("T02", "2024-05", "41", "2024-07-15"));
    nights.arrives("folder/other.csv", of("T01", "2024-04", "31", "2024-05-15"));
    nights.arrives(
        "to-and-fro-4.csv", of("T03", "2024-04", "6", "2024-05-15").replace(",\n", ",再报\n"));
    nights.arrives("definite.csv", of("T02", "2024-04", "20", "2024-05-15"));
    last = nights.run("2024-10-02T18:00:00Z");

    replayed = new Night(Packs.THREELANDS, folder.resolve("replayed"));
    Folders.copy(nights.landing(), replayed.landing());
    turnTimesRound(replayed.landing());
    replay = replayed.run("2024-10-03T18:00:00Z");
  }

  @Test
  void aReleaseThatRepeatsTheOneBeforeStandsAgainstOneThatComesLate() {
    assertThat(level(nights, "T01")).isEqualTo("100.000000");
    assertThat(last.changes()).containsEntry("revision", 3L);
  }

  @Test
  void whatCameLaterCorrectsWhateverItsFileIsCalled() {
    assertThat(level(nights, "T02")).isEqualTo("104.000000");
  }

  @Test
  void theFirstFileSentAgainIsTheLastWord() {
    assertThat(level(nights, "T03")).isEqualTo("50.000000");
    assertThat(last.changes()).containsEntry("correction", 3L);
  }

  @Test
  void releasesThatComeInReverseAreTheVintagesOfTheirDays() {
    assertThat(onDays("T01", "2024-05", "2024-06-30", "2024-07-31", "2024-08-31", "2024-10-02"))
        .containsExactly("60", "61", "63", "63");
  }

  @Test
  void whatWasReleasedBeforeAWithdrawalAndComesLateDoesNotBringTheFigureBack() {
    assertThat(onDays("T02", "2024-05", "2024-06-30", "2024-08-31", "2024-10-02"))
        .containsExactly("40", "41", "none");
  }

  @Test
  void aCorrectionOfAnOlderReleaseLeavesTheNewerOne() {
    assertThat(onDays("T03", "2024-05", "2024-06-30", "2024-07-31")).containsExactly("11", "12");
  }

  @Test
  void aCopyOfTheLastWordInAnotherFolderSaysNothingNew() {
    assertThat(statements("T01", "2024-04")).isEqualTo("30 31");
  }

  @Test
  void toAndFroAndToEachIsAStatementAndTheLastCounts() {
    assertThat(statements("T03", "2024-04")).isEqualTo("5 6 5 6");
    assertThat(onDays("T03", "2024-04", "2024-05-31")).containsExactly("6");
  }

  @Test
  void anEstimateThatBecomesDefiniteIsAStatementThoughTheValueIsTheSame() {
    assertThat(statements("T02", "2024-04")).isEqualTo("20 20");
    assertThat(
            nights.figure(
                "SELECT max_by(obs_status, arrived_at) FROM statistics.observations"
                    + " WHERE ref_area = 'T02' AND time_period = '2024-04'"))
        .isEqualTo("A");
  }

  @Test
  void theSameFilesWithTheirLedgerGiveTheSameInAnotherWarehouse() {
    for (String area : new String[] {"T01", "T02", "T03"}) {
      assertThat(level(replayed, area)).as(area).isEqualTo(level(nights, area));
    }
    String statements =
        "SELECT ref_area, obs_value, release_date, arrived_at, source_file"
            + " FROM statistics.observations ORDER BY ALL";
    assertThat(replayed.query(statements)).isEqualTo(nights.query(statements));
  }

  @Test
  void withoutALedgerAFirstDeliverySaysThatItHadToGuess() {
    assertThat(first.notices())
        .containsExactly("收件目录中没有到达账本（_arrivals.ledger），1个更正的先后是按文件的修改时间推定的");
    assertThat(replay.notices()).isEmpty();
  }

  /** As where a copy of the folder kept no times. */
  private static void turnTimesRound(Path landing) throws IOException {
    Instant time = Instant.parse("2021-01-01T00:00:00Z");
    for (String name :
        new String[] {
          "again.csv", "late.csv", "corrected.csv", "september.csv", "a.csv", "first.csv", "z.csv"
        }) {
      time = time.plusSeconds(60);
      Files.setLastModifiedTime(landing.resolve(name), FileTime.from(time));
    }
    assertThat(landing.resolve(ArrivalLedger.NAME)).exists();
  }

  private static String level(Night night, String area) {
    return night.figure(
        "SELECT level FROM statistics.growth WHERE indicator = 'retail_sales'"
            + " AND time_period = '2024-06' AND accumulation = 'YTD' AND ref_area = '%s'"
                .formatted(area));
  }

  /** The figure as known on days, as a whole number. */
  private static List<String> onDays(String area, String period, String... days) {
    return Stream.of(days)
        .map(
            day ->
                Current.asOf(
                        nights.published().orElseThrow().read(Table.OBSERVATIONS),
                        LocalDate.parse(day))
                    .where("ref_area = '%s' AND time_period = '%s'".formatted(area, period))
                    .selectExpr("coalesce(string(int(obs_value)), 'none')")
                    .collectAsList()
                    .get(0)
                    .getString(0))
        .toList();
  }

  /** All that was said of a figure, in the order in which it came. */
  private static String statements(String area, String period) {
    return nights.figure(
        "SELECT concat_ws(' ', transform(array_sort(collect_list(struct(arrived_at,"
            + " int(obs_value) AS value))), x -> string(x.value))) FROM statistics.observations"
            + " WHERE ref_area = '%s' AND time_period = '%s'".formatted(area, period));
  }

  private static String of(String area, String period, String value, String released) {
    return Night.HEADER
        + "%s,retail_sales,%s,YTD,LEVEL,%s,亿元,A,%s,\n".formatted(area, period, value, released);
  }
}
