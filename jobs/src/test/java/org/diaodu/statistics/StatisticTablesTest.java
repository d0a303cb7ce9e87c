package org.diaodu.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.contract.Table;
import org.diaodu.region.RegionPack;
import org.diaodu.table.TableRows;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

class StatisticTablesTest {
  /** What a night receives, and what it writes down of itself and of the pack. */
  private static final Set<Table> NOT_COMPUTED =
      EnumSet.of(
          Table.SOURCE_FILES,
          Table.QUARANTINE,
          Table.HELD,
          Table.CONFIRMATIONS,
          Table.OBSERVATIONS,
          Table.PROGRESS,
          Table.AREAS,
          Table.INDICATORS,
          Table.TARGETS,
          Table.TASKS,
          Table.ACTIONS,
          Table.CONFLICTS,
          Table.UNITS,
          Table.POLICIES,
          Table.RELEASES,
          Table.DISPATCH_FIGURES,
          Table.JOB_RUNS);

  @Test
  void everyTableIsReceivedOrComputedByOneDeclaration() {
    List<Table> declared = StatisticTables.ALL.stream().map(StatisticTable::table).toList();

    assertThat(declared)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Table.values()).filter(table -> !NOT_COMPUTED.contains(table)).toList());
  }

  @Test
  void whatATableReadsIsComputedBeforeIt() {
    Set<Table> known = new HashSet<>(NOT_COMPUTED);
    for (List<StatisticTable> group : StatisticTables.inOrder()) {
      for (StatisticTable of : group) {
        assertThat(known).as("what is known before %s", of.table()).containsAll(of.reads());
      }
      group.forEach(of -> known.add(of.table()));
    }

    assertThat(known).containsExactlyInAnyOrder(Table.values());
  }

  @Test
  void aTableThatLooksAtMoreThanItDeclaresIsRefused() {
    StatisticTable growthFromProgress =
        StatisticTable.of(
            Table.GROWTH,
            List.of(Table.OBSERVATIONS),
            Reach.ANY_ROW,
            in -> new TableRows.Queried(in.rows(Table.PROGRESS)));
    RegionPack pack = Packs.threelands();
    KnownOnADay nothing =
        new KnownOnADay(null, pack, LocalDate.of(2024, 6, 30), table -> null, false);

    assertThatThrownBy(() -> growthFromProgress.rows(nothing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GROWTH from PROGRESS");
  }
}
