package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diaodu.domain.Comparator;
import org.diaodu.domain.Fraction;
import org.diaodu.domain.Light;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.TimePeriod;
import org.diaodu.domain.Tolerance;
import org.diaodu.region.Policy;
import org.diaodu.region.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every kind and comparator, by figures that were worked out by hand. */
class AttainmentCasesTest {
  @ParameterizedTest(name = "{0}: {1} {2} {3} against {4} is {12}, {16}")
  @CsvFileSource(resources = "/attainment_cases.csv", numLinesToSkip = 1)
  void theLightIsTheOneWorkedOutByHand(ArgumentsAccessor c) {
    Judgement judgement = Judgement.of(check(c), Policy.Scheme.gap, null);

    assertThat(judgement.light()).as("light").isEqualTo(Light.valueOf(c.getString(12)));
    same("gap", judgement.gap(), c.getString(13));
    same("progress", judgement.progress(), c.getString(14));
    same("schedule", judgement.schedule(), c.getString(15));
    assertThat(judgement.reason()).isNotBlank();
    assertThat(judgement.why() == null)
        .as("there is a reason where there is no light, and only there")
        .isEqualTo(judgement.light() != Light.no_data);
  }

  @Test
  void aReasonNamesBothFigures() {
    assertThat(
            Judgement.of(
                    check(
                        Target.Kind.growth_yoy,
                        Comparator.AT_LEAST,
                        "5.25",
                        "6",
                        "1",
                        "%",
                        "2024-06"),
                    Policy.Scheme.gap,
                    null)
                .reason())
        .isEqualTo("实际5.3%，要求不低于6.0%，未达到，差距在允许的1个百分点以内");
    assertThat(
            Judgement.of(
                    check(
                        Target.Kind.increment,
                        Comparator.AT_LEAST,
                        "96",
                        "180",
                        "5",
                        "公里",
                        "2024-06"),
                    Policy.Scheme.gap,
                    null)
                .reason())
        .isEqualTo("实际96.0公里，完成全年目标的53.3%，应达50.0%，已达到");
  }

  @Test
  void againstTheAverageOfTheSiblingsTheTargetDoesNotMatter() {
    Judgement.Check check =
        check(Target.Kind.growth_yoy, Comparator.AT_LEAST, "5", "6", "1", "%", "2024-06");

    assertThat(
            Judgement.of(
                    check,
                    Policy.Scheme.group_average,
                    new Judgement.Siblings(4, new BigDecimal("20"), 2))
                .light())
        .as("average 5")
        .isEqualTo(Light.green);
    assertThat(
            Judgement.of(
                    check,
                    Policy.Scheme.group_average,
                    new Judgement.Siblings(4, new BigDecimal("20.000004"), 3))
                .light())
        .as("average 5.000001")
        .isEqualTo(Light.red);
  }

  @Test
  void byRankThereAreFourColours() {
    Judgement.Check check =
        check(Target.Kind.growth_yoy, Comparator.AT_LEAST, "5", "6", "1", "%", "2024-06");
    Light[] expected = {
      Light.green,
      Light.green,
      Light.blue,
      Light.blue,
      Light.yellow,
      Light.yellow,
      Light.red,
      Light.red
    };
    for (int rank = 1; rank <= 8; rank++) {
      assertThat(
              Judgement.of(
                      check,
                      Policy.Scheme.rank,
                      new Judgement.Siblings(8, new BigDecimal("40"), rank))
                  .light())
          .as("place %d of 8", rank)
          .isEqualTo(expected[rank - 1]);
    }
  }

  @Test
  void anAmountOfWhichNoneIsWantedHasALightAndOneOutOfRangeHasNone() {
    Judgement ofNothing =
        Judgement.of(
            check(Target.Kind.increment, Comparator.AT_MOST, "5", "0", "0", "亿元", "2024-06"),
            Policy.Scheme.gap,
            null);
    Judgement outOfRange =
        Judgement.of(
            check(
                Target.Kind.increment,
                Comparator.AT_LEAST,
                "20000000000",
                "0.000001",
                "0",
                "万套",
                "2024-06"),
            Policy.Scheme.gap,
            null);

    assertThat(ofNothing.light()).as("none is wanted, and there is some").isEqualTo(Light.red);
    assertThat(ofNothing.progress()).isNull();
    assertThat(outOfRange.light()).isEqualTo(Light.no_data);
    assertThat(outOfRange.why()).isEqualTo(NotComputed.out_of_range);
  }

  private static void same(String what, BigDecimal is, String expected) {
    if (expected == null) {
      assertThat(is).as(what).isNull();
    } else {
      assertThat(is).as(what).isEqualByComparingTo(expected);
    }
  }

  private static Judgement.Check check(ArgumentsAccessor c) {
    String missing = c.getString(11);
    boolean fromOutside =
        missing != null && !missing.equals("not_due_yet") && !missing.equals("nominal");
    return check(
        Target.Kind.valueOf(c.getString(1)),
        Target.TargetClass.valueOf(c.getString(10)),
        Comparator.fromCode(c.getString(2)).orElseThrow(),
        c.getString(3),
        c.getString(4),
        c.getString(5),
        "%",
        TimePeriod.of(c.getString(6)),
        LocalDate.parse(c.getString(7)),
        "true".equals(c.getString(8)),
        c.getString(9),
        fromOutside ? NotComputed.valueOf(missing) : null);
  }

  private static Judgement.Check check(
      Target.Kind kind,
      Comparator comparator,
      String actual,
      String required,
      String tolerance,
      String unit,
      String period) {
    return check(
        kind,
        Target.TargetClass.quantified,
        comparator,
        actual,
        required,
        tolerance,
        unit,
        TimePeriod.of(period),
        LocalDate.of(2024, 12, 31),
        false,
        null,
        null);
  }

  private static Judgement.Check check(
      Target.Kind kind,
      Target.TargetClass targetClass,
      Comparator comparator,
      String actual,
      String required,
      String tolerance,
      String unit,
      TimePeriod period,
      LocalDate deadline,
      boolean onlyAtDeadline,
      String historyPct,
      NotComputed missing) {
    boolean isAmount = kind == Target.Kind.increment || kind == Target.Kind.assessed;
    Fraction history =
        historyPct == null ? null : Fraction.percent(number(historyPct), new BigDecimal("10000"));
    return new Judgement.Check(
        kind,
        targetClass,
        comparator,
        Fraction.of(number(actual)),
        Fraction.of(number(required)),
        new Tolerance(number(tolerance), isAmount),
        new Tolerance(number(tolerance), false),
        unit,
        1,
        true,
        isAmount ? Due.of(period, 2024, deadline, history) : null,
        period.lastDay().isBefore(deadline),
        Due.isYearEnd(deadline, 2024),
        onlyAtDeadline,
        missing);
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
