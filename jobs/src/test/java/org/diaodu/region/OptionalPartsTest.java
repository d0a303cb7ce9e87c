package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pack may leave out, each by itself, and what it then means. */
class OptionalPartsTest {
  private static final String AREAS =
      """
      ref_area,name_zh,name_en,parent,level,is_capital,in_total,aliases,valid_from,valid_to,succeeds
      900,某州,Some State,,state,false,true,全州,,,
      901,东县,East,900,county,true,true,东,,,
      902,西县,West,900,county,false,true,西,,,
      """;
  private static final String INDICATORS =
      """
      indicator,name_zh,name_en,unit,kind,freq,accumulation,additive,growth_source,better,decimals,plausible_min,plausible_max,aliases,reporter,valid_from,valid_to
      retail_sales,社零,Retail sales,亿元,flow,M,YTD,false,published_else_computed,up,2,0,100,社消零,office,2000-01-01,
      loans,贷款余额,Loans,亿元,stock,M,EOP,false,published_else_computed,up,0,,,,office,,
      """;
  private static final String TARGETS =
      """
      target_id,annex,action,item_no,indicator,name_zh,class,kind,comparator,value,unit,rule,commitment,scope,owner,owner_basis,participants,same_as,deadline,measure_note,note
      T-1,1,促消费行动,1,retail_sales,社零增速,directional,growth_yoy,up,,%,all_year,力争,900,office,item,,,2024-12-31,月报,说明
      T-2,1,促消费行动,2,loans,贷款余额,directional,level,up,,亿元,,力争,900,office,item,,,2024-12-31,,
      """;
  private static final String CALENDAR =
      """
      indicator,freq,time_period,due_date,expected,note
      retail_sales,M,2024-06,2024-07-20,true,月报
      """;
  private static final String TASKS =
      """
      task_id,annex,action,item_no,name_zh,leads,lead_mode,leads_open,participants,participants_open,areas,targets,milestones
      K-1,1,促消费行动,1,办好购物节,office,single,false,,false,901,T-1,购物节开幕
      """;
  private static final String ACTIONS =
      """
      annex,name_zh,convenor,chief_convenor,deputies,members,office
      1,促消费行动,分管领导,市长,office,office,office
      """;
  private static final String CONFLICTS =
      """
      conflict_id,topic,reading_1,place_1,reading_2,place_2,in_force,reason,targets
      C-1,社零,6%,第1段,7%,附件,open,待定,T-1
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aPackThatLeavesNothingOut() throws IOException {
    write(
        "region.yaml",
        """
        name_zh: 某州
        name_en: Some State
        total_area: "900"
        capital_area: "901"
        plan_year: 2024
        time_zone: Asia/Shanghai
        """);
    write("areas.csv", AREAS);
    write("indicators.csv", INDICATORS);
    write("targets.csv", TARGETS);
    write("units.csv", "unit,name_zh,role,aliases\noffice,某局,办公室,局\n");
    write("calendar.csv", CALENDAR);
    write("tasks.csv", TASKS);
    write("actions.csv", ACTIONS);
    write("conflicts.csv", CONFLICTS);
    write("plan.yaml", "title_zh: 某方案\ndocument: 1号\nissued: 2024-01-01\n");
    write(
        "policy.yaml",
        "policy_id: p\nvalid_from: 2024-01-01\nyellow_within: {growth_yoy: 1}\nabout_within: 1\n");
    assertThat(PackReader.examine(folder).faults()).isEmpty();
  }

  static List<Arguments> columns() {
    return Stream.of(
            "areas.csv: name_en parent level is_capital in_total aliases valid_from valid_to"
                + " succeeds",
            "indicators.csv: name_en accumulation additive growth_source better decimals"
                + " plausible_min plausible_max aliases reporter valid_from valid_to",
            "targets.csv: annex action item_no name_zh class value unit rule commitment scope owner"
                + " owner_basis participants same_as deadline measure_note note",
            "units.csv: role aliases",
            "calendar.csv: freq due_date expected note",
            "tasks.csv: annex action item_no lead_mode leads_open participants participants_open"
                + " areas targets milestones",
            "actions.csv: convenor chief_convenor deputies members",
            "conflicts.csv: place_1 place_2 in_force reason targets")
        .flatMap(
            file ->
                Arrays.stream(file.split(": ")[1].split(" "))
                    .map(column -> Arguments.of(file.split(": ")[0], column)))
        .toList();
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("columns")
  void anOptionalColumnMayBeLeftOut(String file, String column) throws IOException {
    // A day that is due is only told of what is expected.
    if (column.equals("due_date")) {
      write(file, CALENDAR.replace(",true,", ",false,"));
    }
    write(file, without(Files.readString(folder.resolve(file)), column));

    assertThat(PackReader.examine(folder).faults()).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("columns")
  void anOptionalCellMayBeEmpty(String file, String column) throws IOException {
    if (column.equals("due_date")) {
      write(file, CALENDAR.replace(",true,", ",false,"));
    }
    // An empty parent says that an area lies in nothing, which is another statement.
    if (!column.equals("parent")) {
      write(file, emptied(Files.readString(folder.resolve(file)), column));
    }

    assertThat(PackReader.examine(folder).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calendar.csv",
        "tasks.csv",
        "actions.csv",
        "conflicts.csv",
        "plan.yaml",
        "policy.yaml"
      })
  void anOptionalFileMayBeLeftOut(String file) throws IOException {
    Files.delete(folder.resolve(file));

    assertThat(PackReader.examine(folder).faults()).isEmpty();
  }

  @Test
  void aPackThatNamesUnitsNeedsTheirListAndSaysSoOnce() throws IOException {
    Files.delete(folder.resolve("units.csv"));

    assertThat(PackReader.examine(folder).faults())
        .singleElement()
        .asString()
        .contains("units.csv", "没有这个文件", "单位“office”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name_en", "capital_area", "time_zone"})
  void anOptionalFieldMayBeLeftOut(String field) throws IOException {
    String text = Files.readString(folder.resolve("region.yaml"));
    write("region.yaml", text.replaceAll("(?m)^" + field + ":.*\n", ""));
    write("areas.csv", without(AREAS, "is_capital"));

    assertThat(PackReader.examine(folder).faults()).isEmpty();
  }

  @Test
  void whatIsLeftOutMeansTheUsual() throws IOException {
    Stream.of("units.csv", "tasks.csv", "conflicts.csv", "actions.csv", "plan.yaml")
        .forEach(file -> folder.resolve(file).toFile().delete());
    write("areas.csv", "ref_area,name_zh\n900,某州\n901,东县\n");
    write(
        "indicators.csv",
        "indicator,name_zh,unit,kind,freq\nretail_sales,社零,亿元,flow,M\nloans,贷款,亿元,stock,M\n");
    write("targets.csv", "target_id,indicator,kind,comparator\nT-1,retail_sales,growth_yoy,up\n");
    write("calendar.csv", "indicator,time_period,due_date\nretail_sales,2024-Q2,2024-07-20\n");

    RegionPack pack = PackReader.read(folder);

    assertThat(pack.area("901").orElseThrow().parent()).isEqualTo("900");
    assertThat(pack.area("901").orElseThrow().capital()).isTrue();
    assertThat(pack.indicator("retail_sales").orElseThrow().accumulation())
        .isEqualTo(Accumulation.YTD);
    assertThat(pack.indicator("loans").orElseThrow().accumulation()).isEqualTo(Accumulation.EOP);
    assertThat(pack.indicator("loans").orElseThrow().additive())
        .as("nothing is added up that nobody said adds up")
        .isFalse();
    Target target = pack.targets().get(0);
    assertThat(target.nameZh()).isEqualTo("社零");
    assertThat(target.unit()).isEqualTo("%");
    assertThat(target.targetClass()).isEqualTo(Target.TargetClass.directional);
    assertThat(target.scope()).containsExactly("900");
    assertThat(pack.answererName(target.owner())).isEqualTo("某州人民政府");
    assertThat(target.isNobodys()).isTrue();
    assertThat(target.deadline()).isEqualTo("2024-12-31");
    CalendarEntry entry = pack.calendar().get(0);
    assertThat(entry.frequency()).isEqualTo(Frequency.Q);
    assertThat(entry.expected()).isTrue();
  }

  @Test
  void allColumnsThatAreMissingAreOneFault() throws IOException {
    write("indicators.csv", "indicator,name_zh\nretail_sales,社零\nloans,贷款余额\n");

    assertThat(PackReader.examine(folder).faults())
        .singleElement()
        .asString()
        .contains("indicators.csv 第1行：表头缺少列“unit”、“kind”、“freq”");
  }

  @Test
  void aRegionWithoutACapitalHasNoTargetForItsShare() throws IOException {
    write("region.yaml", "name_zh: 某州\ntotal_area: \"900\"\nplan_year: 2024\n");
    write("areas.csv", without(AREAS, "is_capital"));
    write(
        "targets.csv", "target_id,indicator,kind,comparator\nT-1,retail_sales,capital_share,up\n");
    write("conflicts.csv", "conflict_id,topic,reading_1,reading_2\n");

    assertThat(PackReader.examine(folder).faults())
        .singleElement()
        .asString()
        .contains("targets.csv 第2行", "region.yaml却没有capital_area");
  }

  @Test
  void aColumnOfCodesThatIsMissingIsOneFaultAndNoRepetition() throws IOException {
    write("indicators.csv", without(INDICATORS, "indicator"));

    assertThat(PackReader.examine(folder).faults())
        .singleElement()
        .asString()
        .contains("表头缺少列“indicator”");
  }

  @Test
  void governmentsOfAreasThatCannotBeReadAreNoFurtherFault() throws IOException {
    write("targets.csv", without(TARGETS, "owner"));
    Files.write(
        folder.resolve("areas.csv"), AREAS.getBytes(java.nio.charset.Charset.forName("GB18030")));

    assertThat(PackReader.examine(folder).faults())
        .singleElement()
        .asString()
        .contains("areas.csv", "不是UTF-8编码");
  }

  @ParameterizedTest
  @ValueSource(strings = {"areas.csv", "indicators.csv", "targets.csv", "region.yaml"})
  void aFileThatIsNeededIsOneFaultHoweverMuchRestsOnIt(String file) throws IOException {
    Files.delete(folder.resolve(file));

    assertThat(PackReader.examine(folder).faults())
        .singleElement()
        .asString()
        .contains(file, "没有这个文件");
  }

  @ParameterizedTest
  @ValueSource(strings = {"areas.csv", "targets.csv", "units.csv", "calendar.csv", "region.yaml"})
  void anEmptyFileIsOneFault(String file) throws IOException {
    write(file, "\n");

    assertThat(PackReader.examine(folder).faults())
        .singleElement()
        .asString()
        .contains(file, "文件是空的");
  }

  @Test
  void aRowIsToldAllAtOnce() throws IOException {
    write(
        "targets.csv",
        "target_id,indicator,kind,comparator,value,scope\nT-1,unheard_of,groth,>=,七,999\n");
    write("tasks.csv", "task_id,name_zh,leads\n");
    write("conflicts.csv", "conflict_id,topic,reading_1,reading_2\n");

    assertThat(PackReader.examine(folder).faults())
        .extracting(PackFault::found)
        .anyMatch(found -> found.contains("kind“groth”"))
        .anyMatch(found -> found.contains("value“七”"))
        .anyMatch(found -> found.contains("地区“999”"))
        .anyMatch(found -> found.contains("指标“unheard_of”"))
        .hasSize(4);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static String without(String csv, String column) {
    int at = List.of(csv.lines().findFirst().orElseThrow().split(",")).indexOf(column);
    return csv.lines()
        .map(
            line -> {
              List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
              cells.remove(at);
              return String.join(",", cells);
            })
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String emptied(String csv, String column) {
    List<String> lines = csv.lines().toList();
    int at = List.of(lines.get(0).split(",")).indexOf(column);
    return lines.get(0)
        + lines.stream()
            .skip(1)
            .map(
                line -> {
                  String[] cells = line.split(",", -1);
                  cells[at] = "";
                  return String.join(",", cells);
                })
            .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
