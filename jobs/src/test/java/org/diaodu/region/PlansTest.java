package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.PlanYears;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plans of two years in one pack. */
class PlansTest {
  @TempDir private Path folder;
  private PackCopy pack;

  @BeforeEach
  void twoYears() throws IOException {
    pack = PlanYears.of2024And2025(folder);
  }

  @Test
  void thePackHasThePlanOfItsPlanYearAndKnowsTheOthers() {
    RegionPack read = pack.read();

    assertThat(read.planYear()).isEqualTo(2025);
    assertThat(read.targets()).extracting(Target::targetId).containsExactly("Y-1");
    assertThat(read.planOf(2024).orElseThrow().targets()).hasSize(6);
    assertThat(read.planOf(2026)).isEmpty();
    assertThat(read.plans()).extracting(RegionPack::planYear).containsExactly(2024, 2025);
    assertThat(read.plans()).allSatisfy(plan -> assertThat(plan.target("X-1")).isPresent());
    assertThat(read.plans()).allSatisfy(plan -> assertThat(plan.target("Y-1")).isPresent());
    assertThat(read.plans()).extracting(RegionPack::packId).containsOnly(read.packId());
    assertThat(read.allTargets()).hasSize(7);
  }

  @Test
  void aPlanIsHeldAgainstFiguresFromItsYearOnAndLastYearsStays() {
    RegionPack read = pack.read();

    assertThat(read.plansOn(LocalDate.parse("2024-12-31")))
        .extracting(RegionPack::planYear)
        .containsExactly(2024);
    assertThat(read.plansOn(LocalDate.parse("2025-01-01")))
        .extracting(RegionPack::planYear)
        .containsExactly(2024, 2025);
  }

  @Test
  void inJanuaryLastYearIsAssessed() {
    RegionPack read = pack.read();

    assertThat(read.assessedOn(LocalDate.parse("2025-01-31")).planYear()).isEqualTo(2024);
    assertThat(read.assessedOn(LocalDate.parse("2025-02-28")).planYear()).isEqualTo(2025);
    assertThat(read.assessedOn(LocalDate.parse("2023-02-28")).planYear())
        .as("without a plan of that year")
        .isEqualTo(2025);
  }

  @Test
  void eachPlanIsJudgedByItsOwnPolicy() {
    RegionPack read = pack.read();
    LocalDate january = LocalDate.parse("2025-01-31");

    assertThat(read.planOf(2024).orElseThrow().policies().on(january).policyId())
        .isEqualTo("threelands-1");
    assertThat(read.policies().on(january).policyId()).isEqualTo("threelands-2025");
  }

  @Test
  void ofOnePeriodInTwoCalendarsThePlanOfItsYearSaysWhenItIsDue() throws IOException {
    pack.add("plans/2025/calendar.csv", "gdp,A,2024,2025-06-30,true,");

    assertThat(pack.read().allCalendar())
        .filteredOn(entry -> entry.timePeriod().toString().equals("2024"))
        .extracting(CalendarEntry::dueDate)
        .containsExactly(LocalDate.parse("2025-03-31"));
  }

  @Test
  void theIdChangesWithAnyPlan() throws IOException {
    String before = pack.read().packId();

    pack.edit("plans/2024/policy.yaml", "growth_yoy: 1.0", "growth_yoy: 0.9");

    assertThat(pack.read().packId()).isNotEqualTo(before);
  }

  @Test
  void anIdNamesOneTargetInAllYears() throws IOException {
    pack.edit("plans/2025/targets.csv", "Y-1,", "X-1,");

    assertThat(faults())
        .singleElement()
        .asString()
        .contains("2025年方案中的编号“X-1”在2024年的方案中已经有了", "2025-X-1");
  }

  @Test
  void aFaultNamesTheFileOfThePlan() throws IOException {
    pack.edit("plans/2025/targets.csv", "growth_yoy,>=,7", "growth_yoy,>=,0.07");
    Path calendar = pack.folder().resolve("plans/2024/calendar.csv");
    Files.write(calendar, Files.readString(calendar).getBytes(Charset.forName("UTF-16")));

    assertThat(faults()).hasSize(2);
    assertThat(faults().get(0)).contains("plans/2024/calendar.csv", "不是UTF-8编码");
    assertThat(faults().get(1)).contains("plans/2025/targets.csv 第2行", "7%请写7");
  }

  @Test
  void whatIsWrongWithTheRegionIsToldOnce() throws IOException {
    pack.edit("areas.csv", "T02,乙县,Yi,T00", "T02,乙县,Yi,T77");

    assertThat(faults()).singleElement().asString().contains("areas.csv", "“T77”");
  }

  @Test
  void aDeadlineBelongsToTheYearOfItsPlan() throws IOException {
    pack.edit("plans/2025/targets.csv", "2025-12-31", "2024-12-31");

    assertThat(faults()).singleElement().asString().contains("期限2024-12-31不在方案年份2025年");
  }

  @Test
  void theYearOfThePackHasOnePlanOnly() throws IOException {
    Files.copy(
        pack.folder().resolve("plans/2025/targets.csv"), pack.folder().resolve("targets.csv"));

    assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("plans/2025/中也有2025年的方案"));
  }

  private List<String> faults() {
    return PackReader.examine(pack.folder()).faults().stream().map(PackFault::toString).toList();
  }
}
