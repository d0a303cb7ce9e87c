package org.diaodu.domain;

/** What has to be said beside a figure that rests on others of its series, the gravest first. */
public enum SeriesFlag {
  /**
   * A break in the series lies between the figure and what it is compared with: after the base
   * period, up to and with its own.
   */
  break_in_series,
  /**
   * What the figure is compared with is that of the area which its own took over from. It says
   * where the base comes from and speaks against nothing.
   */
  base_of_predecessor;

  /** The graver of two, either of which may be null for nothing to say. */
  public static SeriesFlag graver(SeriesFlag one, SeriesFlag other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** A break, or null where there is none. */
  public static SeriesFlag breakIf(boolean isBroken) {
    return isBroken ? break_in_series : null;
  }
}
