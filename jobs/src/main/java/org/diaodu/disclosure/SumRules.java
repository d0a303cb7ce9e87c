package org.diaodu.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.cube.Cubes;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Frequency;
import org.diaodu.domain.TimePeriod;

/**
 * Which figures of one indicator add up: areas to their parent, where the indicator is additive; a
 * period and the cumulative figure before it to the cumulative one; and what is said of one day in
 * two frequencies is the same.
 */
public final class SumRules {
  private final Cubes cubes;

  /** By the indicators and areas of a pack. */
  public SumRules(Cubes cubes) {
    this.cubes = cubes;
  }

  /** Every sum that a cell can stand in, whether its other figures are known or not. */
  List<Sum> with(Cell cell) {
    List<Sum> sums = new ArrayList<>();
    if (cell.measure().isGrowth()) {
      return sums;
    }
    areas(cell, sums);
    time(cell, sums);
    frequencies(cell, sums);
    return sums;
  }

  private void areas(Cell cell, List<Sum> sums) {
    if (!cubes.knows(cell.indicator()) || !cubes.isAdditive(cell.indicator())) {
      return;
    }
    for (String aggregate : cubes.groupsOf(cell.refArea())) {
      List<String> parts = cubes.componentsOf(aggregate, cell.period());
      if (aggregate.equals(cell.refArea()) || parts.contains(cell.refArea())) {
        if (!parts.isEmpty()) {
          sums.add(new Sum(cell.of(aggregate), parts.stream().map(cell::of).toList()));
        }
      }
    }
  }

  private static void time(Cell cell, List<Sum> sums) {
    TimePeriod period = cell.period();
    switch (cell.accumulation()) {
      case PER -> sums.add(cumulative(cell, period));
      case YTD -> {
        sums.add(cumulative(cell, period));
        if (period.number() < period.frequency().periodsPerYear()) {
          sums.add(cumulative(cell, period.next()));
        }
      }
      case EOP -> {}
    }
  }

  private static Sum cumulative(Cell cell, TimePeriod period) {
    List<Cell> parts = new ArrayList<>();
    if (period.number() > 1) {
      parts.add(cell.at(period.previous(), Accumulation.YTD));
    }
    parts.add(cell.at(period, Accumulation.PER));
    return new Sum(cell.at(period, Accumulation.YTD), parts);
  }

  private static void frequencies(Cell cell, List<Sum> sums) {
    if (cell.accumulation() == Accumulation.PER) {
      return;
    }
    for (Frequency frequency : Frequency.values()) {
      TimePeriod same = TimePeriod.containing(frequency, cell.period().lastDay());
      if (frequency != cell.period().frequency()
          && same.monthIndex() == cell.period().monthIndex()) {
        Cell other = cell.at(same, cell.accumulation());
        boolean isFirst = Cell.ORDER.compare(cell, other) < 0;
        sums.add(new Sum(isFirst ? cell : other, List.of(isFirst ? other : cell)));
      }
    }
  }
}
