package org.diaodu.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.completeness.OwedLists.OwedList;
import org.diaodu.domain.Owed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.region.RegionPack;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;

/** Three lands on 1 July 2024. */
class OwedListsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 1);

  private final RegionPack pack = Packs.threelands();

  @Test
  void whoOwesNothingSoonHasNoList() {
    assertThat(lists(7, row("T01", "2024-06", "2024-07-20"))).isEmpty();
  }

  @Test
  void whatIsDueOnTheLastDayIsListed() {
    assertThat(lists(19, row("T01", "2024-06", "2024-07-20")))
        .singleElement()
        .satisfies(list -> assertThat(list.due()).isEqualTo(1));
    assertThat(lists(18, row("T01", "2024-06", "2024-07-20"))).isEmpty();
  }

  @Test
  void periodsOfOneThingStandOnOneLine() {
    OwedList list =
        lists(
                7,
                row("T01", "2024-03", "2024-04-20"),
                row("T01", "2024-04", "2024-05-20"),
                row("T01", "2024-06", "2024-07-05"))
            .get(0);

    assertThat(list.text())
        .isEqualTo(
            """
            甲县人民政府：
            截至2024-07-01，应报未报事项如下。

            已逾期1项（共2期），请尽快补报；确实没有的，请说明原因。
              2024-04-20 逾期72天〔统计数据〕社会消费品零售总额，2024-03至2024-04（共2期），报送日历写明

            7日内到期1项，请按时报送。
              2024-07-05 还有4天〔统计数据〕社会消费品零售总额，2024-06，报送日历写明
            """);
  }

  @Test
  void periodsThatDoNotFollowEachOtherAreToldApart() {
    assertThat(
            lists(
                    0,
                    row("T01", "2024-02", "2024-03-20"),
                    row("T01", "2024-04", "2024-05-20"),
                    row("T01", "2024-05", "2024-06-20"))
                .get(0)
                .text())
        .contains("2024-02、2024-04至2024-05（共3期）");
  }

  @Test
  void whatUnitsOweTogetherStandsInTheListOfEach() {
    Demand together =
        new Demand(
            Owed.Kind.target,
            "X-1",
            "",
            "T00",
            TimePeriod.of("2024-05"),
            Owing.together(List.of("t_office", "t_roads")),
            false,
            List.of("X-1"),
            Owed.Basis.assumed,
            LocalDate.of(2024, 6, 20),
            "方案没有写明频次，按月填报");

    assertThat(OwedLists.of(pack, List.of(OwedRow.of(together, Receipt.NONE, DAY)), DAY, 7))
        .extracting(OwedList::name)
        .containsExactly("试验局", "t_roads");
  }

  @Test
  void whatCameIsNotListed() {
    Demand came = demand("T01", "2024-03", "2024-04-20");

    assertThat(
            OwedLists.of(
                pack,
                List.of(
                    OwedRow.of(
                        came,
                        Receipt.on(LocalDate.of(2024, 6, 1), org.diaodu.domain.Provenance.official),
                        DAY)),
                DAY,
                7))
        .isEmpty();
  }

  private List<OwedList> lists(int within, OwedRow... rows) {
    return OwedLists.of(pack, Stream.of(rows).toList(), DAY, within);
  }

  private static OwedRow row(String area, String period, String due) {
    return OwedRow.of(demand(area, period, due), Receipt.NONE, DAY);
  }

  private static Demand demand(String area, String period, String due) {
    return Demand.figure(
        "retail_sales",
        area,
        TimePeriod.of(period),
        Owing.government(area, List.of()),
        List.of(),
        Owed.Basis.calendar,
        LocalDate.parse(due),
        "报送日历写明");
  }
}
