package org.diaodu.sheet;

import java.util.List;

/**
 * A workbook, or what stands for one.
 *
 * @param grids its sheets, in order
 * @param macros whether it carries macros; they are never run
 * @param externalLinks whether it refers to other files; they are never opened
 */
public record Book(List<Grid> grids, boolean macros, boolean externalLinks) {}
