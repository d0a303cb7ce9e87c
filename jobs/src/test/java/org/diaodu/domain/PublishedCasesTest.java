package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Eighteen published cases, with their sources in {@code growth_vectors.csv}. What the definitions
 * make of each stands below as a table.
 */
class PublishedCasesTest {
  private static final String EXPECTED =
      """
      V01 published 3.1 stays (computed -11.005145): comparable_basis, base 363758.486906
      V02 published 17.1 stays (computed -8.104997): comparable_basis, base 33337.403928
      V03 published 3.5 stays (computed -0.628173): comparable_basis, base 22314.975845
      V04 published 3.5 stays (computed 3.548491): rounding, base 74460.869565
      V05 published 8.2 stays (computed 8.156249): rounding, base 61057.301294
      V06 published 5.3 stays (computed 5.254391): rounding, base 493867.996201
      V07 residual -3546.7: overlap
      V08 published 9.2 stays (computed none): no_level, base 468.864469
      V09 published 8.3 stays (computed none): no_level, base 459.095106
      V10 published 7.2 stays (computed none): no_level, base none
      V11 published 11.3 stays (computed none): no_level, base none
      V12 published 4.8 stays (computed none): no_level, base none; January 2025 not_expected
      V13 published 0.3 stays (computed none): no_level, base 1474.107677
      V14 published -10.7 stays (computed none): no_level, base 13286.259798
      V15 residual 0: none
      V16 March alone 6295.30 of 1 month, February 8872.10 of 2
      V17 released on 2015-09-13: received when due that day, late by 1 when due the day before
      V18 February 2023: not_expected
      """;

  @Test
  void everyCaseGivesTheDocumentedResult() throws IOException {
    StringBuilder found = new StringBuilder();
    for (Map.Entry<String, CSVRecord> vector : vectors().entrySet()) {
      found.append(vector.getKey()).append(' ').append(result(vector.getValue())).append('\n');
    }

    assertThat(found.toString()).isEqualTo(EXPECTED);
  }

  private static String result(CSVRecord of) {
    return switch (of.get("id")) {
      case "V07" -> residual("28811.4", "32358.1", 6, 1);
      case "V12" -> growth(of) + "; January 2025 " + completeness(false, null, null, "2025-03-01");
      case "V15" -> residual("296299", "296299", 3, 0);
      case "V16" -> marchAndFebruary(of);
      case "V17" ->
          "released on 2015-09-13: %s when due that day, %s when due the day before"
              .formatted(
                  completeness(true, "2015-09-13", "2015-09-13", "2015-10-01"),
                  completeness(true, "2015-09-12", "2015-09-13", "2015-10-01"));
      case "V18" -> "February 2023: " + completeness(false, null, null, "2023-03-01");
      default -> growth(of);
    };
  }

  private static String growth(CSVRecord of) {
    BigDecimal level = of.get("unit").equals("%") ? null : number(of.get("level_now"));
    BigDecimal published = number(of.get("published_growth_pct"));
    BigDecimal ago = number(of.get("level_prior_as_published"));
    Growth.Result growth =
        Growth.of(
            new Growth.Input(
                level,
                ago,
                scale(level),
                scale(ago),
                published,
                scale(published),
                null,
                false,
                level == null ? IndicatorKind.growth_only : IndicatorKind.flow,
                GrowthSource.published_else_computed));
    return "%s %s stays (computed %s): %s, base %s"
        .formatted(
            growth.basis(),
            plain(growth.reported()),
            plain(growth.computed()),
            growth.gapClass(),
            plain(growth.impliedLevelYearAgo()));
  }

  private static String residual(String total, String sum, int areas, int decimals) {
    BigDecimal whole = new BigDecimal(total);
    BigDecimal parts = new BigDecimal(sum);
    return "residual %s: %s"
        .formatted(
            plain(whole.subtract(parts)),
            Residual.classOf(whole, parts, areas, decimals, List.of()));
  }

  private static String marchAndFebruary(CSVRecord of) {
    BigDecimal toMarch = number(of.get("level_now"));
    BigDecimal toFebruary = number(of.get("level_prior_as_published"));
    Cumulative.Amount march =
        Cumulative.amount(TimePeriod.of("2023-03"), toMarch, toFebruary).orElseThrow();
    Cumulative.Amount february =
        Cumulative.amount(TimePeriod.of("2023-02"), toFebruary, null).orElseThrow();
    return "March alone %s of %d month, February %s of %d"
        .formatted(march.value(), march.months(), february.value(), february.months());
  }

  private static String completeness(boolean expected, String due, String released, String today) {
    Completeness of = Completeness.of(expected, date(due), date(released), LocalDate.parse(today));
    return of.daysLate() == null
        ? of.status().name()
        : "%s by %d".formatted(of.status(), of.daysLate());
  }

  private static LocalDate date(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static int scale(BigDecimal value) {
    return value == null ? 0 : value.scale();
  }

  private static String plain(BigDecimal value) {
    return value == null
        ? "none"
        : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static Map<String, CSVRecord> vectors() throws IOException {
    Map<String, CSVRecord> vectors = new LinkedHashMap<>();
    try (Reader in =
        new InputStreamReader(
            PublishedCasesTest.class.getResourceAsStream("/growth_vectors.csv"),
            StandardCharsets.UTF_8)) {
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(in)
          .forEach(record -> vectors.put(record.get("id"), record));
    }
    return vectors;
  }
}
