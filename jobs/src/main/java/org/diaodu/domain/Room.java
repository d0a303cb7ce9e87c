package org.diaodu.domain;

/**
 * The room around what a figure is held against, in the target's unit.
 *
 * @param yellow by how much a target may be missed and still be yellow
 * @param about how far off, either way, still counts as met under {@link Comparator#ABOUT}
 */
public record Room(Fraction yellow, Fraction about) {
  /** None. */
  public static final Room NONE = new Room(Fraction.ZERO, Fraction.ZERO);

  /** The same where a target may not be missed at all. */
  public Room withoutYellow() {
    return new Room(Fraction.ZERO, about);
  }
}
