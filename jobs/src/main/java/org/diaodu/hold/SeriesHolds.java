package org.diaodu.hold;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.domain.Measure;
import org.diaodu.region.Indicator;

/**
 * The figures of one series that arrived, held against what was known of it and against each other.
 * What one rule holds no longer counts for the rules after it: a slip is told once, and does not
 * make doubtful what stands beside it.
 */
public final class SeriesHolds {
  /**
   * A figure that is doubted.
   *
   * @param sourceFile where it stands
   * @param sourceCell where it stands in the file
   * @param rule the rule
   * @param found the figure
   * @param expected what would have been expected, in Chinese
   * @param message what is wrong, in Chinese
   */
  public record Held(
      String sourceFile,
      String sourceCell,
      String rule,
      String found,
      String expected,
      String message) {}

  private final Indicator indicator;
  private final HoldThresholds thresholds;
  private final Collection<ReportedFigure> known;
  private final List<ReportedFigure> arrived;
  private final Map<ReportedFigure, Held> held = new LinkedHashMap<>();
  private final List<Held> warned = new ArrayList<>();
  private final Map<ReportedFigure.Key, List<ReportedFigure>> statementsOf;
  private final Map<ReportedFigure.Key, ReportedFigure> latestKnown;

  /** Of each figure what counts; made anew once something is held. */
  private Map<ReportedFigure.Key, ReportedFigure> latest;

  private int heldWhenMade = -1;

  private SeriesHolds(
      List<ReportedFigure> figures, Indicator indicator, HoldThresholds thresholds) {
    this.indicator = indicator;
    this.thresholds = thresholds;
    this.known = figures.stream().filter(f -> !f.arrived()).toList();
    this.arrived =
        figures.stream()
            .filter(f -> f.arrived() && f.obsValue() != null)
            .sorted(ReportedFigure.IN_ORDER)
            .toList();
    this.statementsOf = figures.stream().collect(Collectors.groupingBy(ReportedFigure::key));
    this.latestKnown = latest(known.stream());
  }

  /**
   * What is to be said of the figures of one series that arrived.
   *
   * @param figures of one indicator, area, provenance and source, in any order
   */
  public static List<Held> of(
      List<ReportedFigure> figures, Indicator indicator, HoldThresholds thresholds) {
    SeriesHolds series = new SeriesHolds(figures, indicator, thresholds);
    if (!series.arrived.isEmpty()) {
      series.bounds();
      series.leaps();
      series.revisions();
      series.growth();
      series.history();
    }
    List<Held> all = new ArrayList<>(series.held.values());
    all.addAll(series.warned);
    return all;
  }

  private void bounds() {
    for (ReportedFigure figure : arrived) {
      Bounds.doubt(
              figure,
              indicator,
              thresholds.of(HoldRule.far_out_of_bounds, "times"),
              thresholds.of(HoldRule.far_out_of_bounds, "growth_percent"))
          .ifPresent(doubt -> add(HoldRule.far_out_of_bounds, figure, doubt));
    }
  }

  /** The one furthest off first, until the rest is of one size. */
  private void leaps() {
    if (isOff(HoldRule.leaves_series)) {
      return;
    }
    List<ReportedFigure> left =
        new ArrayList<>(arrived.stream().filter(this::isDoubtableLevel).toList());
    while (true) {
      ReportedFigure worst = null;
      double excess = 1;
      for (ReportedFigure figure : left) {
        double of = excess(figure);
        if (of > excess) {
          worst = figure;
          excess = of;
        }
      }
      if (worst == null) {
        return;
      }
      add(HoldRule.leaves_series, worst, Leap.ofSeries(worst, near(worst), indicator));
      left.remove(worst);
    }
  }

  private boolean isDoubtableLevel(ReportedFigure figure) {
    return figure.isLevel() && figure.obsValue().signum() > 0 && !held.containsKey(figure);
  }

  private double excess(ReportedFigure figure) {
    double value = figure.obsValue().doubleValue();
    Neighbours near = near(figure);
    double excess = Leap.excess(value, figure.key(), near, thresholds);
    if (excess <= 1 || Leap.areFew(value, near.typicalAt(figure.key()), indicator)) {
      return 0;
    }
    double sudden = thresholds.of(HoldRule.leaves_series, "sudden_times");
    boolean borneOut =
        Leap.away(near.times(figure.key(), value)) < sudden && isBorneOutByGrowth(figure);
    return borneOut ? 0 : excess;
  }

  /** A published growth that explains the leap: a small county's new exporter. */
  private boolean isBorneOutByGrowth(ReportedFigure level) {
    Map<ReportedFigure.Key, ReportedFigure> latest = latest();
    ReportedFigure growth = latest.get(level.key().as(Measure.YOY));
    ReportedFigure yearAgo = latest.get(level.key().at(level.timePeriod().yearEarlier()));
    return growth != null
        && growth.obsValue() != null
        && yearAgo != null
        && yearAgo.obsValue() != null
        && GrowthDoubts.againstLevels(level, yearAgo, growth, thresholds).isEmpty();
  }

  /** What is known says more of a series than what came with the figure, in one unit with it. */
  private Neighbours near(ReportedFigure figure) {
    Neighbours before = Neighbours.of(figure.key(), latestKnown);
    return before.count() >= 2 ? before : Neighbours.of(figure.key(), latest());
  }

  private void revisions() {
    if (isOff(HoldRule.revised_by_factor)) {
      return;
    }
    for (ReportedFigure figure : arrived) {
      if (figure.isLevel() && !held.containsKey(figure)) {
        before(figure)
            .flatMap(b -> Leap.ofRevision(figure, b, near(figure), indicator, thresholds))
            .ifPresent(doubt -> add(HoldRule.revised_by_factor, figure, doubt));
      }
    }
  }

  /** The figure as it was known from the statements that count less than this one. */
  private Optional<BigDecimal> before(ReportedFigure figure) {
    return statementsOf.get(figure.key()).stream()
        .filter(f -> !held.containsKey(f) && ReportedFigure.IN_ORDER.compare(f, figure) < 0)
        .max(ReportedFigure.IN_ORDER)
        .map(ReportedFigure::obsValue);
  }

  private void growth() {
    if (isOff(HoldRule.growth_against_levels)) {
      return;
    }
    Map<ReportedFigure.Key, ReportedFigure> latest = latest();
    latest.values().stream()
        .filter(f -> f.measure() == Measure.YOY && f.obsValue() != null)
        .sorted(ReportedFigure.IN_ORDER)
        .forEach(
            growth -> {
              ReportedFigure.Key key = growth.key().as(Measure.LEVEL);
              ReportedFigure level = latest.get(key);
              ReportedFigure ago = latest.get(key.at(key.period().yearEarlier()));
              if (isFigure(level)
                  && isFigure(ago)
                  && !level.obsStatus().equals("B")
                  && !Leap.areFew(
                      level.obsValue().doubleValue(), ago.obsValue().doubleValue(), indicator)) {
                GrowthDoubts.againstLevels(level, ago, growth, thresholds)
                    .ifPresent(doubt -> contradict(level, growth, ago, doubt));
              }
            });
  }

  /** What arrived of the three is held: the base only where the others were known already. */
  private void contradict(
      ReportedFigure level, ReportedFigure growth, ReportedFigure ago, Doubt doubt) {
    boolean any = level.arrived() || growth.arrived();
    for (ReportedFigure figure : any ? List.of(level, growth) : List.of(ago)) {
      if (figure.arrived()) {
        add(HoldRule.growth_against_levels, figure, doubt);
      }
    }
  }

  private void history() {
    if (isOff(HoldRule.growth_leaves_history)) {
      return;
    }
    Map<ReportedFigure.Key, ReportedFigure> latest = latest();
    Map<List<String>, List<ReportedFigure>> lines =
        latest.values().stream()
            .filter(f -> f.measure() == Measure.YOY && f.obsValue() != null)
            .collect(Collectors.groupingBy(f -> List.of(f.freq(), f.accumulation())));
    lines
        .values()
        .forEach(
            line -> {
              double median =
                  GrowthDoubts.median(line.stream().map(ReportedFigure::obsValue).toList());
              for (ReportedFigure figure : line) {
                if (figure.arrived() && GrowthDoubts.isFarFromMost(figure, median, thresholds)) {
                  fromHistory(figure, line, latest);
                }
              }
            });
  }

  private void fromHistory(
      ReportedFigure growth,
      List<ReportedFigure> line,
      Map<ReportedFigure.Key, ReportedFigure> latest) {
    List<BigDecimal> others =
        line.stream().filter(f -> !f.equals(growth)).map(ReportedFigure::obsValue).toList();
    GrowthDoubts.fromHistory(growth, others, thresholds)
        .filter(doubt -> !isBorneOutByLevels(growth, latest))
        .ifPresent(doubt -> add(HoldRule.growth_leaves_history, growth, doubt));
  }

  private boolean isBorneOutByLevels(
      ReportedFigure growth, Map<ReportedFigure.Key, ReportedFigure> latest) {
    ReportedFigure.Key key = growth.key().as(Measure.LEVEL);
    ReportedFigure level = latest.get(key);
    ReportedFigure ago = latest.get(key.at(key.period().yearEarlier()));
    return isFigure(level)
        && isFigure(ago)
        && GrowthDoubts.againstLevels(level, ago, growth, thresholds).isEmpty();
  }

  private static boolean isFigure(ReportedFigure figure) {
    return figure != null && figure.obsValue() != null;
  }

  private Map<ReportedFigure.Key, ReportedFigure> latest() {
    if (heldWhenMade != held.size()) {
      latest =
          latest(Stream.concat(known.stream(), arrived.stream().filter(f -> !held.containsKey(f))));
      heldWhenMade = held.size();
    }
    return latest;
  }

  private static Map<ReportedFigure.Key, ReportedFigure> latest(Stream<ReportedFigure> statements) {
    Map<ReportedFigure.Key, ReportedFigure> latest = new HashMap<>();
    statements.forEach(
        f ->
            latest.merge(f.key(), f, (a, b) -> ReportedFigure.IN_ORDER.compare(a, b) >= 0 ? a : b));
    return latest;
  }

  private boolean isOff(HoldRule rule) {
    return thresholds.severity(rule) == HoldThresholds.Severity.off;
  }

  private void add(HoldRule rule, ReportedFigure figure, Doubt doubt) {
    Held of =
        new Held(
            figure.sourceFile(),
            figure.sourceCell(),
            rule.name(),
            Bounds.plain(figure.obsValue()),
            doubt.expected(),
            doubt.why());
    switch (thresholds.severity(rule)) {
      case hold -> held.putIfAbsent(figure, of);
      case warn -> warned.add(of);
      case off -> {}
    }
  }
}
