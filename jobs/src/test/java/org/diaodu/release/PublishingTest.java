package org.diaodu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.spark.sql.SparkSession;
import org.diaodu.contract.Table;
import org.diaodu.document.FigureKey;
import org.diaodu.domain.TimePeriod;
import org.diaodu.lock.RunLock;
import org.diaodu.lock.WarehouseInUseException;
import org.diaodu.region.RegionPack;
import org.diaodu.table.ClockSetBackException;
import org.diaodu.testing.Night;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.diaodu.testing.SharedSpark;
import org.diaodu.testing.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases of invented months: kept as they were, made again, corrected, and not before their time.
 */
@Slow
class PublishingTest {
  private static final Instant LATER = Instant.parse("2025-03-01T00:00:00Z");
  private static final Instant AFTER_REVISION = Instant.parse("2025-03-02T00:00:00Z");
  private static final TimePeriod JUNE = TimePeriod.of("2024-06");

  @TempDir private static Path year;
  private static RegionPack pack;

  /** Two years have arrived, and nothing is published. */
  private static Night arrived;

  /** Then the twelve months of 2024 are published. */
  private static Night published;

  private static final List<Publishing.Made> RELEASES = new ArrayList<>();

  /** Then two figures are revised, and a night has run. */
  private static Night revised;

  @TempDir private Path folder;

  @BeforeAll
  static void aYearArrivesIsPublishedAndRevised() throws IOException {
    PackCopy copy =
        new PackCopy(Packs.THREELANDS, year.resolve("threelands"))
            .add("region.yaml", "release: {days_after: 26, at: \"15:00\"}");
    pack = copy.read();
    arrived = new Night(copy.folder(), year.resolve("arrived"));
    StringBuilder text = new StringBuilder(Night.HEADER);
    for (int month = 1; month <= 12; month++) {
      for (String area : new String[] {"T00", "T01", "T02", "T03"}) {
        for (int y = 2023; y <= 2024; y++) {
          int level = 10 * month * (area.equals("T00") ? 3 : 1) + (y - 2023) * month;
          text.append(
              "%s,retail_sales,%d-%02d,YTD,LEVEL,%d,亿元,A,%d-%02d-18,%n"
                  .formatted(
                      area, y, month, level, month == 12 ? y + 1 : y, month == 12 ? 1 : month + 1));
        }
      }
    }
    arrived.arrives("year.csv", text.toString());
    arrived.runAsOf("2025-02-01T18:00:00Z", "2025-02-01");

    published = arrived.copiedTo(year.resolve("published"));
    for (int month = 1; month <= 12; month++) {
      RELEASES.add(publish(published, TimePeriod.month(2024, month)));
    }

    revised = published.copiedTo(year.resolve("revised"));
    revised.arrives(
        "revised.csv",
        Night.HEADER
            + "T00,retail_sales,2024-06,YTD,LEVEL,187.5,亿元,A,2025-02-10,\n"
            + "T01,retail_sales,2024-12,YTD,LEVEL,140,亿元,A,2025-02-10,\n");
    revised.runAsOf("2025-03-01T18:00:00Z", "2025-02-28");
  }

  @Test
  void twelveReleasesAreMadeAgainByteForByteAfterRevisionsAndVacuum() throws IOException {
    Night night = revised.copiedTo(folder.resolve("night"));
    vacuumWhatTheRevisionReplaced(night);

    Map<String, byte[]> again = new TreeMap<>();
    for (int month = 1; month <= 12; month++) {
      Publishing.Made made =
          publishing(night)
              .rebuild(TimePeriod.month(2024, month), Optional.empty(), folder.resolve("again"));
      assertThat(made.differing()).as("files that differ in month %d", month).isEmpty();
      again.putAll(files(made.folder()));
    }

    Map<String, byte[]> first = new TreeMap<>();
    for (Publishing.Made release : RELEASES) {
      first.putAll(files(release.folder()));
    }
    assertThat(again.keySet()).isEqualTo(first.keySet()).hasSizeGreaterThan(12 * 10);
    first.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void whatIsPublishedAlreadyIsNotPublishedAgain() {
    assertThatThrownBy(() -> publish(published, JUNE))
        .isInstanceOf(NothingToPublishException.class)
        .hasMessageContaining("2024-06的第1次发布与现在的内容相同");
  }

  @Test
  void aSecondReleaseSaysWhatItChangesAndTheFirstStays() throws IOException {
    Night night = revised.copiedTo(folder.resolve("night"));

    assertThatThrownBy(() -> publish(night, JUNE, AFTER_REVISION))
        .as("as of the day of June's dispatch nothing is revised")
        .isInstanceOf(NothingToPublishException.class)
        .hasMessageContaining("--as-of");
    Publishing.Made second =
        publish(night, JUNE, Optional.of(LocalDate.of(2025, 2, 28)), AFTER_REVISION);

    assertThat(second.number()).isEqualTo(2);
    assertThat(text(second.folder().resolve("bulletin.docx")))
        .contains("本次发布更正并代替第1次发布", "试验州 社会消费品零售总额 2024年1—6月 总量", "186.00", "187.50");
    assertThat(
            text(
                publishing(night)
                    .rebuild(JUNE, Optional.of(1), folder.resolve("again"))
                    .folder()
                    .resolve("bulletin.docx")))
        .contains("186.00")
        .doesNotContain("187.50");
    assertThat(
            night.figure(
                "SELECT count(DISTINCT corrects) FROM reporting.releases WHERE number = 2"))
        .isEqualTo("1");
  }

  @Test
  void whereThePackWantsASignatureThreePeopleComeBeforePublication() throws IOException {
    Night night = arrived.copiedTo(folder.resolve("night"));
    PackCopy copy =
        new PackCopy(Packs.THREELANDS, folder.resolve("threelands"))
            .add("region.yaml", "release: {days_after: 26, at: \"15:00\"}");
    Files.writeString(
        Files.createDirectories(copy.folder().resolve("documents")).resolve("sign-off.yaml"),
        "draft: [甲]\nreview: [乙]\nsign: [丙]\n");
    Publishing office =
        new Publishing(SharedSpark.session(), night.warehouse().toString(), copy.read());
    Path out = folder.resolve("out");

    assertThatThrownBy(() -> publish(office, out))
        .isInstanceOf(SignOffRefusedException.class)
        .hasMessageContaining("还没有签发");
    Path drafts = office.submit(JUNE, Optional.empty(), LATER, false, out, "甲").folder();
    String ticked = Files.readString(drafts.resolve("review.csv")).replaceAll(",,(?=\r\n)", ",是,");
    byte[] list = ticked.getBytes(StandardCharsets.UTF_8);
    try (RunLock nightly =
        RunLock.take(night.warehouse().toString(), "夜间运行", new Configuration())) {
      nightly.requireHeld();
      assertThatThrownBy(() -> office.review(JUNE, list, LATER, false, "乙"))
          .as("nobody reviews what a run may change at the moment")
          .isInstanceOf(WarehouseInUseException.class);
    }
    office.review(JUNE, list, LATER, false, "乙");
    office.sign(JUNE, LATER, false, "丙");
    LocalDate otherDay = LocalDate.of(2025, 1, 31);
    assertThatThrownBy(
            () -> office.publish(JUNE, Optional.of(otherDay), LATER, false, out, "tester", "test"))
        .isInstanceOf(SignOffRefusedException.class)
        .hasMessageContaining("不能按截至2025-01-31发布");
    Publishing.Made first = publish(office, out);
    Map<String, byte[]> files = files(first.folder());

    breakOffBeforeItIsRecorded(night, first);
    Publishing.Made again = publish(office, out);

    assertThat(again.releaseId()).isEqualTo(first.releaseId());
    assertThat(files(first.folder())).containsExactlyInAnyOrderEntriesOf(files);
    assertThatThrownBy(() -> publish(office, out)).isInstanceOf(NothingToPublishException.class);

    assertThat(office.signOffSteps(JUNE))
        .extracting(step -> step.kind() + " " + step.by())
        .containsExactly("submitted 甲", "reviewed 乙", "signed 丙", "published tester");
    assertThat(night.figure("SELECT max(body) FROM reporting.releases WHERE document = 'bulletin'"))
        .contains("\"拟稿人\":\"甲\"", "\"审核人\":\"乙\"", "\"签发人\":\"丙\"");

    assertThat(audit(night).faults()).isEmpty();
    takeOut(night, "0004.json");
    takeOut(night, "0003.json");
    assertThat(audit(night).faults())
        .as("of a release whose signature was taken out")
        .containsExactly("2024-06发布时所依据的签发记录被改过或不见了。请用备份恢复");
  }

  private static void takeOut(Night night, String step) throws IOException {
    Path file = night.warehouse().resolve("_sign-off/2024-06").resolve(step);
    Files.delete(file);
    Files.deleteIfExists(file.resolveSibling("." + step + ".crc"));
  }

  /** Leaves the release as it is where the program ended right after its manifest. */
  private static void breakOffBeforeItIsRecorded(Night night, Publishing.Made made)
      throws IOException {
    takeOut(night, "0004.json");
    for (String file : made.files()) {
      Files.delete(made.folder().resolve(file));
    }
  }

  private static Publishing.Made publish(Publishing office, Path out) {
    return office.publish(JUNE, Optional.empty(), LATER, false, out, "tester", "test");
  }

  @Test
  void nothingIsPublishedBeforeTheNightThatItRestsOn() {
    assertThatThrownBy(() -> publish(revised, JUNE, Instant.parse("2025-03-01T17:59:59Z")))
        .isInstanceOf(ClockSetBackException.class)
        .hasMessageContainingAll("2025-03-01 17:59:59", "2025-03-01 18:00:00", "校准");
  }

  @Test
  void anAuditNamesEveryReleaseAndFindsWhatWasChangedAfterwards() throws IOException {
    Audit audit = audit(published);

    assertThat(audit.faults()).isEmpty();
    assertThat(audit.releases())
        .extracting(Audit.Release::id)
        .containsExactlyInAnyOrderElementsOf(
            RELEASES.stream().map(Publishing.Made::releaseId).toList());
    assertThat(audit.releases())
        .allSatisfy(
            release -> {
              assertThat(release.by()).isEqualTo("tester");
              assertThat(release.files()).anyMatch(f -> f.matches("year\\.csv [0-9a-f]{64}"));
            });
    assertThat(audit(revised).faults()).as("after another night").isEmpty();

    Night night = revised.copiedTo(folder.resolve("night"));
    String june = RELEASES.get(5).releaseId();
    Path figures = night.warehouse().resolve("reporting/dispatch_figures");
    SharedSpark.session()
        .sql(
            "UPDATE delta.`%s` SET printed = '99.9' WHERE release_id = '%s' AND figure_key LIKE '%%/yoy_pct'"
                .formatted(figures, june));
    night.runAsOf("2025-03-04T18:00:00Z", "2025-02-28");

    assertThat(audit(night).faults()).containsExactly("发布 %s 的内容在发布以后被改过".formatted(june));
  }

  @Test
  void aPeriodIsNotShownBeforeItsTimeUnlessAskedForAndThenItIsMarked() throws IOException {
    TimePeriod december = TimePeriod.of("2024-12");
    Instant tooEarly = Instant.parse("2025-01-26T14:59:59Z");
    Publishing publishing = publishing(arrived);

    assertThatThrownBy(
            () ->
                publishing.draft(december, Optional.empty(), tooEarly, false, folder.resolve("d")))
        .isInstanceOf(NotPublicYetException.class)
        .hasMessageContaining("2025-01-26 15:00")
        .hasMessageContaining("--embargoed");
    assertThat(folder.resolve("d")).doesNotExist();

    Publishing.Made asked =
        publishing.draft(december, Optional.empty(), tooEarly, true, folder.resolve("asked"));
    assertThat(text(asked.folder().resolve("bulletin.docx"))).contains("未到发布时间");
    assertThat(Files.readString(asked.folder().resolve("bulletin.html"))).contains("未到发布时间");

    Publishing.Made inTime =
        publishing.draft(
            december, Optional.empty(), tooEarly.plusSeconds(1), false, folder.resolve("inTime"));
    assertThat(Files.readString(inTime.folder().resolve("bulletin.html")))
        .contains("372.00")
        .doesNotContain("未到发布时间");
  }

  @Test
  void aPublishedFigureIsFollowedToItsCellAndItsReleases() {
    FigureTrace trace =
        FigureTrace.of(
                published.published().orElseThrow(),
                pack,
                FigureKey.of("growth/retail_sales/T01/M/YTD/2024-06/yoy_pct"),
                LATER,
                false)
            .orElseThrow();

    assertThat(trace.formula()).isEqualTo("100×（66÷60−1）＝10");
    assertThat(trace.sources())
        .extracting(s -> s.file() + " " + s.rawText() + " " + s.releaseDate())
        .contains("year.csv 66 2024-07-18", "year.csv 60 2023-07-18");
    assertThat(trace.printed()).anyMatch(p -> p.contains("bulletin 印作+10.0"));
    assertThat(
            published.figure(
                "SELECT count(*) FROM reporting.dispatch_figures WHERE size(sources) = 0 AND"
                    + " figure_key LIKE 'growth/%'"))
        .as("published figures of series without a source")
        .isEqualTo("0");
  }

  private static Publishing publishing(Night night) {
    return new Publishing(SharedSpark.session(), night.warehouse().toString(), pack);
  }

  private static Publishing.Made publish(Night night, TimePeriod period) {
    return publish(night, period, LATER);
  }

  private static Publishing.Made publish(Night night, TimePeriod period, Instant now) {
    return publish(night, period, Optional.empty(), now);
  }

  private static Publishing.Made publish(
      Night night, TimePeriod period, Optional<LocalDate> asOf, Instant now) {
    return publishing(night)
        .publish(period, asOf, now, false, night.out(), "tester", "diaodu test");
  }

  private static Audit audit(Night night) {
    return Audit.of(SharedSpark.session(), night.warehouse().toString());
  }

  /** Of other tables no file is without use. */
  private static void vacuumWhatTheRevisionReplaced(Night night) {
    Map<String, Long> before = published.published().orElseThrow().manifest().versions();
    Map<String, Long> after = night.published().orElseThrow().manifest().versions();
    SparkSession spark = SharedSpark.session();
    spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    try {
      for (Table table : Table.values()) {
        if (!after.get(table.fullName()).equals(before.get(table.fullName()))) {
          spark.sql(
              "VACUUM delta.`%s/%s` RETAIN 0 HOURS".formatted(night.warehouse(), table.path()));
        }
      }
    } finally {
      spark.conf().unset("spark.databricks.delta.retentionDurationCheck.enabled");
    }
  }

  private static Map<String, byte[]> files(Path made) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(made)) {
      for (Path path : paths.toList()) {
        files.put(made.getFileName() + "/" + path.getFileName(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static String text(Path docx) throws IOException {
    try (XWPFDocument word = new XWPFDocument(Files.newInputStream(docx));
        XWPFWordExtractor words = new XWPFWordExtractor(word)) {
      return words.getText();
    }
  }
}
