package org.diaodu.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;

/**
 * Figures put together by what they agree in, each group handed to one function of plain Java.
 *
 * @param type what of a figure the function looks at
 * @param indicators codes of the indicators that it has rows of; empty where it has of all
 * @param key columns that the figures of a group agree in
 * @param keyOf the same of a figure
 * @param rows what follows from one group
 * @param <F> what of a figure the function looks at
 * @param <R> what follows
 */
record FigureGroups<F extends Record, R>(
    Class<F> type, Set<String> indicators, List<String> key, Key<F> keyOf, Rows<F, R> rows)
    implements Serializable {

  /** Of all indicators. */
  FigureGroups(Class<F> type, List<String> key, Key<F> keyOf, Rows<F, R> rows) {
    this(type, Set.of(), key, keyOf, rows);
  }

  /** Which figures are looked at; of others nothing follows. */
  Column isOfIndicators() {
    return indicators.isEmpty() ? lit(true) : col("indicator").isin(indicators.toArray());
  }

  /** What tells the group of a figure. */
  @FunctionalInterface
  interface Key<F> extends Function<F, List<?>>, Serializable {}

  /** What follows from the figures of one group. */
  @FunctionalInterface
  interface Rows<F, R> extends Serializable {
    Collection<R> of(List<F> group);
  }

  /** Of figures in any order, which are held in memory together. */
  List<R> of(Collection<F> figures) {
    Map<List<?>, List<F>> groups = new LinkedHashMap<>();
    figures.forEach(
        figure -> groups.computeIfAbsent(keyOf.apply(figure), k -> new ArrayList<>()).add(figure));
    List<R> all = new ArrayList<>();
    groups.values().forEach(group -> all.addAll(rows.of(group)));
    return all;
  }

  /** Of figures in the order of their keys: no more than one group is in memory. */
  Iterator<R> inOrder(Iterator<F> figures) {
    return new Iterator<>() {
      private F next = figures.hasNext() ? figures.next() : null;
      private Iterator<R> group = List.<R>of().iterator();

      @Override
      public boolean hasNext() {
        while (!group.hasNext() && next != null) {
          group = rows.of(nextGroup()).iterator();
        }
        return group.hasNext();
      }

      @Override
      public R next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return group.next();
      }

      private List<F> nextGroup() {
        List<F> figuresOfOne = new ArrayList<>();
        List<?> key = keyOf.apply(next);
        while (next != null && keyOf.apply(next).equals(key)) {
          figuresOfOne.add(next);
          next = figures.hasNext() ? figures.next() : null;
        }
        return figuresOfOne;
      }
    };
  }
}
