package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who drafts, reviews and signs, as a pack says it. */
class SignOffReaderTest {
  private final List<PackFault> faults = new ArrayList<>();

  @Test
  void rolesHaveNames() {
    assertThat(SignOffReader.read("draft: [甲, 乙]\nreview: [乙]\nsign: [丙]\n", faults))
        .isEqualTo(new SignOff(List.of("甲", "乙"), List.of("乙"), List.of("丙")));
    assertThat(faults).isEmpty();
  }

  @Test
  void aPackWithoutThemPublishesWithoutSignature() {
    assertThat(SignOffReader.read("", faults).isRequired()).isFalse();
    assertThat(faults).isEmpty();
  }

  @Test
  void aRoleThatNobodyHasIsAFault() {
    SignOffReader.read("draft: [甲]\nsign: [丙]\n", faults);

    assertThat(faults).anySatisfy(fault -> assertThat(fault.toString()).contains("review没有写人"));
  }

  @Test
  void twoPeopleAreTooFew() {
    SignOffReader.read("draft: [甲]\nreview: [乙]\nsign: [甲]\n", faults);

    assertThat(faults).singleElement().asString().contains("不到三个人");
  }
}
