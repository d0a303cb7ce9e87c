package org.diaodu.domain;

/** How an indicator's figures behave. */
public enum IndicatorKind {
  /** An amount over a stretch of time. */
  flow,
  /** An amount at a point in time. */
  stock,
  /** Already a percentage: it changes by percentage points and has no growth. */
  rate,
  /** Only its growth is published, never its level. */
  growth_only
}
