package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.diaodu.domain.Comparator;
import org.diaodu.region.Target.OwnerBasis;
import org.junit.jupiter.api.Test;

/** X-1 stands for all places that repeat it; 确保 weighs most in the plan's policy. */
class TargetFoldingTest {
  private static final Map<String, BigDecimal> WEIGHTS =
      Map.of("确保", new BigDecimal("1.5"), "争取", new BigDecimal("0.8"));

  @Test
  void aLeadThatAnyPlaceNamesReplacesADefault() {
    assertThat(
            lead(
                place("X-1", "office", OwnerBasis.office_default, ""),
                place("Y-1", "bureau", OwnerBasis.item, "", "X-1")))
        .isEqualTo("bureau item");
  }

  @Test
  void aNamedLeadStaysWhateverTheOthersSay() {
    assertThat(
            lead(
                place("X-1", "bureau", OwnerBasis.inferred, ""),
                place("Y-1", "other", OwnerBasis.item, "", "X-1")))
        .isEqualTo("bureau inferred");
  }

  @Test
  void whereNoPlaceNamesOneTheDefaultStays() {
    assertThat(
            lead(
                place("X-1", "office", OwnerBasis.office_default, ""),
                place("Y-1", "elsewhere", OwnerBasis.office_default, "", "X-1")))
        .isEqualTo("office office_default");
  }

  @Test
  void theFirmestWordOfAllPlacesHolds() {
    assertThat(word("力争", "确保")).isEqualTo("确保");
    assertThat(word("", "确保")).isEqualTo("确保");
    assertThat(word("确保", "")).isEqualTo("确保");
    assertThat(word("争取", "")).as("no word is firmer than to strive for it").isEmpty();
    assertThat(word("", "力争")).as("of equal weight the order of the words").isEmpty();
  }

  @Test
  void placesThatRepeatStayAsTheyAreAndSoDoesTheOrder() {
    List<Target> targets =
        List.of(
            place("Y-1", "bureau", OwnerBasis.item, "力争", "X-1"),
            place("X-1", "office", OwnerBasis.office_default, "确保"));

    assertThat(TargetFolding.folded(targets, WEIGHTS))
        .containsExactly(targets.get(0), place("X-1", "bureau", OwnerBasis.item, "确保"));
  }

  private static String lead(Target... places) {
    Target folded = TargetFolding.folded(Arrays.asList(places), WEIGHTS).get(0);
    return folded.owner() + " " + folded.ownerBasis();
  }

  private static String word(String own, String repeated) {
    return TargetFolding.folded(
            List.of(
                place("X-1", "bureau", OwnerBasis.item, own),
                place("Y-1", "bureau", OwnerBasis.item, repeated, "X-1")),
            WEIGHTS)
        .get(0)
        .commitment();
  }

  private static Target place(
      String id, String owner, OwnerBasis basis, String commitment, String... sameAs) {
    return new Target(
        id,
        0,
        "action",
        "1",
        "",
        "目标",
        Target.TargetClass.quantified,
        Target.Kind.growth_yoy,
        Comparator.AT_LEAST,
        "",
        BigDecimal.ONE,
        "%",
        List.of(),
        commitment,
        List.of("T00"),
        owner,
        basis,
        List.of(),
        List.of(sameAs),
        "2024-12-31",
        "",
        "");
  }
}
