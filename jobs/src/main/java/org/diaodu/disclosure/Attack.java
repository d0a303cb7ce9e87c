package org.diaodu.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reader can work out who knows every published figure and which of them add up: sums, by
 * any combination of adding and subtracting. Only which figures are hidden matters, not what they
 * are.
 */
final class Attack {
  private Attack() {}

  /**
   * The hidden cells whose value is certain.
   *
   * @param sums all cells of each sum; the total is one of them, and with which sign a cell counts
   *     is told by {@link Sum}
   */
  static Set<Cell> certain(Collection<Sum> sums, Set<Cell> hidden) {
    List<SortedMap<Cell, BigInteger>> reduced = new ArrayList<>();
    for (Sum sum : sums) {
      SortedMap<Cell, BigInteger> row = unknowns(sum, hidden);
      for (SortedMap<Cell, BigInteger> known : reduced) {
        eliminate(row, known);
      }
      if (!row.isEmpty()) {
        for (SortedMap<Cell, BigInteger> known : reduced) {
          eliminate(known, row);
        }
        reduced.add(row);
      }
    }
    Set<Cell> certain = new HashSet<>();
    for (SortedMap<Cell, BigInteger> row : reduced) {
      if (row.size() == 1) {
        certain.add(row.firstKey());
      }
    }
    return certain;
  }

  private static SortedMap<Cell, BigInteger> unknowns(Sum sum, Set<Cell> hidden) {
    SortedMap<Cell, BigInteger> row = new TreeMap<>(Cell.ORDER);
    if (hidden.contains(sum.total())) {
      row.put(sum.total(), BigInteger.ONE.negate());
    }
    for (Cell part : sum.parts()) {
      if (hidden.contains(part)) {
        row.put(part, BigInteger.ONE);
      }
    }
    return row;
  }

  /** Takes the first unknown of another row out of a row, with whole numbers only. */
  private static void eliminate(
      SortedMap<Cell, BigInteger> row, SortedMap<Cell, BigInteger> other) {
    Cell pivot = other.firstKey();
    BigInteger mine = row.get(pivot);
    if (mine == null) {
      return;
    }
    BigInteger its = other.get(pivot);
    BigInteger common = mine.gcd(its);
    BigInteger timesMine = its.divide(common);
    BigInteger timesIts = mine.divide(common);
    row.replaceAll((cell, factor) -> factor.multiply(timesMine));
    other.forEach(
        (cell, factor) ->
            row.merge(cell, factor.multiply(timesIts).negate(), Attack::sumOrNothing));
  }

  private static BigInteger sumOrNothing(BigInteger one, BigInteger other) {
    BigInteger sum = one.add(other);
    return sum.signum() == 0 ? null : sum;
  }
}
