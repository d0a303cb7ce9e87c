package org.diaodu.completeness;

import java.io.Serializable;
import java.util.List;
import org.diaodu.region.Responsibility;

/**
 * Who owes something.
 *
 * @param owner code of the unit, or of the area whose government owes it
 * @param coOwners codes of the units that owe it together with the owner
 * @param guides codes of the units that guide an area's government
 */
record Owing(String owner, List<String> coOwners, List<String> guides) implements Serializable {

  static Owing of(Responsibility answers) {
    return new Owing(answers.owner(), answers.coOwners(), answers.guides());
  }

  /** Units that owe it together, the first of them before others. */
  static Owing together(List<String> units) {
    return new Owing(units.get(0), List.copyOf(units.subList(1, units.size())), List.of());
  }

  /** The government of an area, guided by units. */
  static Owing government(String refArea, List<String> guides) {
    return new Owing(refArea, List.of(), guides);
  }
}
