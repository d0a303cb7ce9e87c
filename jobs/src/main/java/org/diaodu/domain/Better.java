package org.diaodu.domain;

/** Which direction of an indicator is the good one. */
public enum Better {
  /** More is better. */
  up,
  /** Less is better. */
  down
}
