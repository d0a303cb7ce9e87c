package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The target, task and responsibility lists of the pack that comes with the program. */
class PlanListsTest {
  @TempDir private Path folder;
  private PackCopy pack;

  @BeforeEach
  void copy() throws IOException {
    pack = new PackCopy(Packs.XIANGXI, folder.resolve("pack"));
  }

  @Test
  void thePlanHasAllItsTargetsTasksAndConflicts() {
    RegionPack plan = pack.read();

    assertThat(plan.targets()).hasSize(401);
    assertThat(plan.distinctTargets()).hasSize(302);
    assertThat(plan.tasks()).hasSize(159);
    assertThat(plan.conflicts()).hasSize(29);
    assertThat(plan.actions())
        .as("the members that the annexes list")
        .extracting(action -> action.members().size())
        .containsExactly(11, 23, 21, 23, 16, 22, 29, 16);
    assertThat(plan.actions()).extracting(Action::chiefConvenor).containsOnly("州长");
    assertThat(plan.tasks().stream().filter(t -> t.areas().contains("XXGXQ")).count())
        .as("tasks that the zone answers for")
        .isEqualTo(131);
  }

  @Test
  void boardingSchoolsAreAllocatedToEightCountiesAndAddUp() {
    assertThat(
            pack.read().targets().stream()
                .filter(
                    t ->
                        t.argument(TargetRule.Kind.allocation_of)
                            .filter("T-6-20-1"::equals)
                            .isPresent())
                .mapToInt(t -> t.value().intValueExact())
                .sum())
        .isEqualTo(24);
  }

  @Test
  void aMissingTaskIsFoundByTheCount() throws IOException {
    pack.edit("plan.yaml", "tasks: 159", "tasks: 160");

    assertThat(faults()).singleElement().asString().contains("plan.yaml", "tasks应为160，清单里是159");
  }

  @Test
  void aTargetThatIsListedTwiceIsFound() throws IOException {
    pack.edit(
        "targets.csv",
        "xz_fgw,office_default,,T-0-1-1,2024-12-31",
        "xz_fgw,office_default,,,2024-12-31");

    assertThat(faults()).anySatisfy(f -> assertThat(f).contains("与目标T-0-1-1完全相同，会被算两次"));
  }

  @Test
  void anAllocationThatDoesNotAddUpIsFound() throws IOException {
    pack.edit(
        "targets.csv",
        "increment,>=,5,所,allocation_of:T-6-20-1,,433130",
        "increment,>=,6,所,allocation_of:T-6-20-1,,433130");

    assertThat(faults()).singleElement().asString().contains("目标值24，分到各地的合计是25");
  }

  @Test
  void everyReferenceMustResolve() throws IOException {
    pack.edit(
            "tasks.csv", "K-1-3,1,产业培塑行动,3,绿色食品加工业,xz_gxj,", "K-1-3,1,产业培塑行动,3,绿色食品加工业,xz_nobody,")
        .edit("targets.csv", "higher_than:gdp", "higher_than:gdq")
        .edit("targets.csv", "together:T-1-5-3", "together:T-1-5-9")
        .edit("conflicts.csv", "T-0-5-4;T-2-15-10;T-5-0-4", "T-0-5-4;T-2-15-99;T-5-0-4")
        .edit("policy.yaml", "phased_by_history: [T-1-1-1,", "phased_by_history: [T-9-9-9,");

    assertThat(faults())
        .anySatisfy(f -> assertThat(f).contains("tasks.csv", "单位“xz_nobody”不在units.csv中"))
        .anySatisfy(f -> assertThat(f).contains("对照的指标“gdq”不在indicators.csv中"))
        .anySatisfy(f -> assertThat(f).contains("rule中的“T-1-5-9”不是另一个目标"))
        .anySatisfy(f -> assertThat(f).contains("conflicts.csv", "目标“T-2-15-99”不在targets.csv中"))
        .anySatisfy(f -> assertThat(f).contains("policy.yaml", "目标“T-9-9-9”不在targets.csv中"));
  }

  @Test
  void aPromiseOfTwoTargetsIsWrittenOnBothSides() throws IOException {
    pack.edit("targets.csv", "together:T-8-P6-1", "since_launch");

    assertThat(faults()).singleElement().asString().contains("没有反过来写together");
  }

  @Test
  void aTargetWithoutAValueMustSayThatOthersSetIt() throws IOException {
    pack.edit(
        "targets.csv",
        "T-8-P9-1,8,民生可感行动,省定(9),barrier_free_homes,困难重度残疾人家庭无障碍改造户数,external_value",
        "T-8-P9-1,8,民生可感行动,省定(9),barrier_free_homes,困难重度残疾人家庭无障碍改造户数,quantified");

    assertThat(faults()).anySatisfy(f -> assertThat(f).contains("没有写value"));
  }

  @Test
  void everyOwnerByDefaultSaysSo() {
    assertThat(
            pack.read().distinctTargets().stream()
                .filter(t -> t.ownerBasis() == Target.OwnerBasis.office_default))
        .hasSize(32)
        .allSatisfy(t -> assertThat(t.note()).as(t.targetId()).contains("方案未逐项写明牵头单位"));
  }

  private List<String> faults() {
    return PackReader.examine(pack.folder()).faults().stream().map(PackFault::toString).toList();
  }
}
