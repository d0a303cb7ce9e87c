package org.diaodu.cube;

/** How a level came about. */
public enum Derivation {
  /** It was reported. */
  reported,
  /** It is the difference of two cumulative ones. */
  cumulative_difference
}
