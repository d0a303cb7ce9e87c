package org.diaodu.domain;

/** What the figure is. */
public enum Measure {
  /** The figure itself, in the indicator's unit. */
  LEVEL,
  /** Growth on the same period of the year before, in percent, as the authority published it. */
  YOY
}
