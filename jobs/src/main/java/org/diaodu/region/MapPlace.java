package org.diaodu.region;

import java.io.Serializable;

/**
 * Where an area stands on a map of tiles: a sketch, for which no boundary has to be had.
 *
 * @param column from the west, 1 first; 0 where the pack does not say
 * @param row from the north, 1 first; 0 where the pack does not say
 */
public record MapPlace(int column, int row) implements Serializable {
  /** Of an area that the pack does not place. */
  public static final MapPlace NONE = new MapPlace(0, 0);

  /** Whether the pack says where. */
  public boolean isKnown() {
    return column > 0 && row > 0;
  }
}
