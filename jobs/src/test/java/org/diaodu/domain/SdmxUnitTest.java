package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.region.Indicator;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdmxUnitTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "%, PT, percent",
    "元, CNY, yuan",
    "万元, CNY_E4, 10 000 yuan",
    "亿元, CNY_E8, 100 million yuan",
    "万美元, USD_E4, 10 000 US dollars",
    "万人次, PS_TRIPS_E4, 10 000 person-trips",
    "亿千瓦时, KWH_E8, 100 million kilowatt-hours",
    "亩, U_4EA9, 亩",
    "万亩, U_4EA9_E4, 万亩",
    "万, U_4E07, 万",
    "元/人, U_5143_002F_4EBA, 元/人",
    "kg, U_006B_0067, kg",
    "'', '', ''"
  })
  void aUnitHasACodeAndAName(String unit, String code, String nameEn) {
    assertThat(SdmxUnit.code(unit)).isEqualTo(code);
    assertThat(SdmxUnit.nameEn(unit)).isEqualTo(nameEn);
    assertThat(SdmxUnit.unit(code)).isEqualTo(unit);
  }

  @Test
  void everyUnitOfAPackComesBack() {
    List<String> units =
        Packs.xiangxi().indicators().stream().map(Indicator::unit).distinct().toList();

    assertThat(units).hasSizeGreaterThan(20);
    assertThat(units)
        .allSatisfy(
            unit -> {
              assertThat(SdmxUnit.code(unit)).matches("[A-Za-z0-9_@$-]+");
              assertThat(SdmxUnit.unit(SdmxUnit.code(unit))).isEqualTo(unit);
            });
    assertThat(units.stream().map(SdmxUnit::code).distinct()).hasSameSizeAs(units);
  }

  @ParameterizedTest
  @ValueSource(strings = {"亿元", "XDC", "_E8", "U_", "U_XYZ", "U_FFFFFF", ""})
  void whatIsNoCodeStaysWhatItIs(String text) {
    assertThat(SdmxUnit.unit(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "433101, 433101",
    "XX-1, XX-1",
    "湘01, U_6E58_0030_0031",
    "U_0041, U_0055_005F_0030_0030_0034_0031"
  })
  void anIdLeadsBackToItsCode(String code, String id) {
    assertThat(SdmxId.of(code)).isEqualTo(id);
    assertThat(SdmxId.text(id)).isEqualTo(code);
  }
}
