package org.diaodu.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.NotComputed;
import org.diaodu.domain.Reconciliation;
import org.diaodu.domain.TimePeriod;

/**
 * The figures of one indicator for all areas of one whole, period by period, and what they become
 * when they are made to add up.
 */
final class AreaPanel {
  /**
   * One area's figure at one period, and why it was not adjusted where it was not.
   *
   * @param restsOn the periods whose figures it depends on
   */
  record Adjusted(
      TimePeriod period,
      List<TimePeriod> restsOn,
      String refArea,
      Reconciliation.Method method,
      BigDecimal reported,
      BigDecimal total,
      BigDecimal reconciled,
      NotComputed why) {}

  private final Function<TimePeriod, List<String>> areas;
  private final Frequency frequency;
  private final int decimals;
  private final Map<TimePeriod, Map<String, BigDecimal>> reported = new TreeMap<>();
  private final Map<TimePeriod, BigDecimal> totals = new TreeMap<>();

  /**
   * Without any figure.
   *
   * @param areas codes of the areas that the whole has at a period, in their order
   * @param decimals decimals with which the indicator is printed
   */
  AreaPanel(Function<TimePeriod, List<String>> areas, Frequency frequency, int decimals) {
    this.areas = areas;
    this.frequency = frequency;
    this.decimals = decimals;
  }

  void reported(TimePeriod period, String refArea, BigDecimal level) {
    reported.computeIfAbsent(period, p -> new LinkedHashMap<>()).put(refArea, level);
  }

  void total(TimePeriod period, BigDecimal level) {
    totals.put(period, level);
  }

  /** Every area at every period by both methods. */
  List<Adjusted> adjusted() {
    Map<TimePeriod, NotComputed> refused = new TreeMap<>();
    totals.keySet().forEach(period -> refused.put(period, NotComputed.areas_missing));
    reported.keySet().forEach(period -> refused.put(period, whyNot(period)));
    List<Adjusted> rows = new ArrayList<>();
    refused.forEach((period, why) -> proportional(period, why, rows));
    refused.forEach(
        (period, why) -> {
          if (why != null) {
            none(period, Reconciliation.Method.movement_preserving, why, rows);
          }
        });
    runs(refused).forEach(run -> movementPreserving(run, rows));
    return rows;
  }

  private NotComputed whyNot(TimePeriod period) {
    BigDecimal total = totals.get(period);
    if (total == null) {
      return NotComputed.no_total;
    }
    Map<String, BigDecimal> levels = reported.get(period);
    if (areas.apply(period).stream().anyMatch(area -> levels.get(area) == null)) {
      return NotComputed.areas_missing;
    }
    boolean negative = levels.values().stream().anyMatch(l -> l.signum() < 0) || total.signum() < 0;
    boolean allZero = levels.values().stream().allMatch(l -> l.signum() == 0);
    return negative || allZero ? NotComputed.non_positive_level : null;
  }

  private void proportional(TimePeriod period, NotComputed why, List<Adjusted> rows) {
    if (why != null) {
      none(period, Reconciliation.Method.proportional, why, rows);
      return;
    }
    add(
        period,
        List.of(period),
        Reconciliation.Method.proportional,
        Reconciliation.proportional(levels(period), totals.get(period), decimals),
        rows);
  }

  private void movementPreserving(List<TimePeriod> run, List<Adjusted> rows) {
    if (run.size() < 2) {
      none(
          run.get(0), Reconciliation.Method.movement_preserving, NotComputed.too_few_figures, rows);
      return;
    }
    int count = areas.apply(run.get(0)).size();
    double[][] figures = new double[count][run.size()];
    double[] sums = new double[run.size()];
    for (int t = 0; t < run.size(); t++) {
      sums[t] = totals.get(run.get(t)).doubleValue();
      List<BigDecimal> levels = levels(run.get(t));
      for (int area = 0; area < count; area++) {
        figures[area][t] = levels.get(area).doubleValue();
      }
    }
    double[][] adjusted = MovementPreserving.adjusted(figures, sums, frequency);
    for (int t = 0; t < run.size(); t++) {
      double[] column = new double[count];
      boolean negative = false;
      for (int area = 0; area < column.length; area++) {
        column[area] = adjusted[area][t];
        negative |= column[area] < 0;
      }
      TimePeriod period = run.get(t);
      if (negative) {
        none(
            period,
            Reconciliation.Method.movement_preserving,
            NotComputed.non_positive_level,
            rows);
      } else {
        add(
            period,
            run,
            Reconciliation.Method.movement_preserving,
            Reconciliation.toLastDigit(column, levels(period), totals.get(period), decimals),
            rows);
      }
    }
  }

  /**
   * Periods that follow each other without a gap, and of the same areas. A January that is never
   * published is none: the figure after December is February's.
   */
  private List<List<TimePeriod>> runs(Map<TimePeriod, NotComputed> refused) {
    List<List<TimePeriod>> runs = new ArrayList<>();
    TimePeriod last = null;
    for (Map.Entry<TimePeriod, NotComputed> entry : refused.entrySet()) {
      TimePeriod period = entry.getKey();
      if (entry.getValue() != null) {
        last = null;
        continue;
      }
      if (last == null || !follows(last, period)) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(period);
      last = period;
    }
    return runs;
  }

  private boolean follows(TimePeriod last, TimePeriod period) {
    if (!areas.apply(last).equals(areas.apply(period))) {
      return false;
    }
    int step = period.monthIndex() - last.monthIndex();
    boolean overJanuary =
        frequency == Frequency.M && step == 2 && period.number() == 2 && last.number() == 12;
    return step == frequency.months() || overJanuary;
  }

  private List<BigDecimal> levels(TimePeriod period) {
    return areas.apply(period).stream().map(reported.get(period)::get).toList();
  }

  private void add(
      TimePeriod period,
      List<TimePeriod> restsOn,
      Reconciliation.Method method,
      List<BigDecimal> reconciled,
      List<Adjusted> rows) {
    List<BigDecimal> levels = levels(period);
    List<String> at = areas.apply(period);
    for (int i = 0; i < at.size(); i++) {
      rows.add(
          new Adjusted(
              period,
              restsOn,
              at.get(i),
              method,
              levels.get(i),
              totals.get(period),
              reconciled.get(i),
              null));
    }
  }

  private void none(
      TimePeriod period, Reconciliation.Method method, NotComputed why, List<Adjusted> rows) {
    Map<String, BigDecimal> levels = reported.getOrDefault(period, Map.of());
    for (String area : areas.apply(period)) {
      rows.add(
          new Adjusted(
              period,
              List.of(period),
              area,
              method,
              levels.get(area),
              totals.get(period),
              null,
              why));
    }
  }
}
