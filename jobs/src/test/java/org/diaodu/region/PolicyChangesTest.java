package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy of three lands, stored with one text and now read with another. */
class PolicyChangesTest {
  private static final Policy POLICY = Packs.threelands().policies().inOrder().get(0);

  @Test
  void whatIsAsItWasIsNoChange() {
    assertThat(found(POLICY.text())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "growth_yoy: 1.0, growth_yoy: 2.0, tolerances",
    "increment: 5, increment: 6, tolerances",
    "about_within: 0.5, about_within: 2%, tolerances",
    "applies_to_counties: [X-1], 'applies_to_counties: [X-1, X-2]', applies_to_counties",
    "valid_from: 2024-01-01, valid_from: 2024-02-01, valid_from",
    "about_within: 0.5, 'about_within: 0.5\ndue_days: 25', due_days",
    "about_within: 0.5, 'about_within: 0.5\nassessment: {praise_from: 90}', assessment",
    "about_within: 0.5, 'about_within: 0.5\nreporting: {tasks: quarterly}', reporting"
  })
  void anotherNumberUnderTheSameIdIsFound(String then, String now, String field) {
    String stored = POLICY.text().replace(then, now);
    assertThat(stored).isNotEqualTo(POLICY.text());

    assertThat(found(stored))
        .singleElement()
        .satisfies(fault -> assertThat(fault.found()).contains("threelands-1", field));
  }

  @ParameterizedTest
  @CsvSource({
    "growth_yoy: 1.0, growth_yoy: 1",
    "growth_yoy: 1.0, growth_yoy: 1.00  # 百分点",
    "about_within: 0.5, 'about_within: 0.5\ndue_days: 20'",
    "policy_id: threelands-1, '# 三县\npolicy_id: threelands-1'"
  })
  void theSameNumbersWrittenOtherwiseAreNoChange(String then, String now) {
    assertThat(found(POLICY.text().replace(then, now))).isEmpty();
  }

  @Test
  void aNewIdMayHaveAnyNumbers() {
    assertThat(PolicyChanges.of(List.of(POLICY), Map.of())).isEmpty();
  }

  private static List<PackFault> found(String stored) {
    return PolicyChanges.of(List.of(POLICY), Map.of(POLICY.policyId(), stored));
  }
}
