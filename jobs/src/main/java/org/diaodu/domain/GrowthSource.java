package org.diaodu.domain;

/** Which growth of an indicator is the one to report. */
public enum GrowthSource {
  /** The published growth only; null until it is published, never recomputed. */
  published,
  /** The published growth where there is one, else the computed. */
  published_else_computed,
  /** Always computed from the levels. */
  computed
}
