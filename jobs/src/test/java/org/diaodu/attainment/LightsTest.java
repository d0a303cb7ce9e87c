package org.diaodu.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.domain.TimePeriod;
import org.diaodu.testing.CubeFixture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Kind × comparator × time, from the line in {@code targets.csv} and the figures to the light. In
 * the tables, {@code yellow|red} is either; {@code compared_with} is last year's figure or that of
 * the series {@code other}; a tolerance with a unit of its own is one of the target alone.
 */
class LightsTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}: {2} {3} {4}{5}, {10} by {9}: {13}")
  @CsvFileSource(resources = "/lights.csv", numLinesToSkip = 1)
  void theLightIsTheOneOfTheTable(ArgumentsAccessor facts) throws IOException {
    judge(new Case(facts));
  }

  @ParameterizedTest(name = "{0}: {2} {3} {4}{5}, {10} by {9}: {13}")
  @CsvFileSource(resources = "/lights_invented.csv", numLinesToSkip = 1)
  void theLightIsTheOneThatWasInvented(ArgumentsAccessor facts) throws IOException {
    judge(new Case(facts));
  }

  private void judge(Case of) throws IOException {
    PlanFixture plan = new PlanFixture(folder);
    of.writeTo(plan);

    AttainmentRow row = plan.rows().get("X-7 %s %s".formatted(of.area(), of.period()));

    assertThat(of.light().split("\\|")).as(row.lightReason()).contains(row.light().name());
    if (!of.duePct().isEmpty()) {
      assertThat(row.schedulePct()).isEqualByComparingTo(of.duePct());
    }
    assertThat(row.lightReason())
        .as("a ceiling is kept and not reached")
        .doesNotContain(of.comparator().startsWith("<") ? "达到" : "符合要求，未");
  }

  /** A line of a table; empty cells are empty texts. */
  private record Case(ArgumentsAccessor facts) {

    void writeTo(PlanFixture plan) throws IOException {
      plan.write("policy.yaml", policy());
      plan.series("measured", series(), measuredUnit(), TimePeriod.of(period()).frequency());
      plan.series("other", "growth_only", "%", TimePeriod.of(period()).frequency());
      plan.add(
          "targets.csv",
          "X-7,0,试验行动,1,%s,目标,%s,%s,%s,%s,%s,%s,,%s,t_office,,,%s,,"
              .formatted(
                  kind().equals("assessed") ? "" : "measured",
                  targetClass(),
                  kind(),
                  comparator(),
                  text(4),
                  text(5),
                  kind().equals("count_of_areas") ? ">=100" : "",
                  area(),
                  text(8)));
      writeFigures(plan);
    }

    /** What has a unit of its own is said of the target, and all else of its kind. */
    private String policy() {
      String yellow = text(6);
      String about = text(7);
      boolean isOwn = !isOfKind(yellow) || !isOfKind(about);
      boolean isByProgress = kind().equals("level") && isOfKind(yellow);
      return String.join(
          "\n",
          "policy_id: invented",
          "valid_from: 2024-01-01",
          "yellow_within:",
          "  %s: %s".formatted(kind(), isOfKind(yellow) ? yellow : "0"),
          isByProgress ? "  increment: 5" : "",
          "about_within: " + (isOfKind(about) && !about.isEmpty() ? about : "0.5"),
          isOwn
              ? "tolerances: {X-7: {yellow_within: %s%s}}"
                  .formatted(yellow, isOfKind(about) ? "" : ", about_within: " + about)
              : "");
    }

    private static boolean isOfKind(String tolerance) {
      return tolerance.matches("([0-9.]+(%|个百分点)?)?");
    }

    private void writeFigures(PlanFixture plan) {
      String before = TimePeriod.of(period()).yearEarlier().toString();
      switch (kind()) {
        case "assessed" -> plan.report("X-7", period(), text(10), "on_schedule", "2025-01-10");
        case "growth_yoy" ->
            plan.figures(
                figures -> {
                  figures.growth("measured", "T00", period(), text(10));
                  if (!text(11).isEmpty()) {
                    figures.growth("other", "T00", period(), text(11));
                  }
                });
        case "capital_share" ->
            plan.figures(
                figures -> {
                  share(figures, period(), text(10));
                  if (!text(11).isEmpty()) {
                    share(figures, before, text(11));
                  }
                });
        case "count_of_areas" ->
            plan.figures(
                figures -> {
                  List<String> levels = List.of(text(10).split(";"));
                  for (int i = 0; i < levels.size(); i++) {
                    figures.level("measured", "T0" + (i + 1), period(), levels.get(i));
                  }
                });
        default ->
            plan.figures(
                figures -> {
                  figures.level("measured", "T00", period(), text(10));
                  if (!text(11).isEmpty()) {
                    figures.level("measured", "T00", before, text(11));
                  }
                });
      }
    }

    private static void share(CubeFixture figures, String period, String percent) {
      figures.level("measured", "T01", period, percent).level("measured", "T00", period, "100");
    }

    private String targetClass() {
      return comparator().contains(":")
          ? "relative"
          : new BigDecimal(text(4).isEmpty() ? "-1" : text(4)).signum() == 0
              ? "absolute"
              : text(4).isEmpty() ? "directional" : "quantified";
    }

    private String series() {
      return text(1).isEmpty() ? "flow" : text(1);
    }

    private String measuredUnit() {
      return List.of("capital_share", "count_of_areas", "assessed").contains(kind())
          ? "亿元"
          : text(5);
    }

    String area() {
      return kind().equals("capital_share") ? "T01" : "T00";
    }

    String kind() {
      return text(2);
    }

    String comparator() {
      return text(3);
    }

    String period() {
      return text(9);
    }

    String duePct() {
      return text(12);
    }

    String light() {
      return text(13);
    }

    private String text(int column) {
      String text = facts.getString(column);
      return text == null ? "" : text;
    }
  }
}
