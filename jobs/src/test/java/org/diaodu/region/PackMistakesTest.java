package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.testing.PackCopy;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake is found, once, and told by its cause. */
class PackMistakesTest {
  private static final String ROW =
      "X-7,0,试验行动,1,%s,目标,%s,%s,%s,%s,%s,%s,,%s,t_office,,,2024-12-31,,%s";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} of {2} {1} {3}")
  @CsvSource({
    "level, higher_than:gdp, urbanisation_rate, '', comparator“higher_than”没有意义",
    "increment, not_lower_than:gdp, retail_sales, '', comparator“not_lower_than”没有意义",
    "capital_share, higher_than:gdp, retail_sales, '', comparator“higher_than”没有意义",
    "count_of_areas, up, gdp, '', comparator“up”没有意义",
    "count_of_areas, down, gdp, '', comparator“down”没有意义",
    "count_of_areas, higher_than:gdp, gdp, '', comparator“higher_than”没有意义",
    "overdue_rectifications, up, '', '', comparator“up”没有意义",
    "overdue_rectifications, down, '', '', comparator“down”没有意义",
    "overdue_rectifications, >=, '', 1, comparator“>=”没有意义",
    "overdue_rectifications, >, '', 1, comparator“>”没有意义",
    "overdue_rectifications, ~, '', 1, comparator“~”没有意义",
    "assessed, >=, '', 50, comparator“>=”没有意义",
    "assessed, ~, '', '', comparator“~”没有意义",
    "increment, >=, business_entities, 5, business_entities是EOP，不是从1月起的累计数",
    "increment, >=, retail_sales, 0, 不用做就已达到",
    "increment, >=, retail_sales, -3, 不用做就已达到",
    "capital_share, up, population_density, '', population_density不能相加",
    "growth_yoy, >=, retail_sales, 0.07, 'value写的是0.07，即0.07%。7%请写7'",
    "growth_yoy, >=, retail_sales, -0.5, 'value写的是-0.5，即-0.5%'",
    "capital_share, >=, retail_sales, 0.3, 'value写的是0.3，即0.3%'",
    "capital_share, >=, retail_sales, 130, 占比130%不在0到100之间",
    "count_of_areas, >=, gdp, 4, 计入合计的地区只有3个，value却是4",
    "count_of_areas, >=, gdp, 1.5, 个数>=1.5不可能",
    "count_of_areas, <, gdp, 0, 个数<0不可能",
    "overdue_rectifications, <, '', 0, 个数<0不可能",
    "level, up, urbanisation_rate, 60, 却写了value",
    "level, >=, urbanisation_rate, '', 没有写value",
    "level, >=, fixed_asset_investment, 5, 但指标fixed_asset_investment是growth_only",
    "growth_yoy, >=, urbanisation_rate, 5, 但指标urbanisation_rate是rate"
  })
  void aTargetThatMeansNothingIsRefused(
      String kind, String comparator, String indicator, String value, String found)
      throws IOException {
    PackCopy pack = pack();
    String unit = unit(kind, indicator);
    String rule = kind.equals("count_of_areas") ? ">=100" : "";
    pack.add("targets.csv", row(indicator, kind, comparator, value, unit, rule, "T00", ""));

    assertThat(faults(pack)).singleElement().asString().contains("targets.csv", found);
  }

  @ParameterizedTest(name = "{0} {1} of {2}, {5}")
  @CsvSource({
    "growth_yoy, >=, retail_sales, 6, ％, '', T00, kind是growth_yoy，单位却是“％”",
    "increment, >=, retail_sales, 6000, 万元, '', T00, 单位“万元”与指标retail_sales的单位“亿元”不同",
    "increment, >=, retail_sales, 6, 亿圆, '', T00, 单位“亿圆”与指标retail_sales的单位“亿元”不同",
    "level, >=, population_resident, 50, 人, '', T00, 单位“人”与指标population_resident的单位“万人”不同",
    "increment, >=, retail_sales, 6, 亿元, since_launch, T00, since_launch没有意义",
    "growth_yoy, >=, retail_sales, 6, %, >=100, T00, rule却写了起算数",
    "count_of_areas, >=, gdp, 2, 个, '', T00, count_of_areas没有写起算数",
    "count_of_areas, >=, gdp, 1, 个, >=100, T01, scope却是T01。请写T00",
    "capital_share, up, retail_sales, '', %, '', T02, scope却是T02。请写T01或T00",
    "growth_yoy, >=, retail_sales, 7, %, '', T02；T03, scope用了全角分号“；”",
    "level, >=, urbanisation_rate, 5, %, all_yaer, T00, rule“all_yaer”不认得",
    "growth_yoy, =>, retail_sales, 7, %, '', T02, comparator“=>”不认得"
  })
  void unitRuleAndScopeFitTheKind(
      String kind,
      String comparator,
      String indicator,
      String value,
      String unit,
      String rule,
      String scope,
      String found)
      throws IOException {
    PackCopy pack = pack();
    pack.add("targets.csv", row(indicator, kind, comparator, value, unit, rule, scope, ""));

    assertThat(faults(pack)).singleElement().asString().contains("targets.csv", found);
  }

  @Test
  void whatIsMeantPasses() throws IOException {
    PackCopy pack = pack();
    pack.add(
        "targets.csv",
        row("retail_sales", "growth_yoy", ">=", "0.5", "%", "", "T02", "即0.5%，不是50%"),
        row("business_entities", "level", ">=", "5", "家", "", "T00", "").replace("X-7", "X-8"),
        row("retail_sales", "growth_yoy", "up", "", "%", "since_launch", "T03", "")
            .replace("X-7", "X-9"),
        row("", "overdue_rectifications", "=", "0", "个", "", "T00", "").replace("X-7", "X-10"));

    assertThat(faults(pack)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2023-12-31, false", "2024-01-01, true", "2025-03-31, true", "2025-04-01, false"})
  void aDeadlineIsInThePlanYearOrSoonAfter(String deadline, boolean isFine) throws IOException {
    PackCopy pack =
        pack()
            .edit(
                "targets.csv",
                "常住人口增加,directional,level,up,,万人,,,T00,t_office,,,2024-12-31",
                "常住人口增加,directional,level,up,,万人,,,T00,t_office,,," + deadline);

    assertThat(faults(pack)).hasSize(isFine ? 0 : 1);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "units.csv, t_office, t office, unit“t office”中有空白或分隔符",
    "targets.csv, 'X-5,', 'X-　5,', target_id“X-　5”中有空白或分隔符",
    "areas.csv, '甲,,', '甲,2025-01-01,2024-01-01', valid_from（2025-01-01）晚于valid_to",
    "areas.csv, '甲,,', '甲；甲城,,', aliases用了全角分号",
    "calendar.csv, 2024, 2022, 没有方案年份2024年的时期"
  })
  void aTableSaysWhatIsWrongWithIt(String file, String old, String now, String found)
      throws IOException {
    PackCopy pack = pack();
    if (file.equals("calendar.csv")) {
      pack.edit(file, "2025", "2023");
    }
    pack.edit(file, old, now);

    assertThat(faults(pack)).anySatisfy(fault -> assertThat(fault).contains(file, found));
    assertThat(faults(pack).stream().filter(fault -> !fault.contains("t_office"))).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "growth_yoy: 1.0 | growth_yoi: 1.0 | yellow_within中“growth_yoi”不认得",
        "growth_yoy: 1.0 | growth_yoy: -1 | yellow_within.growth_yoy“-1”不是容差",
        "growth_yoy: 1.0 | growth_yoy: 1点 | 单位“点”不适用于一类目标",
        "about_within: 0.5 | about_within: {levle: 0.5} | about_within中“levle”不认得",
        "about_within: 0.5 | about_within: 半个 | about_within“半个”不是容差",
        "applies_to_counties: [X-1] | tolerances: {X-4: {yellow_within: 3家}} | 容差的单位“家”不是目标X-4的单位",
        "applies_to_counties: [X-1] | tolerances: {X-77: {yellow_within: 3}} | 目标“X-77”不在targets.csv中",
        "applies_to_counties: [X-1] | tolerances: {X-4: {yelow: 3}} | 字段“yelow”不认得",
        "applies_to_counties: [X-1] | assessment: {praise_from: 40, criticise_below: 60} | 表扬的界限40低于批评的界限60",
        "applies_to_counties: [X-1] | assessment: {praise_from: 850} | 不在0到100之间",
        "applies_to_counties: [X-1] | assessment: {overdue: 1} | 逾期未销号反而加1分",
        "applies_to_counties: [X-1] | points: {green: 0.5, yellow: 1} | 绿灯比蓝灯分少，蓝灯比黄灯分少",
        "applies_to_counties: [X-1] | points: {no_data: 1} | 没有数据的不计分",
        "applies_to_counties: [X-1] | rectification: {supervise_after: 4} | 督办要再过4期，报召集人却只要3期",
        "applies_to_counties: [X-1] | landing: {confidence_pct: 100} | 推算的把握不在0到100之间"
      })
  void aPolicySaysWhatIsWrongWithIt(String old, String now, String found) throws IOException {
    assertThat(faults(pack().edit("policy.yaml", old, now)))
        .singleElement()
        .asString()
        .contains("policy.yaml", found);
  }

  @Test
  void aWordThatNoTargetHasWeighsNothing() throws IOException {
    PackCopy pack = new PackCopy(Packs.XIANGXI, folder);

    assertThat(faults(pack.edit("policy.yaml", "weights: {确保:", "weights: {确宝: 2, 确保:")))
        .singleElement()
        .asString()
        .contains("没有目标的commitment是“确宝”", "确保");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "areas.csv",
        "indicators.csv",
        "targets.csv",
        "units.csv",
        "calendar.csv",
        "tasks.csv",
        "conflicts.csv",
        "actions.csv",
        "plan.yaml",
        "region.yaml",
        "policy.yaml"
      })
  void oneFileInAnotherEncodingIsOneFault(String file) throws IOException {
    PackCopy pack = new PackCopy(Packs.XIANGXI, folder);
    Path path = pack.folder().resolve(file);
    Files.write(path, Files.readString(path).getBytes(Charset.forName("GB18030")));

    assertThat(faults(pack)).singleElement().asString().contains(file, "不是UTF-8编码");
  }

  @ParameterizedTest
  @ValueSource(strings = {"region.yaml", "policy.yaml"})
  void oneMistakeOfNotationIsOneFault(String file) throws IOException {
    PackCopy pack = pack();
    Files.writeString(pack.folder().resolve(file), "a: [b\n");

    assertThat(faults(pack)).singleElement().asString().contains(file, "请改正YAML格式");
  }

  @ParameterizedTest
  @CsvSource({
    "units.csv, xz_kjj, 'xz_kjj,'",
    "indicators.csv, 'gdp,地区', 'gdp,,地区'",
    "areas.csv, '433101,', '433101,,'",
    "targets.csv, 'T-0-5-2,', 'T-0-5-2,,'"
  })
  void aRowThatCannotBeReadIsOneFaultHoweverManyNameIt(String file, String old, String now)
      throws IOException {
    PackCopy pack = new PackCopy(Packs.XIANGXI, folder);
    Path path = pack.folder().resolve(file);
    Files.writeString(path, Files.readString(path).replaceFirst("\n" + old, "\n" + now));

    assertThat(faults(pack)).singleElement().asString().contains(file, "栏，表头有");
  }

  @Test
  void aCountThatDiffersNamesTheDifference() throws IOException {
    PackCopy pack =
        new PackCopy(Packs.XIANGXI, folder)
            .edit("plan.yaml", "\"3\": {quantified: 17", "\"3\": {quantified: 18");

    assertThat(faults(pack))
        .singleElement()
        .asString()
        .contains("第3部分quantified应为18，清单里是17")
        .doesNotContain("第4部分", "{");
  }

  private PackCopy pack() throws IOException {
    return new PackCopy(Packs.THREELANDS, folder)
        .add(
            "indicators.csv",
            "population_density,人口密度,Density,人,stock,A,EOP,false,computed,up,2,,,");
  }

  private static String row(
      String indicator,
      String kind,
      String comparator,
      String value,
      String unit,
      String rule,
      String scope,
      String note) {
    String targetClass = value.isEmpty() ? "directional" : "quantified";
    return ROW.formatted(indicator, targetClass, kind, comparator, value, unit, rule, scope, note);
  }

  private static String unit(String kind, String indicator) {
    return switch (kind) {
      case "growth_yoy", "capital_share" -> "%";
      case "count_of_areas", "overdue_rectifications" -> "个";
      case "assessed" -> "—";
      default ->
          switch (indicator) {
            case "retail_sales" -> "亿元";
            case "business_entities" -> "户";
            default -> "%";
          };
    };
  }

  private static List<String> faults(PackCopy pack) {
    return PackReader.examine(pack.folder()).faults().stream().map(PackFault::toString).toList();
  }
}
