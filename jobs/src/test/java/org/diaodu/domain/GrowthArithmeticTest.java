package org.diaodu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Contributions, contribution rates, averages and needed paces that authorities printed, with their
 * sources in {@code growth_arithmetic.csv}, and some by hand. Where a printed figure was made from
 * levels that are not printed, the row says so in its column {@code because} and how far off it may
 * be; where {@code expected} begins with {@code not}, the printed figure cannot follow from what is
 * printed beside it, and must not come out.
 */
class GrowthArithmeticTest {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void everyPrintedFigureFollowsOrIsExplained(String id, String what, CSVRecord row) {
    BigDecimal found = result(row);
    BigDecimal within = new BigDecimal(row.get("within"));
    String expected = row.get("expected");

    if (expected.startsWith("not ")) {
      assertThat(found.subtract(new BigDecimal(expected.substring(4))).abs())
          .as("%s: distance of %s from what was printed; %s", id, found, row.get("because"))
          .isGreaterThan(within);
    } else {
      BigDecimal printed = new BigDecimal(expected);
      assertThat(ExactDecimal.printed(found, printed.scale()).subtract(printed).abs())
          .as("%s: distance of %s from %s; %s", id, found, printed, row.get("because"))
          .isLessThanOrEqualTo(within);
    }
  }

  @Test
  void theFileHasTwentyNineCases() throws IOException {
    assertThat(cases()).hasSize(29);
  }

  static Stream<Object[]> cases() throws IOException {
    List<Object[]> cases = new ArrayList<>();
    try (Reader in =
        new InputStreamReader(
            GrowthArithmeticTest.class.getResourceAsStream("/growth_arithmetic.csv"),
            StandardCharsets.UTF_8)) {
      for (CSVRecord row :
          CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
        String what = "%s %s %s".formatted(row.get("measure"), row.get("area"), row.get("period"));
        cases.add(new Object[] {row.get("id"), what, row});
      }
    }
    return cases.stream();
  }

  private static BigDecimal result(CSVRecord row) {
    Map<String, String> in = inputs(row.get("inputs"));
    return switch (row.get("formula")) {
      case "share_year_ago * growth / 100" ->
          Contribution.byGrowth(number(in, "share_year_ago"), number(in, "growth"), HUNDRED)
              .orElseThrow();
      case "100 * contribution / growth_of_whole" -> rate(in);
      case "100 * (level - level / (1 + growth / 100)) / sum of the three" -> rateOfThree(in);
      case "100 * (level - level / (1 + growth / 100)) / level of the whole a year ago" ->
          Contribution.byLevels(
                  number(in, "level"),
                  base(number(in, "level"), number(in, "growth")),
                  base(number(in, "level_of_whole"), number(in, "growth_of_whole")))
              .orElseThrow();
      case "sqrt((100 + growth) * (100 + growth_year_ago)) - 100" ->
          Growth.twoYearAverage(number(in, "growth"), number(in, "growth_year_ago")).orElseThrow();
      case "(target - w * growth) / (1 - w), w = the part of last year that the months so far had" ->
          NeededPace.growthOnPublished(
                  number(in, "target"),
                  number(in, "growth"),
                  number(in, "level_year_ago"),
                  number(in, "total_year_ago"))
              .orElseThrow();
      case "sum of share_year_ago * growth / 100" -> sumOfContributions(in);
      case "100 * (sum of levels / sum of (level / (1 + growth / 100)) - 1)" ->
          Growth.computed(sum(numbers(in, "levels")), sum(bases(in))).orElseThrow();
      default -> throw new AssertionError("no method for " + row.get("formula"));
    };
  }

  /** From last year's share and growth, or from a contribution that is printed itself. */
  private static BigDecimal rate(Map<String, String> in) {
    boolean printed = in.containsKey("contribution");
    return Contribution.rateByGrowth(
            printed ? HUNDRED : number(in, "share_year_ago"),
            number(in, printed ? "contribution" : "growth"),
            HUNDRED,
            number(in, "growth_of_whole"))
        .orElseThrow();
  }

  private static BigDecimal rateOfThree(Map<String, String> in) {
    return Contribution.rateByLevels(
            number(in, "level"),
            base(number(in, "level"), number(in, "growth")),
            sum(numbers(in, "levels")),
            sum(bases(in)))
        .orElseThrow();
  }

  private static BigDecimal sumOfContributions(Map<String, String> in) {
    List<BigDecimal> shares = numbers(in, "shares");
    List<BigDecimal> growths = numbers(in, "growths");
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < shares.size(); i++) {
      sum = sum.add(Contribution.byGrowth(shares.get(i), growths.get(i), HUNDRED).orElseThrow());
    }
    return sum;
  }

  private static List<BigDecimal> bases(Map<String, String> in) {
    List<BigDecimal> levels = numbers(in, "levels");
    List<BigDecimal> growths = numbers(in, "growths");
    List<BigDecimal> bases = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      bases.add(base(levels.get(i), growths.get(i)));
    }
    return bases;
  }

  private static BigDecimal base(BigDecimal level, BigDecimal growth) {
    return Growth.impliedLevelYearAgo(level, growth).orElseThrow();
  }

  private static Map<String, String> inputs(String text) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (String input : text.split(";")) {
      inputs.put(input.split("=")[0], input.split("=")[1]);
    }
    return inputs;
  }

  private static BigDecimal number(Map<String, String> inputs, String name) {
    return new BigDecimal(inputs.get(name));
  }

  private static List<BigDecimal> numbers(Map<String, String> inputs, String name) {
    return Arrays.stream(inputs.get(name).split("/")).map(BigDecimal::new).toList();
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
