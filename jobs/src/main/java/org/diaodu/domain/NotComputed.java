package org.diaodu.domain;

/** Why a figure is null: the code list of every {@code not_computed_because} column. */
public enum NotComputed {
  /** Nothing was received for this period. */
  no_observation,
  /** Nothing was received for the same period of the year before. */
  no_base_period,
  /** The year-ago level is zero or negative: growth has no meaning. */
  non_positive_base,
  /** A row was received that says the figure is missing or withdrawn. */
  missing_value,
  /** The indicator's growth is taken as published only, and none is published yet. */
  growth_not_published,
  /** Neither the total area nor every area below it has a figure. */
  no_total,
  /** The capital has no figure. */
  no_capital,
  /** The two years were divided by different totals, one published and one summed. */
  denominator_differs,
  /** The result has more digits than a stored figure can hold. */
  out_of_range
}
