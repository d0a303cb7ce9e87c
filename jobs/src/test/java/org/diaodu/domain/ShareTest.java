package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  void theShareIsRoundedOnceToSixDecimals() {
    assertThat(Share.percent(new BigDecimal("2"), new BigDecimal("3")))
        .contains(new BigDecimal("66.666667"));
  }

  @Test
  void withoutAPositiveTotalThereIsNoShare() {
    assertThat(Share.percent(BigDecimal.ONE, BigDecimal.ZERO)).isEmpty();
    assertThat(Share.percent(BigDecimal.ONE, null)).isEmpty();
    assertThat(Share.percent(null, BigDecimal.ONE)).isEmpty();
  }
}
