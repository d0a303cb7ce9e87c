package org.diaodu.sheet;

import java.util.List;

/**
 * A workbook, or what stands for one.
 *
 * @param grids its sheets, in order
 * @param macros whether it carries macros; they are never run
 * @param externalLinks whether it refers to other files; they are never opened
 */
public record Book(List<Grid> grids, boolean macros, boolean externalLinks) {
  /** The sheet of a copy for the sender on which findings stand, with room for answers. */
  public static final String ANSWERS = "核对说明";

  /** Whether it is such a copy, which comes back with its sender's answers. */
  public boolean isAnswer() {
    return grids.stream().anyMatch(grid -> grid.sheet().equals(ANSWERS));
  }
}
