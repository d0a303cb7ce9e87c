package org.diaodu.domain;

/** Whether an authority gave the figure, or a simulation made it. */
public enum Provenance {
  /** Given by an authority, at first or second hand. */
  official,
  /** Made by {@code diaodu simulate}; marked wherever it is shown. */
  simulated
}
