package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several policies in one pack, each with its days. */
class PoliciesTest {
  @TempDir private Path folder;
  private PackCopy pack;

  @BeforeEach
  void copy() throws IOException {
    pack = new PackCopy(Packs.THREELANDS, folder);
  }

  @Test
  void onEachDayTheLastThatHadBegunIsInForce() throws IOException {
    second("threelands-2", "2024-09-01");

    Policies policies = pack.read().policies();

    assertThat(id(policies, "2023-06-01")).as("before the first").isEqualTo("threelands-1");
    assertThat(id(policies, "2024-01-01")).isEqualTo("threelands-1");
    assertThat(id(policies, "2024-08-31")).isEqualTo("threelands-1");
    assertThat(id(policies, "2024-09-01")).isEqualTo("threelands-2");
    assertThat(id(policies, "2025-03-01")).isEqualTo("threelands-2");
  }

  @Test
  void aFigureBelongsToTheDispatchAtTheEndOfTheMonthInWhichItIsDue() throws IOException {
    second("threelands-2", "2024-09-01");

    Policies policies = pack.read().policies();

    assertThat(policies.ofFigureDue(LocalDate.parse("2024-08-20")).policyId())
        .isEqualTo("threelands-1");
    assertThat(policies.ofFigureDue(LocalDate.parse("2024-09-20")).policyId())
        .isEqualTo("threelands-2");
  }

  @Test
  void otherNumbersHaveAnotherId() throws IOException {
    second("threelands-1", "2024-09-01");

    assertThat(faults())
        .singleElement()
        .asString()
        .contains("policy-2.yaml", "policy_id“threelands-1”已经是另一个办法的");
  }

  @Test
  void twoCannotBeginOnOneDay() throws IOException {
    second("threelands-2", "2024-01-01");

    assertThat(faults()).singleElement().asString().contains("同一天（2024-01-01）起施行");
  }

  @Test
  void theyFollowEachOther() throws IOException {
    second("threelands-2", "2024-09-01");

    pack.edit(
        "policy.yaml", "valid_from: 2024-01-01", "valid_from: 2024-01-01\nvalid_to: 2024-07-31");
    assertThat(faults())
        .singleElement()
        .asString()
        .contains("policy-2.yaml", "办法threelands-1施行到2024-07-31，这一个却从2024-09-01起");

    pack.edit("policy.yaml", "valid_to: 2024-07-31", "valid_to: 2024-08-31");
    assertThat(faults()).isEmpty();
  }

  @Test
  void aValidityTurnedRoundIsFound() throws IOException {
    pack.edit(
        "policy.yaml", "valid_from: 2024-01-01", "valid_from: 2024-01-01\nvalid_to: 2023-12-31");

    assertThat(faults())
        .singleElement()
        .asString()
        .contains("valid_to 2023-12-31早于valid_from 2024-01-01");
  }

  @Test
  void aPackWithoutAnyIsJudgedByUsualTolerances() throws IOException {
    Files.delete(pack.folder().resolve("policy.yaml"));

    Policy usual = pack.read().policies().on(LocalDate.of(2024, 7, 1));

    assertThat(usual.policyId()).isEqualTo("usual-2024");
    assertThat(usual.tolerances().yellowWithin().get(Target.Kind.growth_yoy).number())
        .isEqualByComparingTo("1");
    assertThat(usual.text()).contains("growth_yoy: 1");
  }

  @Test
  void whatAPolicyDoesNotSayOfTolerancesIsUsual() throws IOException {
    Files.writeString(pack.folder().resolve("policy.yaml"), "policy_id: bare\n");

    Policy bare = pack.read().policies().on(LocalDate.of(2024, 7, 1));

    assertThat(bare.tolerances().yellowWithin().get(Target.Kind.increment).number())
        .isEqualByComparingTo("5");
  }

  private void second(String id, String from) throws IOException {
    String first = Files.readString(pack.folder().resolve("policy.yaml"));
    Files.writeString(
        pack.folder().resolve("policy-2.yaml"),
        first.replace("threelands-1", id).replace("2024-01-01", from));
  }

  private static String id(Policies policies, String day) {
    return policies.on(LocalDate.parse(day)).policyId();
  }

  private List<String> faults() {
    return PackReader.examine(pack.folder()).faults().stream().map(PackFault::toString).toList();
  }
}
