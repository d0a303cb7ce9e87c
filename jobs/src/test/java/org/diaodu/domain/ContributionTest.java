package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ContributionTest {
  private static final Contribution.Aggregate GROWN_BY_PUBLISHED_EIGHT =
      new Contribution.Aggregate(d("400"), d("440"), d("8"), Growth.Basis.published, null);

  @Test
  void besideAPublishedGrowthItIsLastYearsShareTimesThatGrowth() {
    Contribution.Result result =
        Contribution.of(component("120", "100", "6"), GROWN_BY_PUBLISHED_EIGHT);

    assertThat(result.points()).as("100 / 400 × 6").isEqualByComparingTo("1.5");
    assertThat(result.basis()).isEqualTo(Growth.Basis.published);
    assertThat(result.ratePct()).as("1.5 of 8").isEqualByComparingTo("18.75");
  }

  @Test
  void besideAComputedGrowthItFollowsFromTheLevels() {
    Contribution.Result result =
        Contribution.of(
            component("120", "100", null),
            new Contribution.Aggregate(d("400"), d("440"), d("10"), Growth.Basis.computed, null));

    assertThat(result.points()).as("20 / 400").isEqualByComparingTo("5");
    assertThat(result.basis()).isEqualTo(Growth.Basis.computed);
    assertThat(result.ratePct()).as("20 of the 40").isEqualByComparingTo("50");
  }

  @Test
  void aRateNeverDividesOneBasisByAnother() {
    Contribution.Result result =
        Contribution.of(component("120", "100", null), GROWN_BY_PUBLISHED_EIGHT);

    assertThat(result.points()).isEqualByComparingTo("5");
    assertThat(result.ratePct()).isNull();
    assertThat(result.whyNoRate()).isEqualTo(NotComputed.basis_differs);
  }

  @Test
  void nothingIsAPartOfNoGrowth() {
    Contribution.Result unchanged =
        Contribution.of(
            component("120", "100", null),
            new Contribution.Aggregate(d("400"), d("400"), d("0"), Growth.Basis.computed, null));
    Contribution.Result unknown =
        Contribution.of(
            component("120", "100", null),
            new Contribution.Aggregate(d("400"), null, null, null, null));

    assertThat(unchanged.points()).isEqualByComparingTo("5");
    assertThat(unchanged.whyNoRate()).isEqualTo(NotComputed.zero_growth);
    assertThat(unknown.whyNoRate()).isEqualTo(NotComputed.no_aggregate_growth);
  }

  @Test
  void aGrowthThatIsToBePublishedIsNotAnticipatedFromLevels() {
    Contribution.Component waiting =
        new Contribution.Component(d("120"), d("100"), null, null, GrowthSource.published);

    assertThat(Contribution.of(waiting, GROWN_BY_PUBLISHED_EIGHT).why())
        .isEqualTo(NotComputed.growth_not_published);
  }

  @Test
  void aLossThatTurnsIntoAProfitContributesThoughItHasNoGrowth() {
    Contribution.Result result =
        Contribution.of(
            component("10", "-5", null),
            new Contribution.Aggregate(d("100"), d("120"), d("20"), Growth.Basis.computed, null));

    assertThat(result.points()).isEqualByComparingTo("15");
    assertThat(result.ratePct()).isEqualByComparingTo("75");
  }

  @Test
  void whatHasTooManyDigitsSaysSo() {
    Contribution.Result result =
        Contribution.of(
            component("999999999999", "1", null),
            new Contribution.Aggregate(
                d("0.000001"), d("999999999999"), d("1"), Growth.Basis.computed, null));

    assertThat(result.points()).isNull();
    assertThat(result.why()).isEqualTo(NotComputed.out_of_range);
  }

  private static Contribution.Component component(String level, String ago, String published) {
    return new Contribution.Component(
        d(level),
        d(ago),
        published == null ? null : d(published),
        null,
        GrowthSource.published_else_computed);
  }

  private static BigDecimal d(String text) {
    return new BigDecimal(text);
  }
}
