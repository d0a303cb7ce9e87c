package org.diaodu.cube;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.domain.ExactDecimal;
import org.diaodu.domain.ObservationStatus;
import org.diaodu.domain.Provenance;

/**
 * The figures of areas with those that they take over: before an area existed its series goes on
 * with that of its predecessor, so that its growth has a base. Of several predecessors the levels
 * are added up, where levels of areas can be and every one of them has one.
 */
final class InheritedFigures {
  private final Map<String, AreaFigures> own;
  private final PeerGroup group;
  private final IndicatorDefinition indicator;
  private final Map<String, AreaFigures> done = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * Of a group.
   *
   * @param own the figures of its areas and of their predecessors, each at periods at which the
   *     area existed
   */
  InheritedFigures(Map<String, AreaFigures> own, PeerGroup group, IndicatorDefinition indicator) {
    this.own = own;
    this.group = group;
    this.indicator = indicator;
  }

  /** The figures of an area, its own before all others; without any where none are known. */
  AreaFigures of(String refArea) {
    AreaFigures figures = own.getOrDefault(refArea, new AreaFigures());
    List<String> predecessors = group.lifetimes().predecessors(refArea);
    if (predecessors.isEmpty() || !open.add(refArea)) {
      return figures;
    }
    AreaFigures known = done.get(refArea);
    if (known == null) {
      known = figures.copy();
      known.addMissing(
          predecessors.size() == 1
              ? of(predecessors.get(0))
              : sum(predecessors.stream().map(this::of).toList()));
      done.put(refArea, known);
    }
    open.remove(refArea);
    return known;
  }

  private AreaFigures sum(List<AreaFigures> predecessors) {
    AreaFigures sum = new AreaFigures();
    if (indicator.additive()) {
      predecessors
          .get(0)
          .forEach(
              (accumulation, measure, ordinal, first) -> {
                Vintage total = measure.isGrowth() ? null : first;
                for (AreaFigures other : predecessors.subList(1, predecessors.size())) {
                  total = sum(total, other.at(accumulation, measure, ordinal));
                }
                if (total != null) {
                  sum.add(accumulation, measure, ordinal, total);
                }
              });
    }
    return sum;
  }

  /** Null where one is missing, and where the sum has too many digits. */
  private static Vintage sum(Vintage one, Vintage other) {
    if (one == null || other == null || one.value() == null || other.value() == null) {
      return null;
    }
    BigDecimal value = one.value().add(other.value());
    return !ExactDecimal.fits(value)
        ? null
        : new Vintage(
            value,
            Math.max(one.decimals(), other.decimals()),
            one.isBreak() || other.isBreak() ? ObservationStatus.B : ObservationStatus.A,
            Point.later(one.released(), other.released()),
            Math.max(one.arrivedAt(), other.arrivedAt()),
            Math.max(one.recordedAt(), other.recordedAt()),
            Provenance.ofUsed(one.provenance(), other.provenance()));
  }
}
