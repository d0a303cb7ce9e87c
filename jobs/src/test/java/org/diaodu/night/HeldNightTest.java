package org.diaodu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.diaodu.feedback.MarkedCopy;
import org.diaodu.hold.HoldEntry;
import org.diaodu.hold.HoldLedger;
import org.diaodu.testing.Folders;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures that are held, night by night: what waits, what is taken by the office, by the sender,
 * and by a correction; and the same files with their records read into another warehouse.
 */
@Slow
class HeldNightTest {
  @TempDir private static Path folder;

  private static int decided;
  private static Night nights;
  private static Night replayed;
  private static NightlyReport second;
  private static NightlyReport third;
  private static NightlyReport replay;
  private static List<org.apache.spark.sql.Row> afterTheSecond;

  @BeforeAll
  static void threeNightsAndAReplay() throws IOException {
    Path pack = withRules();
    nights = new Night(pack, folder.resolve("nights"));
    nights.arrives(
        "may.csv",
        Night.HEADER
            + entities("T01", "2024-05", "21012", "户", "2024-06-15")
            + entities("T02", "2024-05", "18000", "户", "2024-06-15")
            + entities("T03", "2024-05", "15000", "户", "2024-06-15"));
    nights.run("2024-07-01T18:00:00Z");

    nights.arrives("jia.csv", Night.HEADER + june("T01", "21234", "万户"));
    nights.arrives("yi.csv", Night.HEADER + june("T02", "18100", "万户"));
    nights.arrives("bing.csv", Night.HEADER + june("T03", "15100", "万户"));
    nights.arrives("twice.csv", Night.HEADER + may("5") + may("6"));
    Path tied =
        nights.arrives(
            "tied.csv", Night.HEADER + entities("T01", "2024-05", "21013", "户", "2024-06-15"));
    Files.setLastModifiedTime(tied, Files.getLastModifiedTime(nights.landing().resolve("may.csv")));
    Path one = nights.arrives("one.csv", Night.HEADER + retail("10"));
    Path other = nights.arrives("other.csv", Night.HEADER + retail("11"));
    nights.arrives("total.csv", Night.HEADER + june("T00", "54434", "户"));
    nights.arrives(
        "paper.csv",
        Night.HEADER.strip()
            + ",source\nT02,retail_sales,2024-06,YTD,LEVEL,12,亿元,A,2024-07-15,,晚报\n");
    FileTime instant = Files.getLastModifiedTime(one);
    Files.setLastModifiedTime(other, instant);
    second = nights.run("2024-07-20T18:00:00Z");
    afterTheSecond = nights.query("SELECT ref_area FROM statistics.growth WHERE level > 100000");

    decide(nights, true, id(second, " 212340000户"));
    decide(nights, true, id(second, " 11亿元"));
    decide(nights, true, id(second, " 12亿元"));
    decide(nights, true, id(second, " 5亿元"));
    decide(nights, true, id(second, " 6亿元"));
    decide(nights, false, id(second, " 21013户"));
    nights.arrives(
        "answer.xlsx", answered(nights.out().resolve("feedback/yi.csv.check.xlsx"), "有误"));
    nights.arrives("corrected.csv", Night.HEADER + june("T03", "15100", "户"));
    third = nights.run("2024-07-21T18:00:00Z");

    replayed = new Night(pack, folder.resolve("replayed"));
    Folders.copy(nights.landing(), replayed.landing());
    replay = replayed.run("2024-08-01T18:00:00Z");
  }

  @Test
  void aHeldFigureIsInNoTableAndNamedFirst() {
    assertThat(afterTheSecond).isEmpty();
    assertThat(second.held()).hasSize(9);
    assertThat(second.held().get(0).what()).contains("甲县").contains("2024-05");
  }

  @Test
  void itIsCountedApartFromWhatIsRefused() {
    assertThat(second.files().stream().mapToLong(NightlyReport.FileReport::held).sum())
        .isEqualTo(9);
  }

  @Test
  void itCastsNoDoubtOnTheWholeThatItIsAPartOf() {
    assertThat(
            nights.query(
                "SELECT message FROM landing.quarantine WHERE rule_id = 'areas_exceed_total'"))
        .isEmpty();
    assertThat(level("business_entities", "T00")).isEqualTo("54434.000000");
  }

  @Test
  void whatARuleOfThePackHoldsIsTakenOnceItIsConfirmed() {
    assertThat(second.held()).anyMatch(of -> of.what().contains(" 12亿元"));
    assertThat(nights.figure("SELECT obs_value FROM statistics.observations WHERE source = '晚报'"))
        .isEqualTo("12.000000");
  }

  @Test
  void ofWhatAFileContradictsInItselfOneIsTakenTheOneDecidedLast() {
    assertThat(second.held())
        .filteredOn(of -> of.what().matches("丙县 社会消费品零售总额 2024-05.*"))
        .hasSize(2);
    assertThat(
            nights.figure(
                "SELECT obs_value FROM statistics.observations WHERE source_file = 'twice.csv'"))
        .isEqualTo("6.000000");
  }

  @Test
  void whatContradictsAnEarlierNightAndCameAtTheSameInstantIsHeld() {
    assertThat(second.held()).anyMatch(of -> of.what().contains(" 21013户"));
    assertThat(nights.query("SELECT 1 FROM statistics.observations WHERE source_file = 'tied.csv'"))
        .isEmpty();
  }

  @Test
  void whatTheOfficeAnswersForIsTakenAsOfItsArrival() {
    assertThat(level("business_entities", "T01")).isEqualTo("212340000.000000");
    assertThat(
            nights.figure(
                "SELECT count(*) FROM statistics.observations o JOIN landing.source_files f"
                    + " ON f.file = o.source_file AND f.arrived_at = o.arrived_at"
                    + " WHERE o.source_file = 'jia.csv'"))
        .isEqualTo("1");
  }

  @Test
  void ofAContradictionOneIsTakenAndTheOtherIsVoid() {
    assertThat(level("retail_sales", "T01")).isEqualTo("11.000000");
    assertThat(third.overtaken()).anyMatch(of -> of.what().contains(" 10亿元"));
  }

  @Test
  void whatTheSenderSaysIsWrongWaitsNoMore() {
    assertThat(
            nights.figure(
                "SELECT concat_ws(' ', decision, decided_by) FROM landing.confirmations"
                    + " WHERE statement LIKE '%/T02/%'"))
        .isEqualTo("refused 报送单位李某");
  }

  @Test
  void whatTheSenderCorrectsIsVoid() {
    assertThat(level("business_entities", "T03")).isEqualTo("15100.000000");
    assertThat(third.overtaken()).anyMatch(of -> of.what().contains("丙县"));
  }

  @Test
  void nothingWaitsAnyMore() {
    assertThat(third.held()).isEmpty();
    assertThat(replay.held()).isEmpty();
  }

  @Test
  void theSameFilesWithTheirRecordsGiveTheSameInAnotherWarehouse() {
    String statements =
        "SELECT indicator, ref_area, time_period, obs_value, release_date, arrived_at, source_file"
            + " FROM statistics.observations ORDER BY ALL";
    assertThat(replayed.query(statements)).isEqualTo(nights.query(statements));
  }

  private static Path withRules() throws IOException {
    PackCopy pack = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
    Files.writeString(
        pack.folder().resolve("rules.yaml"),
        """
        - id: areas_exceed_total
          severity: warn
          where: is_total AND additive AND measure = 'LEVEL' AND areas_counted = areas_expected
          condition: abs(obs_value - areas_sum) <= 0.05 * obs_value
          expected: 各地之和{areas_sum}
          message: 合计与各地之和相差超过5%
        - id: other_source
          severity: hold
          condition: source IS NULL
          expected: 报送单位的数
          message: 这个数来自“{source}”
        """);
    return pack.folder();
  }

  private static String level(String indicator, String area) {
    return nights.figure(
        "SELECT level FROM statistics.growth WHERE indicator = '%s' AND ref_area = '%s'"
                .formatted(indicator, area)
            + " AND time_period = '2024-06'");
  }

  /** Each decision is a minute later than the one before. */
  private static void decide(Night night, boolean accepted, String id) throws IOException {
    HoldLedger.of(night.landing())
        .add(
            List.of(
                HoldEntry.decided(
                    accepted,
                    id,
                    "confirmed",
                    "王某",
                    "已与报送单位核对",
                    Instant.parse("2024-07-21T01:00:00Z").plusSeconds(60L * decided++))));
  }

  private static String id(NightlyReport report, String what) {
    return report.held().stream()
        .filter(of -> of.what().contains(what))
        .filter(of -> of.what().contains("经营主体") || what.matches(".*(亿元|户)"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static byte[] answered(Path copy, String answer) throws IOException {
    Path answered = copy.resolveSibling("answered.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(copy));
        OutputStream out = Files.newOutputStream(answered)) {
      Sheet list = workbook.getSheet(MarkedCopy.SHEET);
      Row row = list.getRow(1);
      row.createCell(7).setCellValue(answer);
      row.createCell(8).setCellValue("单位写错了");
      row.createCell(9).setCellValue("李某");
      workbook.write(out);
    }
    return Files.readAllBytes(answered);
  }

  private static String june(String area, String value, String unit) {
    return entities(area, "2024-06", value, unit, "2024-07-15");
  }

  private static String entities(
      String area, String period, String value, String unit, String released) {
    return "%s,business_entities,%s,EOP,LEVEL,%s,%s,A,%s,\n"
        .formatted(area, period, value, unit, released);
  }

  private static String may(String value) {
    return "T03,retail_sales,2024-05,YTD,LEVEL,%s,亿元,A,2024-06-15,\n".formatted(value);
  }

  private static String retail(String value) {
    return "T01,retail_sales,2024-06,YTD,LEVEL,%s,亿元,A,2024-07-15,\n".formatted(value);
  }
}
