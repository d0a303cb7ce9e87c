package org.diaodu.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Amounts of one series in one area, month by month, before anything is rounded: levels for an
 * amount or a stock, growth in percent where only growth is published.
 */
final class SimulatedSeries {

  private final Map<Integer, Double> months = new HashMap<>();

  private SimulatedSeries() {}

  /** An amount: each year's total spread over its months by season, with a little noise. */
  static SimulatedSeries flow(
      SimulationPlan plan,
      SimulationPlan.Series series,
      SimulationPlan.AreaSize area,
      RandomGenerator random) {
    SimulatedSeries made = new SimulatedSeries();
    double weights = series.season().stream().mapToDouble(Double::doubleValue).sum();
    double total = series.base() * area.sizePct() / 100;
    for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
      if (year > plan.fromYear()) {
        total *= 1 + growth(plan, series, area, year, random) / 100;
      }
      for (int month = 1; month <= 12; month++) {
        double season = series.season().get(month - 1) / weights;
        made.months.put(index(year, month), total * season * (1 + 0.004 * random.nextGaussian()));
      }
    }
    return made;
  }

  /** A stock: from one year's end to the next in even steps, with a little noise. */
  static SimulatedSeries stock(
      SimulationPlan plan,
      SimulationPlan.Series series,
      SimulationPlan.AreaSize area,
      double base,
      RandomGenerator random) {
    SimulatedSeries made = new SimulatedSeries();
    double end = base;
    for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
      double growth = year == plan.fromYear() ? 0 : growth(plan, series, area, year, random) / 100;
      double start = end;
      end = start * (1 + growth);
      for (int month = 1; month <= 12; month++) {
        double level = start + (end - start) * month / 12;
        made.months.put(index(year, month), level * (1 + 0.0008 * random.nextGaussian()));
      }
    }
    return made;
  }

  /** Growth itself: wandering around the year's rate, and settling on it towards December. */
  static SimulatedSeries growthOnly(
      SimulationPlan plan,
      SimulationPlan.Series series,
      SimulationPlan.AreaSize area,
      RandomGenerator random) {
    SimulatedSeries made = new SimulatedSeries();
    for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
      double rate =
          series.growthPct().get(year - plan.fromYear())
              + 3 * area.tiltPp()
              + series.spreadPp() * random.nextGaussian();
      double off = 0;
      for (int month = 1; month <= 12; month++) {
        off = 0.6 * off + 0.5 * series.spreadPp() * random.nextGaussian();
        made.months.put(index(year, month), rate + off * (12 - month) / 11);
      }
    }
    return made;
  }

  /** The sum of several. */
  static SimulatedSeries sum(List<SimulatedSeries> parts, double factor) {
    SimulatedSeries made = new SimulatedSeries();
    for (SimulatedSeries part : parts) {
      part.months.forEach((month, value) -> made.months.merge(month, value * factor, Double::sum));
    }
    return made;
  }

  /**
   * The mean of several, weighted by the areas' sizes: growth of the whole where there are no
   * levels.
   */
  static SimulatedSeries mean(List<SimulatedSeries> parts, List<Double> weights, double shift) {
    SimulatedSeries made = new SimulatedSeries();
    double total = weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < parts.size(); i++) {
      double weight = weights.get(i) / total;
      parts
          .get(i)
          .months
          .forEach((month, value) -> made.months.merge(month, value * weight, Double::sum));
    }
    made.months.replaceAll((month, value) -> value + shift);
    return made;
  }

  /** The month alone. */
  double month(int year, int month) {
    return months.get(index(year, month));
  }

  /** From January to the month. */
  double yearToDate(int year, int month) {
    double sum = 0;
    for (int m = 1; m <= month; m++) {
      sum += month(year, m);
    }
    return sum;
  }

  private static double growth(
      SimulationPlan plan,
      SimulationPlan.Series series,
      SimulationPlan.AreaSize area,
      int year,
      RandomGenerator random) {
    return series.growthPct().get(year - plan.fromYear() - 1)
        + area.tiltPp()
        + series.spreadPp() * random.nextGaussian();
  }

  private static int index(int year, int month) {
    return 12 * year + month - 1;
  }
}
