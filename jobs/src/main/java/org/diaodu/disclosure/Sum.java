package org.diaodu.disclosure;

import java.util.List;
import java.util.stream.Stream;

/** Cells that add up to another, of each of which a figure is stored. */
record Sum(Cell total, List<Cell> parts) {

  Stream<Cell> cells() {
    return Stream.concat(Stream.of(total), parts.stream());
  }
}
