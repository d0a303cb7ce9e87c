package org.diaodu.domain;

/** What has to be said beside a figure that rests on others of its series. */
public enum SeriesFlag {
  /**
   * A break in the series lies between the figure and what it is compared with: after the base
   * period, up to and with its own.
   */
  break_in_series;

  /** The flag, or null where there is nothing to say. */
  public static SeriesFlag breakIf(boolean isBroken) {
    return isBroken ? break_in_series : null;
  }
}
