package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Who answers for targets of the plan that comes with the program. */
class ResponsibilityTest {
  private static final RegionPack PACK = Packs.xiangxi();
  private static final Responsibility.OfPlan PLAN = PACK.responsibilities();

  @Test
  void everyLeadOfAnItemWithSeveralAnswersForItsTarget() {
    assertThat(leads("T-2-2-1")).containsExactly("xz_wlgdj", "xz_kjj");
    assertThat(leads("T-2-17-1")).containsExactly("xz_jrb", "xz_rmyh", "xz_kjj");
  }

  @Test
  void whereTheOrderOfTheClausesTellsTheLeadNobodyElseAnswers() {
    assertThat(leads("T-6-21-3")).as("water supply, the second clause").containsExactly("xz_slj");
    assertThat(leads("T-6-21-1")).as("roads, the first clause").containsExactly("xz_jtysj");
  }

  @Test
  void anItemWithOneLeadDoesNotShareItWithThoseOfARepetition() {
    assertThat(leads("T-1-6-2")).as("repeated under seven leads").containsExactly("xz_fgw");
  }

  @Test
  void aFoldedTargetHasTheLeadsOfTheItemThatNamesThem() {
    assertThat(leads("T-0-24-3")).containsExactly("xz_czj", "xz_swuj");
    assertThat(leads("T-0-24-4")).containsExactly("xz_jrb");
  }

  @Test
  void aPartOfTheWholeIsAnsweredForByItsGovernmentUnderTheLeads() {
    Target target = target("T-0-3-1");

    assertThat(PLAN.of(target, "433125"))
        .isEqualTo(
            new Responsibility("433125", List.of(), List.of("xz_swj"), Responsibility.Basis.area));
    assertThat(PLAN.of(target, "433100").owner()).isEqualTo("xz_swj");
    assertThat(PACK.answererName("433125")).isEqualTo("保靖县人民政府");
  }

  private static List<String> leads(String target) {
    return PLAN.leads(target(target));
  }

  private static Target target(String id) {
    return PACK.target(id).orElseThrow();
  }
}
