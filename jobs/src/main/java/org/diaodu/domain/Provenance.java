package org.diaodu.domain;

/** Whether an authority gave the figure, or a simulation made it. */
public enum Provenance {
  /** Given by an authority, at first or second hand. */
  official("官方"),
  /** Made by {@code diaodu simulate}; marked wherever it is shown. */
  simulated("模拟");

  private final String nameZh;

  Provenance(String nameZh) {
    this.nameZh = nameZh;
  }

  /** As the bureau's people read it. */
  public String nameZh() {
    return nameZh;
  }
}
