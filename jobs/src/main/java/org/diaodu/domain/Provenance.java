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

  /**
   * The provenance of a result: simulated where one of the figures that it was made from is.
   *
   * @param used of each figure that went in, and of no other; null for one that was not there
   */
  public static Provenance ofUsed(Provenance... used) {
    for (Provenance figure : used) {
      if (figure == simulated) {
        return simulated;
      }
    }
    return official;
  }

  /** As the bureau's people read it. */
  public String nameZh() {
    return nameZh;
  }
}
