package org.diaodu.office;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.document.Block;

/**
 * Widths of the columns of a printed table, by what stands in them: figures and short words are not
 * broken, and long words share what is left, so that no column is broken into many lines while
 * another is empty.
 */
final class ColumnWidths {
  /** Width of half a character in 五号, in twentieths of a point. */
  static final int HALF_CHARACTER = 105;

  /** Half characters up to which a cell is not to be broken. */
  private static final int SHORT = 16;

  /** Half characters beside the words: margins, and what Word puts between digits and 汉字. */
  private static final int PADDING = 4;

  /** How much more room a cell gets that is longer: 1 would be all that it wants, 0 nothing. */
  private static final double GROWTH = 0.7;

  /** What columns of long cells have of a table at least, if they want it. */
  private static final double LONG_SHARE = 0.35;

  private ColumnWidths() {}

  /** Widths that add up to no more than that of the table, in twentieths of a point. */
  static List<Integer> of(Block.Table table, int width) {
    double room = (double) width / HALF_CHARACTER;
    double[] wanted = new double[table.columns().size()];
    boolean[] isShort = new boolean[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      int head = (width(table.columns().get(i).header()) + 1) / 2;
      int longest = longest(table, i);
      isShort[i] = table.columns().get(i).number() || longest <= SHORT;
      wanted[i] = PADDING + (isShort[i] ? Math.max(Math.min(head, SHORT / 2), longest) : longest);
    }
    double fixed = sum(wanted, isShort, true, 1);
    double wish = sum(wanted, isShort, false, 1);
    // Long cells need room to be read; short ones are broken before they are squeezed to nothing.
    double left = Math.max(room - fixed, Math.min(wish, room * LONG_SHARE));
    double squeezed = Math.min(1, (room - left) / fixed);
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      double of =
          fixed + wish <= room
              ? wanted[i] * room / (fixed + wish)
              : isShort[i]
                  ? wanted[i] * squeezed
                  : left * Math.pow(wanted[i], GROWTH) / sum(wanted, isShort, false, GROWTH);
      widths.add((int) (of * HALF_CHARACTER));
    }
    return widths;
  }

  private static double sum(double[] wanted, boolean[] isShort, boolean shortOnes, double power) {
    double sum = 0;
    for (int i = 0; i < wanted.length; i++) {
      sum += isShort[i] == shortOnes ? Math.pow(wanted[i], power) : 0;
    }
    return sum;
  }

  /** How many lines a cell takes in a column so wide. */
  static int lines(Block.Cell cell, int width) {
    int room = Math.max(1, width / HALF_CHARACTER - PADDING);
    return (shown(cell) + room - 1) / room;
  }

  /** What is printed of a light: beside a figure its sign, alone its word, too. */
  static String light(Block.Cell cell) {
    return cell.text().isEmpty()
        ? cell.light().sign() + cell.light().nameZh()
        : " " + cell.light().sign();
  }

  private static int longest(Block.Table table, int column) {
    return table.rows().stream().mapToInt(row -> shown(row.cells().get(column))).max().orElse(0);
  }

  private static int shown(Block.Cell cell) {
    return width(cell.text().marked()) + (cell.light() == null ? 0 : width(light(cell)));
  }

  /**
   * In half characters, as a Chinese face prints it: its dashes, signs and quotes are wide, too.
   */
  private static int width(String words) {
    return words.codePoints().map(point -> point < 0x2000 ? 1 : 2).sum();
  }
}
