package org.diaodu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diaodu.contract.CountedTwice.overlapping_periods;
import static org.diaodu.contract.CountedTwice.pack_versions;
import static org.diaodu.contract.CountedTwice.totals_and_parts;
import static org.diaodu.contract.CountedTwice.vintages;

import org.junit.jupiter.api.Test;

class CountedTwiceTest {
  @Test
  void itFollowsFromTheKeyOfATable() {
    assertThat(of(Table.OBSERVATIONS))
        .containsExactly(vintages, totals_and_parts, overlapping_periods);
    assertThat(of(Table.GROWTH)).containsExactly(totals_and_parts, overlapping_periods);
    assertThat(of(Table.AREAS)).containsExactly(pack_versions);
    assertThat(of(Table.CAPITAL_SHARE)).containsExactly(overlapping_periods);
    assertThat(of(Table.TASK_STATUS)).isEmpty();
  }

  private static java.util.List<CountedTwice> of(Table table) {
    return CountedTwice.of(ContractReader.read(table));
  }
}
