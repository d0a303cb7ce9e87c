package org.diaodu.disclosure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which figures are kept from the public: the confidential ones, and so many more that none of
 * these can be worked out from what is left. Definitions: {@code docs/method/suppression.md}.
 */
public final class Suppression {
  private final Map<Cell, Figure> figures;
  private final Sums sums;
  private final Set<Cell> confidential = new HashSet<>();
  private final Set<Cell> hidden = new HashSet<>();

  private Suppression(Map<Cell, Figure> figures, Sums sums) {
    this.figures = figures;
    this.sums = sums;
    figures.forEach(
        (cell, figure) -> {
          if (figure.isConfidential()) {
            confidential.add(cell);
            hidden.add(cell);
          }
        });
  }

  /**
   * A figure as it is known.
   *
   * @param value null where it was sent suppressed
   * @param isConfidential whether it is not for the public
   */
  public record Figure(BigDecimal value, boolean isConfidential) {}

  /** Why a figure is kept from the public. */
  public enum Because {
    /** It is confidential, or was sent suppressed. */
    confidential,
    /** A confidential one could be worked out from it. */
    secondary
  }

  /**
   * The figures that are not shown, in the order of their cells.
   *
   * @param figures the figures as known on a day; those without a value that are not confidential
   *     may be left out
   * @param rules which figures add up
   */
  public static Map<Cell, Because> of(Map<Cell, Figure> figures, SumRules rules) {
    if (figures.values().stream().noneMatch(Figure::isConfidential)) {
      return Map.of();
    }
    Suppression suppression = new Suppression(figures, new Sums(figures.keySet(), rules));
    suppression.protect();
    Map<Cell, Because> because = new TreeMap<>(Cell.ORDER);
    suppression.hidden.forEach(
        cell ->
            because.put(
                cell,
                suppression.confidential.contains(cell)
                    ? Because.confidential
                    : Because.secondary));
    return because;
  }

  /** Hides one more figure at a time, until no confidential one is certain. */
  private void protect() {
    Optional<Cell> next = Optional.of(confidential.iterator().next());
    while (next.isPresent()) {
      Set<Sum> around = around();
      Set<Cell> certain = Attack.certain(around, hidden);
      next =
          certain.stream().anyMatch(confidential::contains)
              ? candidate(around, certain)
              : Optional.empty();
      next.ifPresent(hidden::add);
    }
  }

  private Set<Sum> around() {
    return hidden.stream().flatMap(cell -> sums.with(cell).stream()).collect(Collectors.toSet());
  }

  /**
   * The figure that is hidden next: of a sum in which all that is hidden is certain, and rather of
   * one that gives a single figure away; else of one in which something is; else of any. Within it
   * rather one of the same period, rather a part than the total, rather the least.
   */
  private Optional<Cell> candidate(Set<Sum> around, Set<Cell> certain) {
    Comparator<Sum> order =
        Comparator.<Sum>comparingInt(sum -> hiddenOf(sum).allMatch(certain::contains) ? 0 : 1)
            .thenComparing(sum -> hiddenOf(sum).anyMatch(certain::contains) ? 0 : 1)
            .thenComparing(sum -> hiddenOf(sum).count())
            .thenComparing(Sum::total, Cell.ORDER)
            .thenComparing(sum -> sum.parts().get(0), Cell.ORDER);
    return around.stream().sorted(order).flatMap(this::candidates).findFirst();
  }

  private Stream<Cell> hiddenOf(Sum sum) {
    return sum.cells().filter(hidden::contains);
  }

  private Stream<Cell> candidates(Sum sum) {
    int period = hiddenOf(sum).mapToInt(cell -> cell.period().monthIndex()).min().orElseThrow();
    return sum.cells()
        .filter(cell -> !hidden.contains(cell))
        .sorted(
            Comparator.<Cell>comparingInt(cell -> period == cell.period().monthIndex() ? 0 : 1)
                .thenComparing(cell -> cell.period().monthIndex() < period)
                .thenComparing(cell -> cell.equals(sum.total()))
                .thenComparing(this::isZero)
                .thenComparing(this::size)
                .thenComparing(Cell.ORDER));
  }

  /** That nothing was there is often known otherwise, so that a zero protects little. */
  private boolean isZero(Cell cell) {
    return size(cell).signum() == 0;
  }

  private BigDecimal size(Cell cell) {
    return Objects.requireNonNullElse(figures.get(cell).value(), BigDecimal.ZERO).abs();
  }

  /** The sums that each cell stands in. */
  private static final class Sums {
    private final Map<Cell, List<Sum>> known = new HashMap<>();
    private final Set<Cell> cells;
    private final SumRules rules;

    Sums(Set<Cell> cells, SumRules rules) {
      this.cells = cells;
      this.rules = rules;
    }

    /** Sums of which a figure is missing say nothing of the others. */
    List<Sum> with(Cell cell) {
      return known.computeIfAbsent(
          cell,
          of -> rules.with(of).stream().filter(s -> s.cells().allMatch(cells::contains)).toList());
    }
  }
}
