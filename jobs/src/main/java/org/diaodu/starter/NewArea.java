package org.diaodu.starter;

/**
 * An area of a region that is about to be set up.
 *
 * @param code GB/T 2260 where one exists
 * @param nameZh Chinese name
 * @param parent code of the area it belongs to; empty for a part of the whole, and for the whole
 * @param inTotal whether its figures add up to its parent's
 */
record NewArea(String code, String nameZh, String parent, boolean inTotal) {
  /** A part of the whole. */
  NewArea(String code, String nameZh) {
    this(code, nameZh, "", true);
  }
}
