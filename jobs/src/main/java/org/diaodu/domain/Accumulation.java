package org.diaodu.domain;

/** What stretch of time a figure covers. */
public enum Accumulation {
  /** The period alone. */
  PER,
  /** 1 January to the end of the period. */
  YTD,
  /** A stock, as it stood at the end of the period. */
  EOP
}
