package org.diaodu.cube;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.diaodu.domain.Accumulation;
import org.diaodu.domain.Measure;

/** The latest vintages of one area, by what they are and by the ordinal of their period. */
final class AreaFigures {
  private final Map<Accumulation, Map<Measure, Map<Integer, Vintage>>> figures =
      new EnumMap<>(Accumulation.class);

  void add(Accumulation accumulation, Measure measure, int ordinal, Vintage vintage) {
    figures
        .computeIfAbsent(accumulation, a -> new EnumMap<>(Measure.class))
        .computeIfAbsent(measure, m -> new HashMap<>())
        .merge(ordinal, vintage, Vintage::latest);
  }

  /** What is known, one figure at a time. */
  @FunctionalInterface
  interface Each {
    void figure(Accumulation accumulation, Measure measure, int ordinal, Vintage vintage);
  }

  void forEach(Each each) {
    figures.forEach(
        (accumulation, byMeasure) ->
            byMeasure.forEach(
                (measure, byPeriod) ->
                    byPeriod.forEach(
                        (ordinal, vintage) ->
                            each.figure(accumulation, measure, ordinal, vintage))));
  }

  /** The figure of a period; null where there is none. */
  Vintage at(Accumulation accumulation, Measure measure, int ordinal) {
    return figures
        .getOrDefault(accumulation, Map.of())
        .getOrDefault(measure, Map.of())
        .get(ordinal);
  }

  AreaFigures copy() {
    AreaFigures copy = new AreaFigures();
    forEach(copy::add);
    return copy;
  }

  /** Adds those of another area where there is none. */
  void addMissing(AreaFigures other) {
    other.forEach(
        (accumulation, measure, ordinal, vintage) -> {
          if (at(accumulation, measure, ordinal) == null) {
            add(accumulation, measure, ordinal, vintage);
          }
        });
  }

  Set<Accumulation> accumulations() {
    return figures.keySet();
  }

  /** The latest vintages, each at the position of its period; null where there is none. */
  Vintage[] of(Accumulation accumulation, Measure measure, Periods periods) {
    Vintage[] latest = new Vintage[periods.count()];
    figures
        .getOrDefault(accumulation, Map.of())
        .getOrDefault(measure, Map.of())
        .forEach((ordinal, vintage) -> latest[ordinal - periods.first()] = vintage);
    return latest;
  }

  /**
   * Whether a figure of the area is marked as a break, at each position. That constant prices have
   * become those of another year is no break of the figures at current prices, so it is not among
   * these.
   */
  boolean[] breaks(Periods periods) {
    return breaks(periods, measure -> measure != Measure.LEVEL_CONSTANT);
  }

  /** Whether a level at constant prices is marked as a break, at each position. */
  boolean[] breaksOfConstantPrices(Periods periods) {
    return breaks(periods, measure -> measure == Measure.LEVEL_CONSTANT);
  }

  private boolean[] breaks(Periods periods, Predicate<Measure> of) {
    boolean[] breaks = new boolean[periods.count()];
    figures
        .values()
        .forEach(
            byMeasure ->
                byMeasure.forEach(
                    (measure, byPeriod) -> {
                      if (of.test(measure)) {
                        byPeriod.forEach(
                            (ordinal, vintage) ->
                                breaks[ordinal - periods.first()] |= vintage.isBreak());
                      }
                    }));
    return breaks;
  }
}
