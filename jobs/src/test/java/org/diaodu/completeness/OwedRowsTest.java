package org.diaodu.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diaodu.completeness.OwedFixture.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.diaodu.completeness.OwedReports.HandedOver;
import org.diaodu.cube.Observation;
import org.diaodu.domain.Owed;
import org.diaodu.domain.ProgressReport;
import org.diaodu.domain.Provenance;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.CubeFixture;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three lands, T01 to T03, of T00, with a plan of a few lines. */
class OwedRowsTest {
  private static final String TASKS =
      "task_id,annex,action,item_no,name_zh,leads,lead_mode,leads_open,participants,"
          + "participants_open,areas,targets,milestones\n";

  @TempDir private Path folder;
  private PackCopy pack;

  @BeforeEach
  void aPlan() throws IOException {
    pack = new PackCopy(Packs.THREELANDS, folder.resolve("pack"));
    Files.writeString(
        pack.folder().resolve("units.csv"),
        "unit,name_zh,role\nt_office,试验局,办公室\nt_roads,交通局,成员\nt_trade,商务局,成员\n");
  }

  @Test
  void unitsThatLeadSeparatelyEachOweAReport() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads;t_office,separate,false,,false,,,");

    assertThat(
            status(
                task("K-1", "2024-05"),
                "2024-07-01",
                report("K-1", "T00", "2024-05", "", "on_schedule", "t_roads", "2024-06-10")))
        .containsExactly("t_office missing", "t_roads received");
  }

  @Test
  void whatEachMemberOfAWorkingGroupLeadsEachOfThemOwes() throws IOException {
    tasks("K-1,1,试验行动,1,走访企业,t_office,each_member,false,,false,,,");
    Files.writeString(
        pack.folder().resolve("actions.csv"),
        "annex,name_zh,members,office\n1,试验行动,t_roads;t_trade,t_office\n");

    assertThat(
            status(
                task("K-1", "2024-05"),
                "2024-07-01",
                report("K-1", "T00", "2024-05", "", "on_schedule", "t_trade", "2024-06-10")))
        .containsExactly("t_roads missing", "t_trade received");
  }

  @Test
  void ofUnitsThatLeadTogetherOneReports() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads;t_office,joint,false,,false,,,");

    assertThat(
            status(
                task("K-1", "2024-05"),
                "2024-07-01",
                report("K-1", "T00", "2024-05", "", "delayed", "t_office", "2024-06-25")))
        .containsExactly("t_roads late");
  }

  @Test
  void areasReportEachQuarterOfTheTasksThatAreSetForThemInParticular() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,T01;T03,,");

    assertThat(rows("2024-07-25"))
        .filteredOn(row -> row.kind() == Owed.Kind.task && !row.refArea().equals("T00"))
        .extracting(row -> "%s %s %s".formatted(row.owner(), row.timePeriod(), row.status()))
        .containsExactlyInAnyOrder(
            "T01 2024-Q1 missing",
            "T01 2024-Q2 missing",
            "T01 2024-Q3 due",
            "T01 2024-Q4 due",
            "T03 2024-Q1 missing",
            "T03 2024-Q2 missing",
            "T03 2024-Q3 due",
            "T03 2024-Q4 due");
  }

  @Test
  void ofATaskThatAllAreasShareEachReportsOnceForTheYearsAssessment() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,T01;T02;T03,,");

    assertThat(rows("2025-02-01"))
        .filteredOn(row -> row.kind() == Owed.Kind.task && !row.refArea().equals("T00"))
        .extracting(
            row ->
                "%s %s %s %s".formatted(row.owner(), row.timePeriod(), row.basis(), row.reason()))
        .containsExactlyInAnyOrder(
            "T01 2024 assumed 办法未定频次，默认按年报送",
            "T02 2024 assumed 办法未定频次，默认按年报送",
            "T03 2024 assumed 办法未定频次，默认按年报送");
  }

  @Test
  void aPolicyMayAskAllAreasMoreOften() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,T01;T02;T03,,");
    pack.edit(
        "policy.yaml", "policy_id:", "reporting: {tasks_of_all_areas: half_yearly}\npolicy_id:");

    assertThat(rows("2024-05-01"))
        .filteredOn(row -> row.kind() == Owed.Kind.task && row.refArea().equals("T01"))
        .extracting(row -> "%s %s".formatted(row.timePeriod(), row.reason()))
        .containsExactly("2024-Q2 办法规定每半年报送", "2024-Q4 办法规定每半年报送");
  }

  @Test
  void whatIsReportedAsDoneIsNotAskedForAgain() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,,,");
    ProgressReport done = report("K-1", "T00", "2024-03", "", "done", "t_roads", "2024-04-10");

    assertThat(only(task("K-1", "2024-03"), "2024-07-01", done).status()).hasToString("received");
    OwedRow later = only(task("K-1", "2024-04"), "2024-07-01", done);
    assertThat(later.status()).hasToString("not_expected");
    assertThat(later.endedOn()).isEqualTo("2024-04-10");
    assertThat(later.reason()).isEqualTo("2024-03已报完成，不再报送");
  }

  @Test
  void whatWasDoneAndThenTakenBackIsAskedForAgain() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,,,");
    ProgressReport done = report("K-1", "T00", "2024-03", "", "done", "t_roads", "2024-04-10");
    ProgressReport back = report("K-1", "T00", "2024-03", "", "delayed", "t_roads", "2024-05-02");

    assertThat(only(task("K-1", "2024-04"), "2024-07-01", done, back).status())
        .hasToString("missing");
  }

  @Test
  void aMilestoneIsOwedByTheEndOfTheYear() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,,,开工;通车");
    ProgressReport begun = report("K-1", "T00", "2024-03", "开工", "done", "t_roads", "2024-04-10");
    ProgressReport open =
        report("K-1", "T00", "2024-03", "通车", "on_schedule", "t_roads", "2024-04-10");

    assertThat(rows("2025-01-05", begun, open))
        .filteredOn(row -> row.kind() == Owed.Kind.milestone)
        .extracting(row -> "%s %s %s".formatted(row.part(), row.dueDate(), row.status()))
        .containsExactly("开工 2024-12-31 received", "通车 2024-12-31 missing");
  }

  @Test
  void aDutyIsOwedAgainThoughItWasDoneTheLastTime() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,,,");
    Files.writeString(
        pack.folder().resolve("duties.csv"),
        "task_id,name_zh,cadence,basis,words\nK-1,通报路况,half_yearly,stated,半年一次通报路况\n");

    assertThat(
            rows(
                "2025-02-01",
                report("K-1", "T00", "2024-06", "通报路况", "done", "t_roads", "2024-07-02")))
        .filteredOn(row -> row.kind() == Owed.Kind.duty)
        .extracting(row -> "%s %s %s".formatted(row.timePeriod(), row.status(), row.reason()))
        .containsExactly("2024-Q2 received 方案：“半年一次通报路况”", "2024-Q4 missing 方案：“半年一次通报路况”");
  }

  @Test
  void thePlansOwnWordsSayHowOftenATargetIsReported() throws IOException {
    target("X-7,0,试验行动,7,,路况,directional,assessed,up,,—,,,T00,t_roads,,,2024-12-31,按季归集,");
    target("X-8,0,试验行动,8,,路灯,directional,assessed,up,,—,,,T00,t_roads,,,2024-12-31,按进展填报,");

    assertThat(rows("2024-05-01"))
        .filteredOn(row -> row.kind() == Owed.Kind.target && row.item().equals("X-7"))
        .extracting(row -> row.timePeriod() + " " + row.basis())
        .containsExactly("2024-Q1 plan", "2024-Q2 plan", "2024-Q3 plan", "2024-Q4 plan");
    assertThat(rows("2024-05-01"))
        .filteredOn(row -> row.item().equals("X-8"))
        .hasSize(12)
        .allSatisfy(row -> assertThat(row.basis()).isEqualTo(Owed.Basis.assumed));
  }

  @Test
  void aSeriesWithoutACalendarIsOwedWhenTheTargetsWordsSay() throws IOException {
    pack.edit("calendar.csv", "fixed_asset_investment,M,2024-06,2024-07-20,true,\n", "");
    pack.edit(
        "targets.csv",
        "T00,t_office,,,2024-12-31,,测试\nX-3",
        "T00,t_office,,,2024-12-31,半年一次,测试\nX-3");

    assertThat(rows("2024-05-01"))
        .filteredOn(row -> row.item().equals("fixed_asset_investment"))
        .extracting(row -> row.timePeriod() + " " + row.dueDate())
        .containsExactly("2024-06 2024-07-20", "2024-12 2025-01-20");
  }

  @Test
  void aNumberInANameAndWhatTheProgramCountsAreNotAskedFor() throws IOException {
    target("X-7,0,试验行动,7,,千企计划,nominal,assessed,up,,—,,,T00,t_roads,,,2024-12-31,,");
    target("X-8,0,试验行动,8,,逾期问题,absolute,overdue_rectifications,=,0,件,,,T00,t_roads,,,2024-12-31,,");

    assertThat(rows("2024-05-01"))
        .filteredOn(row -> row.kind() == Owed.Kind.target)
        .extracting(row -> "%s %s %s".formatted(row.item(), row.status(), row.reason()))
        .containsExactly("X-7 not_expected 只是名称中的数，不作为目标", "X-8 not_expected 由系统统计，不用报送");
  }

  @Test
  void monthsBeforeThePlanWasIssuedAreNotAskedFor() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,,,");
    Files.writeString(
        pack.folder().resolve("plan.yaml"),
        """
        title_zh: 试验方案
        document: 试〔2024〕1号
        issued: 2024-03-15
        counts: {tasks: 1}
        places_by_annex: {}
        """);

    assertThat(rows("2024-05-01"))
        .filteredOn(row -> row.kind() == Owed.Kind.task)
        .extracting(OwedRow::timePeriod)
        .hasSize(10)
        .first()
        .hasToString("2024-03");
  }

  @Test
  void aPolicyMayAskForTasksMoreSeldom() throws IOException {
    tasks("K-1,0,试验行动,1,修路,t_roads,single,false,,false,,,");
    Files.writeString(
        pack.folder().resolve("policy-2.yaml"),
        """
        policy_id: threelands-2
        valid_from: 2024-07-01
        yellow_within: {growth_yoy: 1.0, increment: 5, capital_share: 0.1, count_of_areas: 1}
        about_within: 0.5
        reporting: {tasks: quarterly}
        """);

    assertThat(rows("2024-12-31"))
        .filteredOn(row -> row.kind() == Owed.Kind.task)
        .extracting(row -> row.timePeriod().toString())
        .containsExactlyInAnyOrder(
            "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-Q3", "2024-Q4");
  }

  @Test
  void aFigureThatTwoTargetsNeedIsOwedOnceByItsReporterOrTheArea() throws IOException {
    target(
        "X-9,0,试验行动,9,retail_sales,乙县社零,quantified,growth_yoy,>=,5,%,,,T02,t_trade,,,2024-12-31,,");
    target("X-7,0,试验行动,7,retail_sales,社零总额,quantified,level,>=,50,亿元,,,T00,t_trade,,,2024-12-31,,");

    assertThat(rows("2024-07-01"))
        .filteredOn(row -> row.owedId().startsWith("figure/retail_sales/"))
        .filteredOn(row -> row.timePeriod().toString().equals("2024-06"))
        .extracting(
            row -> "%s %s %s %s".formatted(row.refArea(), row.owner(), row.guides(), row.targets()))
        .containsExactlyInAnyOrder(
            "T00 t_office [] [X-1, X-7]",
            "T01 T01 [t_office] [X-1]",
            "T02 T02 [t_trade] [X-9]",
            "T03 T03 [t_office] [X-1]");
  }

  @Test
  void aFigureThatIsReportedWithdrawnOrLate() {
    CubeFixture figures =
        new CubeFixture(pack.read())
            .released("retail_sales", "T00", "2024-02", "40", "2024-03-25")
            .released("retail_sales", "T01", "2024-02", "20", "2024-03-18")
            .released("retail_sales", "T01", "2024-02", null, "2024-03-30");

    assertThat(rows(figures.observations(), "2024-04-01"))
        .filteredOn(row -> row.owedId().matches("figure/retail_sales/T0[012]/2024-0[12]"))
        .extracting(
            row ->
                "%s %s %s %s"
                    .formatted(row.refArea(), row.timePeriod(), row.status(), row.daysLate()))
        .containsExactlyInAnyOrder(
            "T00 2024-01 not_expected null",
            "T01 2024-01 not_expected null",
            "T02 2024-01 not_expected null",
            "T00 2024-02 late 5",
            "T01 2024-02 missing 12",
            "T02 2024-02 missing 12");
  }

  @Test
  void anAmountThatWasReportedOfATargetStandsForItsFigure() {
    ProgressReport amount =
        new ProgressReport(
            "X-4",
            "target",
            "T00",
            TimePeriod.of("2024-06"),
            "",
            java.math.BigDecimal.TEN,
            null,
            "on_schedule",
            null,
            "t_office",
            null,
            null,
            LocalDate.parse("2024-07-22"),
            null,
            java.time.Instant.EPOCH,
            Provenance.official);

    assertThat(rows("2024-08-01", amount))
        .filteredOn(row -> row.item().equals("innovation_platforms_new"))
        .singleElement()
        .satisfies(row -> assertThat(row.status() + " " + row.daysLate()).isEqualTo("late 2"));
  }

  @Test
  void aProblemIsOwedAReportUnlessItIsSettledWithout() {
    HandedOver open = problem("2024-05-31", "2024-07-01", null, null);
    HandedOver told = problem("2024-06-30", "2024-07-31", "2024-07-12", null);
    HandedOver better = problem("2024-04-30", "2024-05-31", null, "2024-06-30");

    assertThat(
            OwedReports.of(
                pack.read(), List.of(), List.of(open, told, better), LocalDate.parse("2024-07-15")))
        .filteredOn(row -> row.kind() == Owed.Kind.rectification)
        .extracting(row -> "%s %s %s".formatted(row.part(), row.status(), row.daysLate()))
        .containsExactly(
            "2024-05-31 missing 14", "2024-06-30 received null", "2024-04-30 not_expected null");
  }

  private static HandedOver problem(String opened, String due, String reported, String settled) {
    return new HandedOver(
        "X-1",
        "T02",
        TimePeriod.of("2024-03"),
        LocalDate.parse(opened),
        "T02",
        List.of(),
        List.of("t_office"),
        LocalDate.parse(due),
        reported == null ? null : LocalDate.parse(reported),
        settled == null ? null : LocalDate.parse(settled),
        Provenance.official);
  }

  private void tasks(String line) throws IOException {
    Files.writeString(pack.folder().resolve("tasks.csv"), TASKS + line + "\n");
  }

  private void target(String line) throws IOException {
    Path file = pack.folder().resolve("targets.csv");
    Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + line + "\n");
  }

  private static Predicate<OwedRow> task(String id, String period) {
    return row ->
        row.kind() == Owed.Kind.task
            && row.item().equals(id)
            && row.timePeriod().toString().equals(period);
  }

  private List<OwedRow> rows(String day, ProgressReport... reports) {
    return OwedFixture.rows(pack.read(), List.of(), List.of(reports), day);
  }

  private List<OwedRow> rows(List<Observation> figures, String day) {
    RegionPack read = pack.read();
    return OwedFixture.rows(read, figures, List.of(), day);
  }

  private OwedRow only(Predicate<OwedRow> which, String day, ProgressReport... reports) {
    return rows(day, reports).stream().filter(which).reduce((one, other) -> null).orElseThrow();
  }

  private Stream<String> status(Predicate<OwedRow> which, String day, ProgressReport... reports) {
    return rows(day, reports).stream()
        .filter(which)
        .map(row -> row.owner() + " " + row.status())
        .sorted();
  }
}
