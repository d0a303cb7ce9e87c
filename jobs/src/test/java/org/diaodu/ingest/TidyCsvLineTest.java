package org.diaodu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidyCsvLineTest {
  private static final String COLUMNS =
      "ref_area,indicator,time_period,accumulation,measure,obs_value,unit,obs_status,release_date,note";
  private static final TidyCsvLine READER =
      new TidyCsvLine(Packs.threelands(), LocalDate.of(2026, 1, 1));

  @Test
  void aPlainLineIsAnObservation() {
    Cell cell = read("T01,retail_sales,2024-06,YTD,LEVEL,12.50,亿元,A,2024-07-18,");

    assertThat(cell.outcome()).isEqualTo("accepted");
    assertThat(cell.figure().value()).isEqualByComparingTo("12.5");
    assertThat(cell.figure().decimals()).isEqualTo(2);
    assertThat(cell.figure().frequency()).isEqualTo("M");
    assertThat(cell.figure().provenance()).isEqualTo("official");
  }

  @Test
  void namesAndAliasesStandForCodesHoweverTheyAreSpaced() {
    Cell cell = read("甲 县,社零,2024-06,,,12.5,,,2024-07-18,");

    assertThat(cell.figure().refArea()).isEqualTo("T01");
    assertThat(cell.figure().indicator()).isEqualTo("retail_sales");
    assertThat(cell.figure().accumulation()).isEqualTo("YTD");
    assertThat(cell.figure().measure()).isEqualTo("LEVEL");
    assertThat(cell.figure().status()).isEqualTo("A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H", "J", "K", "L", "M", "O", "Q", "q"})
  void aStatusThatSaysMissingHasNoValueBesideIt(String status) {
    assertThat(read("T01,retail_sales,2024-06,,,,," + status + ",2024-07-18,").figure().value())
        .isNull();
    assertThat(rules(read("T01,retail_sales,2024-06,,,12.5,," + status + ",2024-07-18,")))
        .containsExactly("missing_with_value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "N", "S", "E", "c"})
  void aConfidentialFigureIsKeptAndWithoutAValueItIsASuppressedOne(String confidentiality) {
    String columns = "ref_area,indicator,time_period,obs_value,conf_status,release_date";

    Cell kept = read(columns, "T01,retail_sales,2024-06,12.5,%s,2024-07-18", confidentiality);
    Cell suppressed = read(columns, "T01,retail_sales,2024-06,,%s,2024-07-18", confidentiality);

    assertThat(kept.figure().value()).isEqualByComparingTo("12.5");
    assertThat(kept.figure().confStatus()).isEqualToIgnoringCase(confidentiality);
    assertThat(suppressed.figure().value()).isNull();
    assertThat(suppressed.figure().status()).isEqualTo("Q");
  }

  @Test
  void aConfidentialityThatNobodyKnowsMayKeepTheFigureSecretAndIsRefused() {
    String columns = "ref_area,indicator,time_period,obs_value,conf_status,release_date";

    assertThat(rules(read(columns, "T01,retail_sales,2024-06,12.5,%s,2024-07-18", "保密")))
        .containsExactly("unknown_conf_status");
  }

  @Test
  void fullWidthDigitsAreDigits() {
    // −１２．５ and ２０２４－０６ as Chinese keyboards write them.
    String figure = "\uFF0D\uFF11\uFF12\uFF0E\uFF15";
    String period = "\uFF12\uFF10\uFF12\uFF14\uFF0D\uFF10\uFF16";

    Cell cell = read("甲县,社零," + period + ",,," + figure + ",,,2024-07-18,");

    assertThat(cell.figure().value()).isEqualByComparingTo("-12.5");
    assertThat(cell.figure().timePeriod()).isEqualTo("2024-06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.5①", "12.5²", "12㉑", "12⒈", "1\u200B2"})
  void aFootnoteMarkIsNoDigit(String figure) {
    Cell cell = read("甲县,社零,2024-06,,," + figure + ",,,2024-07-18,");

    assertThat(cell.figure()).isNull();
    assertThat(rules(cell)).containsExactly("not_a_number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-1²", "202④-06", "2024-0⑥"})
  void aFootnoteMarkIsNoMonth(String period) {
    Cell cell = read("甲县,社零," + period + ",,,12.5,,,2025-07-18,");

    assertThat(cell.figure()).isNull();
    assertThat(rules(cell)).contains("impossible_period");
  }

  @Test
  void aMegabyteOfDigitsIsRefusedAtOnce() {
    Cell cell = read("甲县,社零,2024-06,,," + "9".repeat(1_000_000) + ",,,2024-07-18,");

    assertThat(rules(cell)).containsExactly("not_a_number");
  }

  @Test
  void thousandsSeparatorsAreAcceptedInQuotes() {
    assertThat(read("甲县,社零,2024-06,,,\"1,234.5\",万元,,2024-07-18,").figure().value())
        .isEqualByComparingTo("0.12345");
  }

  @Test
  void unitsAreConvertedExactlyAndKeepThePrintedPrecision() {
    Cell cell = read("甲县,社零,2024-06,,,5000,万元,,2024-07-18,");

    assertThat(cell.figure().value()).isEqualByComparingTo("0.5");
    assertThat(cell.figure().decimals()).as("万元 without decimals is 亿元 to four").isEqualTo(4);
  }

  @Test
  void aFigureWithMoreDecimalsThanAreStoredIsRoundedOnceAndSaysSo() {
    Cell cell = read("甲县,社零,2024-06,,,19355.59748376,百万元,,2024-07-18,");

    assertThat(cell.outcome()).isEqualTo("accepted");
    assertThat(cell.figure().value()).isEqualByComparingTo("193.555975");
    assertThat(cell.rawText()).isEqualTo("19355.59748376");
    assertThat(rules(cell)).containsExactly("rounded");
  }

  @Test
  void aConversionThatLeavesFewerThanSixDigitsIsRefused() {
    Cell cell = read("甲县,社零,2024-06,,,0.5,元,,2024-07-18,");

    assertThat(cell.figure()).isNull();
    assertThat(rules(cell)).containsExactly("does_not_fit");
  }

  @Test
  void aFigureOfMoreThanTwelveDigitsIsRefused() {
    assertThat(rules(read("甲县,社零,2024-06,,,1234567890123,亿元,,2024-07-18,")))
        .containsExactly("does_not_fit");
  }

  @Test
  void aUnitOfAnotherKindIsRefused() {
    assertThat(rules(read("甲县,社零,2024-06,,,12,亿美元,,2024-07-18,"))).containsExactly("wrong_unit");
    assertThat(rules(read("甲县,社零,2024-06,,YOY,12,亿元,,2024-07-18,"))).containsExactly("wrong_unit");
  }

  @Test
  void anUnknownAreaNamesTheNearestOnes() {
    Cell cell = read("甲具,社零,2024-06,,,12,,,2024-07-18,");

    assertThat(rules(cell)).containsExactly("unknown_area");
    assertThat(cell.faults().get(0).expected()).contains("甲县");
    assertThat(cell.faults().get(0).message()).startsWith("第2行第1列：").contains("甲具");
  }

  @Test
  void anUnknownIndicatorNamesTheNearestOnes() {
    Cell cell = read("甲县,社会消费品零售额,2024-06,,,12,,,2024-07-18,");

    assertThat(rules(cell)).containsExactly("unknown_indicator");
    assertThat(cell.faults().get(0).expected()).contains("社会消费品零售总额");
  }

  @Test
  void aNumberWithLettersIsRefused() {
    for (String written : List.of("12a", "12亿", "1e3", "1 2", "--", "1.2.3", "1,23", "O.5")) {
      assertThat(rules(read("甲县,社零,2024-06,,,\"" + written + "\",,,2024-07-18,")))
          .as(written)
          .containsExactly("not_a_number");
    }
  }

  @Test
  void anImpossiblePeriodIsRefused() {
    for (String period :
        List.of("2024-13", "2024-Q5", "6月", "06-2024", "2024年下半年", "2024-06-30", "")) {
      assertThat(rules(read("甲县,社零," + period + ",,,12,,,2024-07-18,")))
          .as(period)
          .containsExactly("impossible_period");
    }
  }

  @Test
  void aFigureCannotBeReleasedBeforeItsPeriodEnds() {
    assertThat(rules(read("甲县,社零,2024-06,,,12,,,2024-06-18,")))
        .containsExactly("released_before_period_end");
  }

  @Test
  void aReleaseInTheFutureIsRefused() {
    assertThat(rules(read("甲县,社零,2024-06,,,12,,,2026-01-02,")))
        .containsExactly("release_in_future");
  }

  @Test
  void aValueOutsideThePlausibleBoundsIsAcceptedWithAWarning() {
    Cell cell = read("甲县,社零,2024-06,,,50000,,,2024-07-18,");

    assertThat(cell.outcome()).isEqualTo("accepted");
    assertThat(rules(cell)).containsExactly("out_of_bounds");
    assertThat(cell.faults().get(0).severity()).isEqualTo(Fault.Severity.warn);
  }

  @Test
  void aBlankValueIsNoFigureAndIsIgnoredWithAReason() {
    Cell cell = read("甲县,社零,2024-06,,, ,,,2024-07-18,");

    assertThat(cell.outcome()).isEqualTo("ignored");
    assertThat(cell.ignoredBecause()).isEqualTo("empty_value");
  }

  @Test
  void aBlankValueWithStatusMissingIsAWithdrawal() {
    Cell cell = read("甲县,社零,2024-06,,,,,M,2024-07-18,");

    assertThat(cell.outcome()).isEqualTo("accepted");
    assertThat(cell.figure().value()).isNull();
    assertThat(cell.figure().status()).isEqualTo("M");
  }

  @Test
  void missingWithAValueContradictsItself() {
    assertThat(rules(read("甲县,社零,2024-06,,,12,,M,2024-07-18,")))
        .containsExactly("missing_with_value");
  }

  @Test
  void aLevelOfAGrowthOnlyIndicatorIsRefused() {
    assertThat(rules(read("甲县,固投,2024-06,,LEVEL,12,%,,2024-07-18,")))
        .containsExactly("level_not_published");
  }

  @Test
  void aLevelAtConstantPricesIsInTheIndicatorsUnit() {
    Cell cell = read("甲县,GDP,2024-Q2,,LEVEL_CONSTANT,123400,万元,,2024-07-18,");

    assertThat(cell.outcome()).isEqualTo("accepted");
    assertThat(cell.figure().measure()).isEqualTo("LEVEL_CONSTANT");
    assertThat(cell.figure().value()).isEqualByComparingTo("12.34");
  }

  @Test
  void aTwoYearAverageIsAPercentage() {
    Cell cell = read("甲县,固投,2024-06,,TWO_YEAR_AVERAGE,4.4,%,,2024-07-18,");

    assertThat(cell.outcome()).isEqualTo("accepted");
    assertThat(cell.figure().measure()).isEqualTo("TWO_YEAR_AVERAGE");
    assertThat(rules(read("甲县,社零,2024-06,,TWO_YEAR_AVERAGE,4.4,亿元,,2024-07-18,")))
        .containsExactly("wrong_unit");
  }

  @Test
  void whereNoLevelIsPublishedNoneAtConstantPricesIs() {
    assertThat(rules(read("甲县,固投,2024-06,,LEVEL_CONSTANT,12,%,,2024-07-18,")))
        .containsExactly("level_not_published");
  }

  @Test
  void aRateHasNoPricesAndNoGrowthOfTwoYears() {
    assertThat(rules(read("甲县,城镇化率,2024,,LEVEL_CONSTANT,53,%,,2025-03-18,")))
        .containsExactly("rate_at_constant_prices");
    assertThat(rules(read("甲县,城镇化率,2024,,TWO_YEAR_AVERAGE,4.4,%,,2025-03-18,")))
        .containsExactly("growth_of_a_rate");
  }

  @Test
  void aMeasureThatIsNoneNamesThoseThatThereAre() {
    Cell cell = read("甲县,GDP,2024-Q2,,REAL,12,亿元,,2024-07-18,");

    assertThat(rules(cell)).containsExactly("unknown_measure");
    assertThat(cell.faults().get(0).expected())
        .isEqualTo("LEVEL、LEVEL_CONSTANT、YOY、TWO_YEAR_AVERAGE");
  }

  @Test
  void aStockCannotAccumulate() {
    assertThat(rules(read("甲县,市场主体,2024-06,YTD,,1200,户,,2024-07-18,")))
        .containsExactly("wrong_accumulation");
  }

  @Test
  void everyFaultOfALineIsFoundAtOnce() {
    assertThat(rules(read("戊县,未知,2024-13,,,x,,Z,昨天,")))
        .containsExactlyInAnyOrder(
            "unknown_area",
            "unknown_indicator",
            "impossible_period",
            "not_a_number",
            "unknown_obs_status",
            "bad_release_date");
  }

  @Test
  void gb18030BytesAreShownAsTheyWouldRead() {
    byte[] bytes =
        "甲县,社零,2024-06,YTD,LEVEL,12.5,亿元,A,2024-07-18,".getBytes(Charset.forName("GB18030"));
    Cell cell = READER.read(bytes, 2, header()).get(0);

    assertThat(rules(cell)).containsExactly("not_utf8");
    assertThat(cell.faults().get(0).message()).contains("甲县").contains("UTF-8");
  }

  @Test
  void aQuotedSeparatorIsText() {
    Cell cell = read("甲县,社零,2024-06,,,12,,,2024-07-18,\"初步,待核\"");

    assertThat(cell.figure().note()).isEqualTo("初步,待核");
  }

  @Test
  void aQuoteThatIsNotClosedIsAFaultOfItsLineAlone() {
    assertThat(rules(read("甲县,社零,2024-06,,,12,,,2024-07-18,\"初步")))
        .containsExactly("broken_quotes");
  }

  @Test
  void aFieldTooManyIsRefused() {
    assertThat(rules(read("甲县,社零,2024-06,,,1,234,,,2024-07-18,")))
        .containsExactly("wrong_number_of_fields");
  }

  @Test
  void conversionThereAndBackGivesTheSameFigure() {
    java.util.Random random = new java.util.Random(11);
    for (int i = 0; i < 2000; i++) {
      BigDecimal value = BigDecimal.valueOf(random.nextInt(), random.nextInt(5));
      BigDecimal there = UnitConversion.convert(value, "亿元", "万元").orElseThrow();
      assertThat(UnitConversion.convert(there, "万元", "亿元").orElseThrow())
          .as("%s 亿元", value)
          .isEqualByComparingTo(value);
    }
  }

  private static Cell read(String line) {
    return READER.read(line.getBytes(StandardCharsets.UTF_8), 2, header()).get(0);
  }

  private static Cell read(String columns, String line, String filled) {
    TidyCsvHeader header = TidyCsvHeader.read(columns, 1, new ArrayList<>());
    return READER.read(line.formatted(filled).getBytes(StandardCharsets.UTF_8), 2, header).get(0);
  }

  private static TidyCsvHeader header() {
    return TidyCsvHeader.read(COLUMNS, 1, new ArrayList<>());
  }

  private static List<String> rules(Cell cell) {
    return cell.faults().stream().map(Fault::ruleId).toList();
  }
}
