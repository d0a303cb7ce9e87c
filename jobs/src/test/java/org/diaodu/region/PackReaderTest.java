package org.diaodu.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackReaderTest {
  @TempDir private Path folder;

  @Test
  void thePacksOfTheRepositoryHaveNoFaults() throws IOException {
    try (Stream<Path> packs = Files.list(Path.of("conf/regions"))) {
      packs
          .filter(Files::isDirectory)
          .forEach(
              pack -> assertThat(PackReader.examine(pack).faults()).as(pack.toString()).isEmpty());
    }
    assertThat(PackReader.examine(Packs.THREELANDS).faults()).isEmpty();
  }

  @Test
  void everyFaultIsFoundAtOnceWithFileAndLine() throws IOException {
    copy();
    edit("region.yaml", "time_zone: UTC", "time_zone: Mars/Olympus\ncolour: red");
    edit("areas.csv", "T02,乙县,Yi,T00", "T02,乙县,Yi,T77");
    edit(
        "areas.csv",
        "T03,丙县,Bing,T00,county,false,true,丙,,",
        "T03,丙县,Bing,T00,county,maybe,true,甲 县,,");
    edit(
        "indicators.csv",
        "社会消费品零售总额,Total retail sales of consumer goods,亿元,flow",
        "社会消费品零售总额,Total retail sales of consumer goods,亿元,flood");
    edit("targets.csv", "X-4,0,试验行动,1,innovation_platforms_new", "X-4,0,试验行动,1,unheard_of");
    edit(
        "targets.csv",
        "X-2,0,试验行动,1,fixed_asset_investment,投资增速,quantified,growth_yoy,>=,7",
        "X-2,0,试验行动,1,fixed_asset_investment,投资增速,quantified,growth_yoy,>=,");
    edit("calendar.csv", "gdp,Q,2024-Q2,2024-07-25,true,", "gdp,Q,2024-Q2,2024-05-25,true,");
    edit("policy.yaml", "applies_to_counties: [X-1]", "applies_to_counties: [X-9]");
    Files.delete(folder.resolve("units.csv"));

    List<PackFault> faults = PackReader.examine(folder).faults();

    assertThat(faults)
        .extracting(f -> f.file() + ":" + f.line())
        .contains(
            "areas.csv:4",
            "areas.csv:5",
            "calendar.csv:7",
            "indicators.csv:3",
            "policy.yaml:9",
            "region.yaml:7",
            "region.yaml:8",
            "targets.csv:3",
            "targets.csv:5",
            "units.csv:0");
    assertThat(faults).allSatisfy(f -> assertThat(f.remedy()).as(f.toString()).isNotBlank());
    assertThatThrownBy(() -> PackReader.read(folder))
        .isInstanceOf(InvalidPackException.class)
        .hasMessageContaining("Mars/Olympus")
        .hasMessageContaining("unheard_of");
  }

  @Test
  void aNameStandsForOneAreaHoweverItIsWritten() throws IOException {
    copy();
    edit("areas.csv", "T02,乙县,Yi,T00,county,false,true,乙,", "T02,乙县,Yi,T00,county,false,true,甲 县,");

    assertThat(PackReader.examine(folder).faults())
        .singleElement()
        .satisfies(f -> assertThat(f.toString()).contains("areas.csv 第4行").contains("已经属于T01"));
  }

  @Test
  void thePackIdChangesWithAnyFile() throws IOException {
    copy();
    String before = PackReader.read(folder).packId();
    edit("policy.yaml", "about_within: 0.5", "about_within: 0.6");

    assertThat(PackReader.read(folder).packId()).isNotEqualTo(before);
  }

  @Test
  void namesAreFoundByCodeNameOrAlias() {
    NameIndex indicators = NameIndex.ofIndicators(Packs.xiangxi());
    for (String name : List.of("地区生产总值", "GDP", "gdp", "生产总值", "G D P")) {
      assertThat(indicators.code(name)).as(name).contains("gdp");
    }
    assertThat(indicators.code("社零")).contains("retail_sales");
    assertThat(indicators.code("固定资产投资(不含农户)"))
        .as("full-width brackets")
        .contains("fixed_asset_investment");
    assertThat(indicators.code("市场主体")).contains("business_entities");
    assertThat(indicators.code("无此指标")).isEmpty();
    assertThat(NameIndex.ofAreas(Packs.xiangxi()).nearest("吉守市", 1)).containsExactly("吉首市");
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.list(Packs.THREELANDS)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void edit(String file, String before, String after) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).as(file).contains(before);
    Files.writeString(folder.resolve(file), text.replace(before, after));
  }
}
